let loaded: Promise<(plain: string) => boolean> | undefined;

/**
 * Whether a password is among the most used ones of real leaks, also with the digits and signs that people add to make it «stronger»:
 * `sunshine2026!`. Our own list of longer and Russian ones stands in the domain. Two megabytes, loaded when somebody chooses a password.
 */
export const leakedPasswords = (): Promise<(plain: string) => boolean> =>
  (loaded ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => {
    const leaked = new Set(dictionary['passwords-common'].map((password) => password.toLowerCase()));
    return (plain) => {
      const core = plain.replace(/^[\p{N}\p{P}\p{S}\s]+|[\p{N}\p{P}\p{S}\s]+$/gu, '');
      return leaked.has(plain) || (core.length < plain.length && plain.length - core.length <= 6 && leaked.has(core));
    };
  }));
