// People at work: several at once, each with one command after another, and a journal of what they were told is done.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { send } from './client.mjs';

const PLAN = 1_000_000;
const PEOPLE = 6;

const REGISTER = `mutation ($input: RegisterAgencyInput!) { registerAgency(input: $input) {
  __typename ... on SignedIn { viewer { agency { id } } } } }`;
const TEAM = '{ servingSquads { id } }';
const CLIENT = `mutation ($input: CreateClientInput!) { createClient(input: $input) { ... on ClientChanged { client { id } } } }`;
const CAMPAIGN = `mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { ... on CampaignChanged { campaign { id } } } }`;
const BUDGET = `mutation ($input: RequestBudgetRevisionInput!) { requestBudgetRevision(input: $input) { __typename } }`;
const IDEA = `mutation ($input: CaptureIdeaInput!) { captureIdea(input: $input) { ... on CaptureIdeaSuccess { idea { id } } } }`;
const SPEND = `mutation ($input: EnterAdSpendInput!) { enterAdSpend(input: $input) { ... on ChangeAdSpendSuccess { adSpend { id } } } }`;
const ITEM = `mutation ($input: CreateContentItemInput!) { createContentItem(input: $input) {
  ... on CreateContentItemSuccess { item { id version } } } }`;
const RENAME = `mutation ($input: UpdateContentItemInput!) { updateContentItem(input: $input) { __typename
  ... on UpdateContentItemSuccess { item { id version } } ... on StaleVersion { currentVersion } } }`;

/** An agency with a client, a campaign and money for advertising; resolves to whom the work is done as and for. */
export async function openAgency(address) {
  const ask = async (as, query, variables) => {
    const answer = await send(address, as, query, variables);
    if (answer.outcome !== 'acknowledged') throw new Error(`The agency could not be made: ${answer.why}`);
    return answer;
  };
  const today = new Date().toISOString().slice(0, 10);
  const password = randomBytes(16).toString('hex');
  const input = { agencyName: 'Хаос', name: 'Ирина', email: 'irina@chaos.example', password };
  const registered = await ask({}, REGISTER, { input });
  const cookie = registered.cookies.map((line) => line.split(';')[0]).join('; ');
  const agencyId = registered.data.registerAgency.viewer.agency.id;
  const owner = { cookie, agencyId };
  const { data: team } = await ask(owner, TEAM, {});
  const squadId = team.servingSquads[0]?.id ?? (await squad(ask, owner));
  const client = await ask(owner, CLIENT, { input: { name: 'Сосна', squadId } });
  const clientId = client.data.createClient.client.id;
  const about = { clientId, name: 'Год', goal: 'LEADS', startsOn: today, endsOn: today };
  const campaign = await ask(owner, CAMPAIGN, { input: about });
  const campaignId = campaign.data.createCampaign.campaign.id;
  const newTotal = { amount: String(PLAN), currency: 'RUB' };
  const lines = [{ category: 'AD_SPEND', month: today.slice(0, 7), isHard: true, newTotal }];
  await ask(owner, BUDGET, { input: { campaignId, reason: 'Начинаем', lines } });
  return { owner, clientId, campaignId, today };
}

async function squad(ask, owner) {
  const { data } = await ask(owner, '{ viewer { memberId } }', {});
  const query = `mutation ($input: CreateSquadInput!) { createSquad(input: $input) { __typename } }`;
  await ask(owner, query, {
    input: { name: 'Первая', leadId: data.viewer.memberId, memberIds: [data.viewer.memberId] },
  });
  return (await ask(owner, TEAM, {})).data.servingSquads[0].id;
}

/** What was asked for, by the words it was asked in, which are never the same; and the titles of publications, the last one last. */
export const newJournal = () => ({ acknowledged: new Map(), unknown: new Map(), titles: new Map() });

/** Works until `signal` is aborted; `onDone` hears of every acknowledged command. */
export function work({ address, agency, journal, chance, signal, onDone }) {
  return Promise.all(Array.from({ length: PEOPLE }, (_, person) => workAs(person)));

  async function workAs() {
    const mine = [];
    while (!signal.aborted) {
      const kind = chance.oneOf(['idea', 'spend', 'spend', 'item', 'rename', 'rename']);
      const word = `${kind} ${randomBytes(8).toString('hex')}`;
      const done =
        kind === 'rename' && mine.length > 0 ? await rename(chance.oneOf(mine), word) : await create(kind, word);
      if (done) onDone();
      // Whoever is refused tries again, but not at once.
      else await sleep(200);
    }

    async function create(kind, word) {
      const [query, input, read] = {
        idea: [IDEA, { text: word }, (data) => data.captureIdea.idea],
        spend: [SPEND, { ...spendOf(chance.below(5) + 1), note: word }, (data) => data.enterAdSpend.adSpend],
        item: [ITEM, itemOf(word), (data) => data.createContentItem.item],
        rename: [ITEM, itemOf(word), (data) => data.createContentItem.item],
      }[kind];
      const answer = await send(address, agency.owner, query, { input });
      const isItem = query === ITEM;
      if (answer.outcome === 'unknown') {
        journal.unknown.set(word, isItem ? 'item' : kind);
        return false;
      }
      const made = read(answer.data);
      if (!made) throw new Error(`${kind} was refused: ${JSON.stringify(answer.data)}`);
      journal.acknowledged.set(word, { kind: isItem ? 'item' : kind, id: made.id });
      if (isItem) {
        mine.push(made);
        journal.titles.set(made.id, [word]);
      }
      return true;
    }

    async function rename(item, word) {
      const input = { ...itemOf(word), itemId: item.id, expectedVersion: item.version };
      delete input.clientId;
      const answer = await send(address, agency.owner, RENAME, { input });
      if (answer.outcome === 'unknown') {
        // It may have been written or not; its version is known no more.
        journal.titles.get(item.id).push(word);
        mine.splice(mine.indexOf(item), 1);
        return false;
      }
      const { item: renamed } = answer.data.updateContentItem;
      if (!renamed) throw new Error(`A new title was refused: ${JSON.stringify(answer.data)}`);
      journal.titles.set(item.id, [word]);
      item.version = renamed.version;
      return true;
    }
  }

  function spendOf(rubles) {
    const amount = { amount: String(rubles), currency: 'RUB' };
    return { campaignId: agency.campaignId, day: agency.today, platform: 'VK Реклама', amount };
  }
  function itemOf(title) {
    return { clientId: agency.clientId, title, format: 'POST', publishOn: agency.today, publishTime: '12:00' };
  }
}
