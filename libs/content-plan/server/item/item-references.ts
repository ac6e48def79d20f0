import { isOutsideCampaign, type ItemInput, type PlanReferences } from '@planerka/content-plan/domain';
import { issue, type Id, type InputIssue, type PlainDate } from '@planerka/platform/domain';
import { fromDbDate, type Tx } from '@planerka/platform/server';
import type { LoadedItem } from './loaded-item';

/** What the publication refers to has to be the client's own, and the day has to lie in the campaign. */
export async function referenceIssues(
  { db, agencyId }: Tx,
  clientId: Id,
  { channelIds, rubricId, campaignId, publishOn }: ItemInput,
  before?: Pick<LoadedItem, 'channelIds' | 'campaignId'>,
): Promise<InputIssue[]> {
  const issues: InputIssue[] = [];
  const own = { agencyId, clientId };
  const channels = await db.channel.findMany({
    where: { ...own, id: { in: channelIds } },
    select: { id: true, archivedAt: true },
  });
  const usable = new Set(
    channels.filter(({ id, archivedAt }) => archivedAt === null || before?.channelIds.includes(id)).map(({ id }) => id),
  );
  channelIds.forEach((id, index) => {
    if (!usable.has(id)) issues.push(issue(['channelIds', index], 'unknown_channel'));
  });
  if (rubricId !== null && (await db.rubric.count({ where: { ...own, id: rubricId } })) === 0) {
    issues.push(issue(['rubricId'], 'unknown_rubric'));
  }
  if (campaignId === null) return issues;
  const campaign = await db.campaign.findFirst({
    where: { ...own, id: campaignId },
    select: { startsOn: true, endsOn: true, state: true },
  });
  if (!campaign) return [...issues, issue(['campaignId'], 'unknown_campaign')];
  if (campaign.state === 'closed' && before?.campaignId !== campaignId)
    issues.push(issue(['campaignId'], 'campaign_closed'));
  const outside = outsideCampaign(publishOn, {
    startsOn: fromDbDate(campaign.startsOn),
    endsOn: fromDbDate(campaign.endsOn),
  });
  return outside ? [...issues, outside] : issues;
}

export function outsideCampaign(
  publishOn: PlainDate,
  campaign: { startsOn: PlainDate; endsOn: PlainDate } | null,
): InputIssue | null {
  if (campaign === null || !isOutsideCampaign(publishOn, campaign)) return null;
  return issue(['publishOn'], 'outside_campaign', {
    from: campaign.startsOn.toString(),
    to: campaign.endsOn.toString(),
  });
}

/** What publications of these clients may refer to. */
export async function planReferences(
  { db, agencyId }: Tx,
  clientIds: readonly Id[],
  { withPeople }: { readonly withPeople: boolean },
): Promise<(clientId: Id) => PlanReferences> {
  const where = { agencyId, clientId: { in: [...clientIds] } };
  const channels = await db.channel.findMany({ where, select: { id: true, clientId: true, archivedAt: true } });
  const rubrics = await db.rubric.findMany({ where, select: { id: true, clientId: true } });
  const campaigns = await db.campaign.findMany({
    where,
    select: { id: true, clientId: true, startsOn: true, endsOn: true, state: true },
  });
  const members = withPeople
    ? await db.member.findMany({ where: { agencyId, deactivatedAt: null }, select: { id: true, disciplines: true } })
    : [];
  const people = new Map(members.map(({ id, disciplines }) => [id, { disciplines }]));
  return (clientId) => {
    const own = <T extends { clientId: Id }>(things: readonly T[]) =>
      things.filter((thing) => thing.clientId === clientId);
    return {
      people,
      channels: new Map(own(channels).map(({ id, archivedAt }) => [id, { isArchived: archivedAt !== null }])),
      rubricIds: new Set(own(rubrics).map(({ id }) => id)),
      campaigns: new Map(
        own(campaigns).map(({ id, startsOn, endsOn, state }) => [
          id,
          { startsOn: fromDbDate(startsOn), endsOn: fromDbDate(endsOn), isClosed: state === 'closed' },
        ]),
      ),
    };
  };
}
