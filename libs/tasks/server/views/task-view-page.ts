import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { found, type PageOfViews } from '@planerka/clients/server';
import { issue, type InputIssue } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import { tasksShownSchema, type TasksShown, type TaskViewInput } from '@planerka/tasks/domain';

export const tasksPage: PageOfViews<TasksShown> = {
  page: 'tasks',
  name: 'TaskView',
  shown: tasksShownSchema,
  isOfOwnWork: true,
  issues: () => [],
  clientsOf: ({ clientId }) => (clientId === null ? [] : [clientId]),
  unknown: unknownInView,
};

/** A campaign or a person that the viewer could not have found: another agency's, another squad's, another client's. */
async function unknownInView(
  { db, agencyId }: Tx,
  viewer: CurrentMember,
  { clientId, shown: { campaignId, assigneeId } }: TaskViewInput,
): Promise<readonly InputIssue[]> {
  const campaigns = await found(campaignId === null ? [] : [campaignId], (id) =>
    db.campaign.findMany({
      where: { agencyId, id, ...(clientId !== null && { clientId }) },
      select: {
        client: {
          select: { squadId: true, tasks: { where: { assigneeId: viewer.memberId }, take: 1, select: { id: true } } },
        },
      },
    }),
  );
  const isCampaignSeen = campaigns.some(
    ({ client }) => client.tasks.length > 0 || can(viewer, 'campaign.view', client),
  );
  const people = await found(assigneeId === null ? [] : [assigneeId], (id) =>
    db.member.findMany({ where: { agencyId, id }, select: { id: true } }),
  );
  return [
    ...(campaignId !== null && !isCampaignSeen ? [issue(['shown', 'campaignId'], 'unknown_campaign')] : []),
    ...(assigneeId !== null && people.length === 0 ? [issue(['shown', 'assigneeId'], 'unknown_member')] : []),
  ];
}
