import { createHash, randomBytes } from 'node:crypto';

/** What stands in a link: 256 random bits, of which only the hash is stored. */
export interface SecretToken {
  readonly token: string;
  readonly hash: Buffer;
}

export function newSecretToken(): SecretToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** A random 256-bit secret needs no salt and no slow hash. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
