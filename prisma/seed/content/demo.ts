import { agency } from './agency';
import type { ClientPack } from './authoring';
import { belyKit } from './bely-kit';
import { ladoga } from './ladoga';
import { sosna } from './sosna';
import { utro } from './utro';
import { fillDates } from './compose/calendar';
import { composeItem } from './compose/items';
import { composeAdSpend, composeBudgetLines, composePayouts } from './compose/money';
import { composeApprovals, composeComments } from './compose/review';
import { composeCampaignTask, composeItemTasks } from './compose/tasks';
import type { DemoContent, TaskContent } from './types';

const packs: readonly ClientPack[] = [sosna, utro, belyKit, ladoga];

/** The whole demo for a day of loading (`2026-12-08`); equal days give equal demos. */
export function buildDemo(today: string): DemoContent {
  const written = packs.map((pack) => {
    const items = pack.items.map((item) => composeItem(item, pack));
    const tasks = [
      ...pack.items.flatMap((item, index) => {
        const content = items[index];
        return content ? composeItemTasks(item, content, pack, agency.rates) : [];
      }),
      ...pack.campaignTasks.map((draft) => composeCampaignTask(draft, pack)),
    ];
    return { pack, items, tasks, comments: composeComments(tasks, pack), approvals: composeApprovals(tasks, pack) };
  });

  const campaigns = packs.flatMap((pack) => pack.campaigns);
  const tasks: TaskContent[] = written.flatMap((client) => client.tasks);
  const expenses = packs.flatMap((pack) => pack.expenses);
  const revisions = packs.flatMap((pack) => pack.revisions);
  const adCampaigns = packs.flatMap((pack) => pack.adCampaigns);
  const adSpend = composeAdSpend(adCampaigns);
  const specialists = agency.members.filter(({ role }) => role === 'specialist');
  const payouts = composePayouts(
    tasks,
    specialists.map(({ slug }) => slug),
    specialists.filter(({ employment }) => employment === 'self_employed').map(({ slug }) => slug),
  );

  return fillDates(
    {
      agency,
      clients: packs.map((pack) => pack.client),
      campaigns,
      items: written.flatMap(({ items }) => items),
      tasks,
      comments: written.flatMap(({ comments }) => comments),
      approvals: written.flatMap(({ approvals }) => approvals),
      changeRequests: packs.flatMap((pack) => pack.changeRequests),
      payouts,
      expenses,
      budgetLines: composeBudgetLines({ campaigns, tasks, payouts, expenses, adCampaigns, adSpend, revisions }, today),
      revisions,
      adCampaigns,
      adSpend,
      cases: packs.flatMap((pack) => pack.cases),
    },
    today,
  );
}
