import { Money, parseInput, type Id } from '@planerka/platform/domain';
import type { Prisma } from '@planerka/platform/server';
import type { z } from 'zod';
import type { DemoContent, Roubles } from '../content/types';
import type { Calendar } from './calendar';

/** What every part of the loading stands on. */
export interface Loading {
  readonly db: Prisma.TransactionClient;
  readonly agencyId: Id;
  readonly demo: DemoContent;
  readonly calendar: Calendar;
  readonly secret: string;
}

export const currency = 'RUB';

export const kopecks = (roubles: Roubles): bigint => BigInt(Math.round(roubles * 100));

export const decimal = (roubles: Roubles): string => Money.of(kopecks(roubles), currency).toDecimal();

/** Through the product's own schema: a demo that the product would refuse must not load. */
export function checked<Output>(what: string, schema: z.ZodType<Output>, input: unknown): Prisma.InputJsonObject {
  const parsed = parseInput(schema, input);
  if (!parsed.ok) throw new Error(`${what}: ${JSON.stringify(parsed.error.slice(0, 3))}`);
  return parsed.value as Prisma.InputJsonObject;
}

/** Postgres takes 65,535 parameters at most in one statement. */
const batch = 400;

export async function inBatches<Row>(rows: readonly Row[], write: (rows: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += batch) await write(rows.slice(start, start + batch));
}
