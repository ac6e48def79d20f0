import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { found, missing, type PageOfViews } from '@planerka/clients/server';
import {
  clientsOfView,
  planShownSchema,
  planViewIssues,
  type PlanShown,
  type PlanViewInput,
} from '@planerka/content-plan/domain';
import type { Id, InputIssue } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import { z } from 'zod';

export const planPage: PageOfViews<PlanShown> = {
  page: 'plan',
  name: 'PlanView',
  // A month as text: the journal and the database keep it so.
  shown: z.preprocess((shown) => ({ ...(shown as object), ...monthOf(shown as WithMonth) }), planShownSchema),
  isOfOwnWork: false,
  issues: planViewIssues,
  clientsOf: clientsOfView,
  unknown: unknownInView,
};

interface WithMonth {
  readonly month?: { toString: () => string } | null;
}

const monthOf = ({ month }: WithMonth): object => (month ? { month: month.toString() } : {});

/** Ids in its filters that the viewer could not have found: another agency's, another squad's client's, another client's. */
async function unknownInView(
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
