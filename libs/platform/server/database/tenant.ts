import { isId, type Id } from '@planerka/platform/domain';

/** Whose rows a transaction may see: the settings that row-level security is keyed on. */
export type TenantScope =
  | { readonly agencyId: Id; readonly userId?: Id }
  | { readonly userId: Id }
  | { readonly tokenHash: Buffer }
  | { readonly system: true };

/**
 * The `SET LOCAL` statements of a scope, each a statement of its own: Citus passes them on to its workers only so.
 * SET takes no parameters, so the values are checked to be ids or hex before they are written into it.
 */
export function settingsOf(scope: TenantScope): readonly string[] {
  const settings: string[] = [];
  if ('agencyId' in scope) settings.push(`SET LOCAL app.agency_id = '${checkedId(scope.agencyId)}'`);
  if ('userId' in scope && scope.userId) settings.push(`SET LOCAL app.user_id = '${checkedId(scope.userId)}'`);
  if ('tokenHash' in scope) settings.push(`SET LOCAL app.token_hash = '${scope.tokenHash.toString('hex')}'`);
  if ('system' in scope) settings.push(`SET LOCAL app.system = 'on'`);
  return settings;
}

function checkedId(id: Id): Id {
  if (!isId(id)) throw new TypeError('A tenant setting must be an id');
  return id;
}
