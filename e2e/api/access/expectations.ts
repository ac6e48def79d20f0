import type { Action } from '@planerka/agency/domain';
import type { Ids } from '@planerka/testing/server';
import type { Operation } from '../tenancy/cases';
import { actors, type ActorName } from './actors';
import type { Verdict } from './verdict';

/** What everybody is told who comes to a root field. */
export interface Expectation {
  /** The right in the catalogue that decides; null where being somebody is enough. */
  readonly right: Action | null;
  readonly told: Readonly<Record<ActorName, Verdict>>;
  /** Shows the asker's own things: that it names nothing of the world says nothing. */
  readonly isOwn: boolean;
  /** How deep lists in lists are asked for; three where nothing is said. */
  readonly lists?: number;
  /** The owner does this first, on what is asked about. */
  readonly after?: string;
  /** Comes by a session of its own, which ends with it. */
  readonly endsSession?: boolean;
  /** Where `e2e/api/tenancy` has no case for it, because it takes no id. */
  readonly operation?: (ids: Ids) => Operation;
}

export type Expectations = Readonly<Record<string, Expectation>>;

export const owner = 'owner';
export const leads = 'owner manager';
export const managers = 'owner manager otherManager';
export const squad = 'owner manager assignee targetologist colleague';
export const worksOn = 'owner manager assignee';
export const members = `${squad} otherManager stranger`;
/** Members of any agency: what they are shown is their own. */
export const signedIn = `${members} foreigner`;
export const everybody = actors.join(' ');

const outside = new Set<ActorName>(['guest', 'expiredGuest', 'nobody']);

export function expectation(
  right: Action | null,
  allowed: string,
  others: Verdict,
  more: Partial<Expectation> & { readonly but?: Partial<Record<ActorName, Verdict>>; readonly outside?: Verdict } = {},
): Expectation {
  const names = allowed.split(' ');
  const { but = {}, outside: outsiders = 'refused', ...rest } = more;
  const verdict = (actor: ActorName): Verdict =>
    but[actor] ?? (names.includes(actor) ? 'allowed' : outside.has(actor) ? outsiders : others);
  const told = Object.fromEntries(actors.map((actor) => [actor, verdict(actor)])) as Expectation['told'];
  return { right, told, isOwn: false, ...rest };
}

type More = Parameters<typeof expectation>[3];

/** A thing by its id, or a command: to the others it does not exist. */
export const thing = (right: Action, allowed: string, more?: More): Expectation =>
  expectation(right, allowed, 'not found', more);

/** A list: the others do not find it there. */
export const list = (right: Action | null, allowed: string, more?: More): Expectation =>
  expectation(right, allowed, 'absent', more);

/** One's own things, whatever they are. */
export const own = (right: Action | null, allowed: string, more?: More): Expectation =>
  expectation(right, allowed, 'not found', { ...more, isOwn: true });

export const asks = (document: string, variables: object = {}) => ({ operation: () => ({ document, variables }) });
