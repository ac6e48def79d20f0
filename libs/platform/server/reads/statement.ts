import { sql } from 'kysely';
import { tables } from '../database/statement';
import type { Reading } from './fields';
import { Placeholder, placeholder, type ObjectRead, type ReadInput, type RootRead } from './root-read';
import type { Selection } from './selection';
import { SlotFiller } from './slots';
import { Writer } from './writer';

export type AnyRead = ObjectRead<never, never, ReadInput>;
export type AnyRootRead = RootRead<never, never, ReadInput>;

/** A statement for one selection and one set of given values. */
export interface WrittenRead {
  readonly text: string;
  readonly slots: SlotFiller;
  values(input: ReadInput): readonly unknown[];
}

export function writeRead(
  root: AnyRead,
  selections: readonly Selection[],
  reading: Reading,
  given: readonly string[],
): WrittenRead {
  const writer = new Writer(reading);
  const names = new Set(given);
  const statement = root.statement(writer.object(root.type, selections), placeholder, (name) => names.has(name));
  const { sql: text, parameters } = sql`${statement}`.compile(tables);
  return {
    text,
    slots: new SlotFiller(writer.slots, reading),
    values: (input) => parameters.map((each) => (each instanceof Placeholder ? input[each.name] : each)),
  };
}
