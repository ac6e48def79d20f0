import { monthFrom } from '../../content/compose/calendar';
import { idOf } from '../ids';
import { kopecks, type Loading } from '../loading';
import { approvedLines, lineIdOf } from './lines';

export async function loadRevisions({ db, agencyId, demo, calendar }: Loading): Promise<void> {
  const owner = idOf('member', demo.agency.owner);
  const campaigns = demo.campaigns.filter(({ slug }) => approvedLines(demo).some(({ campaign }) => campaign === slug));
  await db.budgetRevision.createMany({
    data: campaigns.map(({ slug, fromDay, budgetApprovedDay, client }) => {
      const at = calendar.at(Math.min(budgetApprovedDay ?? fromDay, fromDay) - 20, '09:00');
      const manager = demo.clients.find((one) => one.slug === client)?.manager ?? demo.agency.owner;
      return {
        agencyId,
        id: idOf('revision', 'initial', slug),
        campaignId: idOf('campaign', slug),
        state: 'approved' as const,
        reason: 'Бюджет кампании',
        requestedById: idOf('member', manager),
        requestedAt: new Date(at.getTime() - 86_400_000),
        decidedById: owner,
        decidedAt: at,
      };
    }),
  });
  await db.budgetRevisionLine.createMany({
    data: approvedLines(demo).map((line) => ({
      agencyId,
      id: idOf('revision-line', 'initial', lineIdOf(line)),
      revisionId: idOf('revision', 'initial', line.campaign),
      lineId: lineIdOf(line),
      newTotalMinor: kopecks(line.initialRub),
      previousMinor: 0n,
    })),
  });
  for (const revision of demo.revisions) {
    const isDecided = revision.status !== 'pending';
    await db.budgetRevision.create({
      data: {
        agencyId,
        id: idOf('revision', revision.slug),
        campaignId: idOf('campaign', revision.campaign),
        state: revision.status === 'pending' ? 'requested' : revision.status,
        reason: revision.reason,
        requestedById: idOf('member', revision.requestedBy),
        requestedAt: calendar.moment(revision.requestedAt),
        decidedById: isDecided ? idOf('member', revision.decidedBy ?? demo.agency.owner) : null,
        decidedAt: isDecided && revision.decidedAt ? calendar.moment(revision.decidedAt) : null,
        decisionNote: revision.decisionReason ?? '',
      },
    });
    await db.budgetRevisionLine.createMany({
      data: revision.changes.flatMap(({ category, month, deltaRub }) => {
        const key = { campaign: revision.campaign, category, month: monthFrom(calendar.today.toString(), month) };
        const line = demo.budgetLines.find((one) => lineIdOf(one) === lineIdOf(key));
        if (!line) return [];
        const now = kopecks(line.approvedRub);
        const previous = revision.status === 'approved' ? now - kopecks(deltaRub) : now;
        return [
          {
            agencyId,
            id: idOf('revision-line', revision.slug, lineIdOf(line)),
            revisionId: idOf('revision', revision.slug),
            lineId: lineIdOf(line),
            newTotalMinor: previous + kopecks(deltaRub),
            previousMinor: previous,
          },
        ];
      }),
    });
  }
}
