import { custom, err, issue, ok, type InputIssue, type Result } from '@planerka/platform/domain';
import { z } from 'zod';
import { commonPasswords } from './common-passwords';

export const passwordLimits = { min: 10, max: 128 } as const;

export type PasswordCode = 'password_too_short' | 'password_too_long' | 'password_too_common' | 'password_is_email';

/**
 * NIST SP 800-63B: length and no known words; no rules of composition, no forced change.
 * Length counts code points, so that an emoji is one character here as it is for its owner.
 * @param isLeaked whether a list of leaked passwords has it, in lower case; such a list is too long for a browser
 */
export function checkPassword(
  password: string,
  email: string,
  isLeaked: (plain: string) => boolean = () => false,
): Result<string, InputIssue<PasswordCode>> {
  const length = [...password].length;
  const refuse = (code: PasswordCode, params = {}) => err(issue(['password'], code, params));
  if (length < passwordLimits.min) return refuse('password_too_short', { min: passwordLimits.min });
  if (length > passwordLimits.max) return refuse('password_too_long', { max: passwordLimits.max });
  const plain = password.toLowerCase();
  const [name = ''] = email.toLowerCase().split('@');
  if (plain === email.toLowerCase() || plain === name) return refuse('password_is_email');
  if (isCommon(plain) || isLeaked(plain)) return refuse('password_too_common');
  return ok(password);
}

/** A field of a form: refused together with the others. That it repeats the address is seen once there is one. */
export const passwordField = () =>
  z.string().superRefine((password, context) => {
    const checked = checkPassword(password, '');
    if (!checked.ok) context.addIssue(custom(checked.error.code, checked.error.params));
  });

/** In the list, or one character or a short word repeated: «aaaaaaaaaa», «qwertqwert». */
function isCommon(plain: string): boolean {
  return commonPasswords.has(plain) || /^(.{1,5}?)\1+$/u.test(plain);
}
