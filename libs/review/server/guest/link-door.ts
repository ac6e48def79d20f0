import { ok, type Id, type Instant, type Ok, type Result } from '@planerka/platform/domain';
import { fromDbInstant, type Actor, type Tx, type UnitOfWork } from '@planerka/platform/server';
import { openLink, type GuestLink, type LinkClosed, type LinkUse, type PinWanted } from '@planerka/review/domain';
import { isRightPin } from '../approvals/pin';

/** A token is 43 characters of base64url; anything else is not worth a question to the database. */
export const isTokenShaped = (token: string): boolean => /^[\w-]{43}$/.test(token);

export type Door = Result<void, LinkClosed | PinWanted>;

/** Whoever is let in hears what changes on their page, for as long as the link is open: that is asked without their PIN. */
export const hearing = (
  refusal: LinkClosed | PinWanted | null,
  linkId: Id,
  isStillHere: () => Promise<boolean>,
): Pick<Actor, 'hearsAs' | 'isStillHere'> => (refusal ? {} : { hearsAs: linkId, isStillHere });

export interface LinkRow {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly pinHash: string | null;
  readonly pinAttempts: number;
}

/** A link of whatever it opens, as far as a PIN at it is concerned. */
export interface GuardedLink {
  readonly agencyId: Id;
  /** Its row, locked until the transaction ends. */
  readonly lock: (tx: Tx) => Promise<LinkRow>;
  readonly keepAttempts: (tx: Tx, pinAttempts: number) => Promise<unknown>;
  readonly keepUse: (tx: Tx, kind: LinkUse) => Promise<void>;
}

export const readLink = (row: LinkRow): GuestLink => ({
  expiresAt: fromDbInstant(row.expiresAt),
  revokedAt: row.revokedAt && fromDbInstant(row.revokedAt),
  hasPin: row.pinHash !== null,
  pinAttempts: row.pinAttempts,
});

/** Under the row's lock, so that a thousand guesses at once are still made one after another, and counted. */
export async function tryPin(unitOfWork: UnitOfWork, guarded: GuardedLink, pin: string, at: Instant): Promise<Door> {
  // A wrong PIN is no failure of the transaction: its try has to stay counted.
  const tried = await unitOfWork.run<Ok<Door>>({ agencyId: guarded.agencyId }, async (tx) => {
    const row = await guarded.lock(tx);
    const link = readLink(row);
    const closed = openLink(link, 'absent', at);
    if (!closed.ok && closed.error.kind === 'LinkClosed') return ok(closed);
    const isRight = row.pinHash !== null && (await isRightPin(pin, row.pinHash));
    const pinAttempts = isRight ? 0 : row.pinAttempts + 1;
    if (pinAttempts !== row.pinAttempts) await guarded.keepAttempts(tx, pinAttempts);
    const door = openLink(link, isRight ? 'right' : 'wrong', at);
    if (!isRight) await guarded.keepUse(tx, 'pin_failed');
    if (!door.ok && door.error.kind === 'LinkClosed') await guarded.keepUse(tx, 'locked');
    return ok(door);
  });
  return tried.value;
}
