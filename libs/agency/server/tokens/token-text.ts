import { randomBytes } from 'node:crypto';
import type { Id } from '@planerka/platform/domain';
import { hashToken } from '@planerka/platform/server';
import { stringify } from 'uuid';

const agencyBytes = 16;
const secretBytes = 32;

export interface TokenText {
  readonly text: string;
  readonly hash: Buffer;
  readonly hint: string;
}

/** Secrets that say whose they are: by the agency in it, the one shard that knows the secret is asked, inside its tenant. */
export interface TokenTexts {
  /** 256 random bits behind the agency's id. */
  readonly make: (agencyId: Id) => TokenText;
  /** Whose this says it is; undefined where it has not even the shape of one. */
  readonly agencyOf: (text: string) => Id | undefined;
}

export function tokenTexts(prefix: string): TokenTexts {
  const shape = new RegExp(`^${prefix}[A-Za-z0-9_-]{${((agencyBytes + secretBytes) * 4) / 3}}$`);
  return {
    make: (agencyId) => {
      const agency = Buffer.from(agencyId.replaceAll('-', ''), 'hex');
      const text = `${prefix}${Buffer.concat([agency, randomBytes(secretBytes)]).toString('base64url')}`;
      return { text, hash: hashToken(text), hint: text.slice(-4) };
    },
    agencyOf: (text) => {
      if (!shape.test(text)) return undefined;
      const bytes = Buffer.from(text.slice(prefix.length), 'base64url');
      try {
        return stringify(new Uint8Array(bytes.subarray(0, agencyBytes)));
      } catch {
        return undefined;
      }
    },
  };
}

export const apiTokenTexts = tokenTexts('plk_');
