import { unwrap } from '@planerka/platform/domain';
import { caseFigures, parseMeasure, planFact, type CaseFigure, type Measure } from '@planerka/results/domain';
import type { CampaignContent } from '../content/types';
import type { Calendar } from './calendar';
import { factsOf, type DemoFact } from './facts';
import { idOf } from './ids';
import type { Loading } from './loading';

export async function loadCases(loading: Loading): Promise<void> {
  const { db, agencyId, demo, calendar } = loading;
  const contacts = demo.clients.flatMap((client) => client.contacts);
  const facts = Map.groupBy(factsOf(loading), ({ campaign }) => campaign);
  await db.casePage.createMany({
    data: demo.cases.map((written) => {
      const author = contacts.find(({ slug }) => slug === written.quote.contact);
      const campaign = demo.campaigns.find(({ slug }) => slug === written.campaign);
      return {
        agencyId,
        id: idOf('case', written.slug),
        campaignId: idOf('campaign', written.campaign),
        title: written.title,
        before: written.before,
        actions: written.done.join('\n'),
        after: written.after,
        quote: written.quote.text,
        quoteAuthor: author ? `${author.name}, ${author.position}` : '',
        isAnonymised: written.isAnonymous,
        figures: campaign ? frozenFigures(campaign, facts.get(campaign.slug) ?? [], calendar) : [],
      };
    }),
  });
}

const measure = (value: number | string): Measure => unwrap(parseMeasure(String(value)));

/** JSON wants an index signature, which an interface has not. */
type FrozenFigure = { [Key in keyof CaseFigure]: CaseFigure[Key] };

/** As the product would freeze them today. */
export function frozenFigures(
  campaign: CampaignContent,
  facts: readonly DemoFact[],
  calendar: Calendar,
): FrozenFigure[] {
  const measured = facts.map(({ metric, day, value }) => ({ metric, day: calendar.day(day), value: measure(value) }));
  const period = { from: calendar.day(campaign.fromDay), to: calendar.day(campaign.toDay) };
  const rows = campaign.kpis.map(({ metric, target, baseline }) =>
    planFact({ metric, target: measure(target), baseline: measure(baseline) }, measured, period, calendar.today),
  );
  return caseFigures(rows).map((figure) => ({ ...figure }));
}
