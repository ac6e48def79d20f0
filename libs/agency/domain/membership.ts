import { err, ok, type Id, type Instant, type Result } from '@planerka/platform/domain';
import type { Role } from './role';

export interface Membership {
  readonly memberId: Id;
  readonly role: Role;
  readonly deactivatedAt: Instant | null;
}

/** An agency without an owner could not be managed by anybody. */
export interface LastOwner {
  readonly kind: 'LastOwner';
}

/**
 * Takes a role or the whole access from a member.
 * @param activeOwners how many owners are active now, this member included
 */
export function mayLoseOwnership(member: Membership, activeOwners: number): Result<void, LastOwner> {
  const isActiveOwner = member.role === 'owner' && member.deactivatedAt === null;
  return isActiveOwner && activeOwners <= 1 ? err({ kind: 'LastOwner' }) : ok(undefined);
}

/** Clients one manager leads at most where nothing else is set: about ten at forty hours, three part-time. */
export function defaultClientLimit(weeklyHours: number): number {
  return weeklyHours >= 30 ? 10 : 3;
}
