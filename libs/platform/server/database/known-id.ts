import { isId, type Id } from '@planerka/platform/domain';

/** For conditions: what is no id matches nothing, and what is not given asks for nothing. */
export function knownId(id: Id): Id;
export function knownId(id: Id | null | undefined): Id | undefined;
export function knownId(id: Id | null | undefined): Id | undefined {
  if (id == null) return undefined;
  return isId(id) ? id : '00000000-0000-0000-0000-000000000000';
}
