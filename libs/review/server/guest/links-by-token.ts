import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isId, ok, type Id, type Ok, type Result } from '@planerka/platform/domain';
import {
  ActorSources,
  Clock,
  FileHolders,
  fromDbInstant,
  hashToken,
  Reader,
  UnitOfWork,
  type Actor,
  type Credentials,
  type Tx,
} from '@planerka/platform/server';
import { linkState, openLink, type GuestLink, type LinkClosed, type PinWanted } from '@planerka/review/domain';
import { sql } from 'kysely';
import { isRightPin } from '../approvals/pin';
import { keepUse, linkTables, type LinkKind, type LinkUser } from './link-uses';

/** A link as its row has it. */
export interface LinkRow {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly pinHash: string | null;
  readonly pinAttempts: number;
}

/** Of the link `k`. */
export const linkColumns = [
  'k.expires_at as expiresAt',
  'k.revoked_at as revokedAt',
  'k.pin_hash as pinHash',
  'k.pin_attempts as pinAttempts',
] as const;

export interface FoundLink extends LinkUser {
  readonly agencyId: Id;
}

/** Why a link does not let them in; null where it does. */
export type Refusal = LinkClosed | PinWanted | null;

interface LetIn extends Pick<Actor, 'hearsAs' | 'isStillHere'> {
  readonly refusal: Refusal;
}

type Door = Result<void, LinkClosed | PinWanted>;

/** A token is 43 characters of base64url; anything else is not worth a question to the database. */
const isTokenShaped = (token: string): boolean => /^[\w-]{43}$/.test(token);

const columns = sql`expires_at AS "expiresAt", revoked_at AS "revokedAt", pin_hash AS "pinHash", pin_attempts AS "pinAttempts"`;

/** Finds the link behind a token, and whether it lets its holder in, whatever it opens. */
@Injectable()
export class LinksByToken {
  constructor(
    private readonly sources: ActorSources,
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly holders: FileHolders,
  ) {}

  /** Pictures open by an address that was given out only as long as the link does. */
  serve(kind: LinkKind, actorOf: (user: FoundLink, pin: string | undefined) => Promise<Actor>): void {
    this.sources.add(async (credentials) => {
      const user = await this.find(kind, credentials);
      return user && actorOf(user, credentials.guestPin);
    });
    this.holders.add((agencyId, linkId) => this.isOpen(kind, agencyId, linkId));
  }

  /** Whoever is let in hears what changes on their page, for as long as the link is open: that is asked without their PIN. */
  async letIn(kind: LinkKind, user: FoundLink, row: LinkRow, pin: string | undefined): Promise<LetIn> {
    const door = await this.knock(kind, user, row, pin);
    if (!door.ok) return { refusal: door.error };
    const { agencyId, linkId } = user;
    return { refusal: null, hearsAs: linkId, isStillHere: () => this.isOpen(kind, agencyId, linkId) };
  }

  /**
   * The one row that is found before its agency is known: row-level security shows it to its own token alone. The index
   * takes as long as it takes, which could tell of a hash, and not of a token that would make it; the hashes are compared in
   * constant time all the same.
   */
  private async find(kind: LinkKind, { guestToken, ipAddress, userAgent }: Credentials): Promise<FoundLink | null> {
    if (!guestToken || !isTokenShaped(guestToken)) return null;
    const tokenHash = hashToken(guestToken);
    const { rows } = await this.reader.read({ tokenHash }, (db) =>
      sql<{ readonly agencyId: Id; readonly linkId: Id; readonly kept: Buffer }>`
        SELECT agency_id AS "agencyId", id AS "linkId", token_hash AS kept FROM ${linkTables[kind].links}
        WHERE token_hash = ${tokenHash}`.execute(db),
    );
    const [row] = rows;
    if (!row || !timingSafeEqual(row.kept, tokenHash)) return null;
    return { agencyId: row.agencyId, linkId: row.linkId, ipAddress, userAgent: userAgent.slice(0, 300) };
  }

  /** Where nothing was revoked or locked since it was opened. */
  private async isOpen(kind: LinkKind, agencyId: Id, linkId: Id): Promise<boolean> {
    if (!isId(linkId)) return false;
    const { rows } = await this.reader.read({ agencyId }, (db) =>
      sql<LinkRow>`SELECT ${columns} FROM ${linkTables[kind].links}
        WHERE agency_id = ${agencyId}::uuid AND id = ${linkId}::uuid`.execute(db),
    );
    const [row] = rows;
    return row !== undefined && linkState(readLink(row), this.clock.now()) === 'open';
  }

  private async knock(kind: LinkKind, user: FoundLink, row: LinkRow, pin: string | undefined): Promise<Door> {
    if (row.pinHash === null || !pin) return openLink(readLink(row), 'absent', this.clock.now());
    // A wrong PIN is no failure of the transaction: its try has to stay counted.
    const tried = await this.unitOfWork.run<Ok<Door>>({ agencyId: user.agencyId }, async (tx) =>
      ok(await tryPin(tx, kind, user, pin)),
    );
    return tried.value;
  }
}

const readLink = (row: LinkRow): GuestLink => ({
  expiresAt: fromDbInstant(row.expiresAt),
  revokedAt: row.revokedAt && fromDbInstant(row.revokedAt),
  hasPin: row.pinHash !== null,
  pinAttempts: row.pinAttempts,
});

/** Under the row's lock, so that a thousand guesses at once are still made one after another, and counted. */
async function tryPin(tx: Tx, kind: LinkKind, user: FoundLink, pin: string): Promise<Door> {
  const table = linkTables[kind].links;
  const whose = sql`agency_id = ${user.agencyId}::uuid AND id = ${user.linkId}::uuid`;
  const [row] = await tx.query(sql<LinkRow>`SELECT ${columns} FROM ${table} WHERE ${whose} FOR UPDATE`);
  if (!row) throw new Error(`Link ${user.linkId} has gone while somebody came by it`);
  const link = readLink(row);
  const closed = openLink(link, 'absent', tx.at);
  if (!closed.ok && closed.error.kind === 'LinkClosed') return closed;
  const isRight = row.pinHash !== null && (await isRightPin(pin, row.pinHash));
  const pinAttempts = isRight ? 0 : row.pinAttempts + 1;
  if (pinAttempts !== row.pinAttempts)
    await tx.query(sql`UPDATE ${table} SET pin_attempts = ${pinAttempts} WHERE ${whose}`);
  const door = openLink(link, isRight ? 'right' : 'wrong', tx.at);
  if (!isRight) await keepUse(tx, kind, user, 'pin_failed');
  if (!door.ok && door.error.kind === 'LinkClosed') await keepUse(tx, kind, user, 'locked');
  return door;
}
