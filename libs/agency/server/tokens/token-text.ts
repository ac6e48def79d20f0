import { randomBytes } from 'node:crypto';
import type { Id } from '@planerka/platform/domain';
import { hashToken } from '@planerka/platform/server';
import { stringify } from 'uuid';

const prefix = 'plk_';
const agencyBytes = 16;
const secretBytes = 32;
const shape = new RegExp(`^${prefix}[A-Za-z0-9_-]{${((agencyBytes + secretBytes) * 4) / 3}}$`);

export interface TokenText {
  readonly text: string;
  readonly hash: Buffer;
  readonly hint: string;
}

/** 256 random bits behind the agency's id: by it the one shard that knows the token is asked, inside its tenant. */
export function newTokenText(agencyId: Id): TokenText {
  const agency = Buffer.from(agencyId.replaceAll('-', ''), 'hex');
  const text = `${prefix}${Buffer.concat([agency, randomBytes(secretBytes)]).toString('base64url')}`;
  return { text, hash: hashToken(text), hint: text.slice(-4) };
}

/** Whose token this says it is; undefined where it has not even the shape of one. */
export function agencyOfToken(text: string): Id | undefined {
  if (!shape.test(text)) return undefined;
  const bytes = Buffer.from(text.slice(prefix.length), 'base64url');
  try {
    return stringify(new Uint8Array(bytes.subarray(0, agencyBytes)));
  } catch {
    return undefined;
  }
}
