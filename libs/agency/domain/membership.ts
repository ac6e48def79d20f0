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

/** Of the agency: how many clients a manager leads at most where nothing else is said of them. */
export interface ClientLimits {
  readonly fullTimeClients: number;
  readonly partTimeClients: number;
}

/** Fewer hours a week are part-time. */
const fullTimeHours = 30;

/** Clients that a manager leads at most: their own limit, or what the agency says for their hours. */
export const clientLimitOf = (
  { weeklyHours, clientLimit }: { readonly weeklyHours: number; readonly clientLimit: number | null },
  { fullTimeClients, partTimeClients }: ClientLimits,
): number => clientLimit ?? (weeklyHours >= fullTimeHours ? fullTimeClients : partTimeClients);
