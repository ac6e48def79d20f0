import { err, isBefore, issue, ok, type InputIssue, type Instant, type Result } from '@planerka/platform/domain';

/** Days a link opens where nothing else is chosen. */
export const linkDays = 14;
export const pinAttemptLimit = 5;

export interface GuestLink {
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  readonly hasPin: boolean;
  readonly pinAttempts: number;
}

/**
 * A link that does not open says no more than that: whoever tries tokens learns nothing, and whoever was sent it
 * asks the manager for a new one.
 */
export interface LinkClosed {
  readonly kind: 'LinkClosed';
  readonly because: 'expired' | 'revoked' | 'locked';
}

export interface PinWanted {
  readonly kind: 'PinWanted';
  /** Tries that are left; null where none was made. */
  readonly attemptsLeft: number | null;
}

export const linkUses = ['opened', 'pin_failed', 'locked', 'commented', 'decided'] as const;
/** What is kept of a link: who has it may be anybody, so it is told when and from where it was used. */
export type LinkUse = (typeof linkUses)[number];

/** Minutes within which a page that is loaded again from the same place is the same visit. */
const visitMinutes = 30;

/** @param last when it was opened last from the same place; null: never */
export const startsVisit = (last: Instant | null, at: Instant): boolean =>
  last === null || !isBefore(at, last.add({ minutes: visitMinutes }));

export type LinkState = 'open' | LinkClosed['because'];

export const linkExpiry = (at: Instant, days: number = linkDays): Instant => at.add({ hours: days * 24 });

/** A link at one moment. */
export interface LinkFacts extends Pick<GuestLink, 'hasPin' | 'pinAttempts'> {
  readonly isRevoked: boolean;
  readonly isExpired: boolean;
}

export function linkStateOf({ isRevoked, isExpired, hasPin, pinAttempts }: LinkFacts): LinkState {
  if (isRevoked) return 'revoked';
  if (isExpired) return 'expired';
  return hasPin && pinAttempts >= pinAttemptLimit ? 'locked' : 'open';
}

export const linkState = (link: GuestLink, at: Instant): LinkState =>
  linkStateOf({ ...link, isRevoked: link.revokedAt !== null, isExpired: !isBefore(at, link.expiresAt) });

/**
 * Whether the link lets its holder in.
 * @param pin `absent`: none was entered; else whether the entered one is right
 */
export function openLink(
  link: GuestLink,
  pin: 'absent' | 'right' | 'wrong',
  at: Instant,
): Result<void, LinkClosed | PinWanted> {
  const state = linkState(link, at);
  if (state !== 'open') return err({ kind: 'LinkClosed', because: state });
  if (!link.hasPin || pin === 'right') return ok(undefined);
  const attempts = link.pinAttempts + (pin === 'wrong' ? 1 : 0);
  if (attempts >= pinAttemptLimit) return err({ kind: 'LinkClosed', because: 'locked' });
  return err({ kind: 'PinWanted', attemptsLeft: attempts === 0 ? null : pinAttemptLimit - attempts });
}

/** Four to eight digits, and not one digit over and over. */
export function checkPin(pin: string): Result<string, InputIssue> {
  if (!/^\d{4,8}$/.test(pin)) return err(issue(['pin'], 'pin_not_digits', { min: 4, max: 8 }));
  return /^(\d)\1+$/.test(pin) ? err(issue(['pin'], 'pin_too_simple')) : ok(pin);
}
