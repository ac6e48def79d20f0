import {
  clientScope,
  leadScope,
  scopesInclude,
  taskScope,
  type ClientScope,
  type TokenScope,
} from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { sql, type RawBuilder } from 'kysely';
import type { DocumentKind } from './search-sources';

/** Which area a token has to be let into to find such a thing; a member in person is let into all. */
const areas: Readonly<Record<DocumentKind, TokenScope>> = {
  client: 'clients:read',
  campaign: 'campaigns:read',
  item: 'plan:read',
  task: 'tasks:read',
  draft: 'tasks:read',
  text: 'tasks:read',
  comment: 'tasks:read',
};

export const kindsFor = ({ scopes }: CurrentMember): readonly DocumentKind[] =>
  (Object.keys(areas) as DocumentKind[]).filter((kind) => scopes === undefined || scopesInclude(scopes, areas[kind]));

/**
 * What of `d`, a document, whose client `c` is, the viewer may see now: the scopes of lists, asked of the client's squad and the task's
 * assignee as they are, not as they were when it was indexed.
 */
export function visibleTo(viewer: CurrentMember): RawBuilder<boolean> {
  return sql<boolean>`CASE d.audience
    WHEN 'squad' THEN ${ofSquads(clientScope(viewer))}
    WHEN 'leads' THEN ${ofSquads(leadScope(viewer))}
    ELSE ${ofTask(viewer)} END`;
}

const ofSquads = (scope: ClientScope): RawBuilder<boolean> =>
  scope.kind === 'all' ? sql`true` : sql`c.squad_id = ANY(${[...scope.squadIds]}::uuid[])`;

function ofTask(viewer: CurrentMember): RawBuilder<boolean> {
  const scope = taskScope(viewer);
  if (scope.kind === 'all') return sql`true`;
  return sql`(c.squad_id = ANY(${[...scope.squadIds]}::uuid[]) OR d.task_id IN (
    SELECT own.id FROM task own WHERE own.agency_id = ${viewer.agencyId}::uuid AND own.assignee_id = ${scope.assigneeId}::uuid))`;
}
