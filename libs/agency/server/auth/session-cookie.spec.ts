import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { signedToken } from './session-cookie';

const secret = 'a secret of thirty-two characters';
const name = 'planerka.session_token';
const signature = (token: string, key = secret): string => createHmac('sha256', key).update(token).digest('base64');
const cookie = (token: string, sign = signature(token)): string => `${name}=${encodeURIComponent(`${token}.${sign}`)}`;

describe('A session cookie', () => {
  it('holds the token that was signed', () => {
    expect(signedToken(`theme=dark; ${cookie('abc')}; other=1`, name, secret)).toBe('abc');
  });

  it.each([
    ['no cookie', ''],
    ['another cookie of a like name', cookie('abc').replace(name, `${name}_2`)],
    ['no signature', `${name}=abc`],
    ['an empty signature', `${name}=abc.`],
    ['the signature of another token', cookie('abc', signature('abd'))],
    ['the signature of another secret', cookie('abc', signature('abc', 'another secret'))],
    ['a signature cut short', cookie('abc', signature('abc').slice(0, 20))],
    ['more than two parts', `${name}=${encodeURIComponent(`abc.${signature('abc')}.d`)}`],
    ['a broken encoding', `${name}=%E0%A4%A.${signature('abc')}`],
  ])('is refused with %s', (_, cookies) => {
    expect(signedToken(cookies, name, secret)).toBeUndefined();
  });
});
