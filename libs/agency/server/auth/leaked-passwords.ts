import { dictionary } from '@zxcvbn-ts/language-common';

/** The most used passwords of real leaks. Our own list of longer and Russian ones stands in the domain. */
const leaked: ReadonlySet<string> = new Set(dictionary['passwords-common'].map((password) => password.toLowerCase()));

/** Also with the digits and signs that people add to make it «stronger»: `sunshine2026!`. */
export function isLeakedPassword(plain: string): boolean {
  const core = plain.replace(/^[\p{N}\p{P}\p{S}\s]+|[\p{N}\p{P}\p{S}\s]+$/gu, '');
  return leaked.has(plain) || (core.length < plain.length && plain.length - core.length <= 6 && leaked.has(core));
}
