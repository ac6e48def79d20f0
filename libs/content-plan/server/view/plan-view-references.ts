import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import type { PlanViewInput } from '@planerka/content-plan/domain';
import { issue, type Id, type InputIssue } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';

/** Ids in its filters that the viewer could not have found: another agency's, another squad's client's, another client's. */
export async function unknownInView(
  tx: Tx,
  viewer: CurrentMember,
  { clientId, shown }: Pick<PlanViewInput, 'clientId' | 'shown'>,
): Promise<readonly InputIssue[]> {
  const { db, agencyId } = tx;
  const isSeen = ({ client }: { readonly client: { readonly squadId: Id } }) => can(viewer, 'plan.view', client);
  const ofClient = { agencyId, ...(clientId !== null && { clientId }) };
  const select = { id: true, client: { select: { squadId: true } } } as const;
  const clients = await found(shown.clientIds, (id) =>
    db.client.findMany({ where: { agencyId, id }, select: { id: true, squadId: true } }),
  );
  const channels = await found(shown.channelIds, (id) => db.channel.findMany({ where: { ...ofClient, id }, select }));
  const rubrics = await found(shown.rubricIds, (id) => db.rubric.findMany({ where: { ...ofClient, id }, select }));
  const people = await found(shown.assigneeIds, (id) =>
    db.member.findMany({ where: { agencyId, id }, select: { id: true } }),
  );
  return [
    ...missing(
      'clientIds',
      'unknown_client',
      shown.clientIds,
      clients.filter((client) => can(viewer, 'plan.view', client)),
    ),
    ...missing('channelIds', 'unknown_channel', shown.channelIds, channels.filter(isSeen)),
    ...missing('rubricIds', 'unknown_rubric', shown.rubricIds, rubrics.filter(isSeen)),
    ...missing('assigneeIds', 'unknown_member', shown.assigneeIds, people),
  ];
}

const found = async <T>(
  ids: readonly Id[],
  ask: (id: { readonly in: Id[] }) => Promise<readonly T[]>,
): Promise<readonly T[]> => (ids.length === 0 ? [] : ask({ in: [...ids] }));

function missing(
  field: string,
  code: string,
  wanted: readonly Id[],
  known: readonly { readonly id: Id }[],
): readonly InputIssue[] {
  const ids = new Set(known.map(({ id }) => id));
  return wanted.flatMap((id, index) => (ids.has(id) ? [] : [issue(['shown', field, index], code)]));
}

/** The squads that serve these clients. */
export async function squadsOf({ db, agencyId }: Tx, clientIds: readonly Id[]): Promise<readonly Id[]> {
  if (clientIds.length === 0) return [];
  const clients = await db.client.findMany({
    where: { agencyId, id: { in: [...clientIds] } },
    select: { squadId: true },
  });
  return [...new Set(clients.map(({ squadId }) => squadId))];
}
