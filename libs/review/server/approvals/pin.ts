import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const keyLength = 32;

const derive = (pin: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, keyLength, { N: 16_384, r: 8, p: 1 }, (problem, key) => {
      if (problem) reject(problem);
      else resolve(key);
    });
  });

/** A PIN is short, so its hash is slow and salted; tries are limited all the same. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt:${salt.toString('base64url')}:${(await derive(pin, salt)).toString('base64url')}`;
}

export async function isRightPin(pin: string, hash: string): Promise<boolean> {
  const [, salt = '', key = ''] = hash.split(':');
  const expected = Buffer.from(key, 'base64url');
  const given = await derive(pin, Buffer.from(salt, 'base64url'));
  return expected.length === given.length && timingSafeEqual(expected, given);
}
