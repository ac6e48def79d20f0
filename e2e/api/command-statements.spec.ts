import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aBudgetLine,
  aDoneTask,
  agency,
  aLine,
  anItem,
  aTask,
  type TestAgency,
  type TestTask,
} from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';
import { actions } from './tasks.documents';

/** What the commands of every day cost: a statement that comes to one of them has to be meant. */

const content = {
  kind: 'copy',
  text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Стол из сосны' }] }] },
};
const payout = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on ChangePayoutsSuccess { payouts { id version } } } }`;
const prepare = payout('preparePayouts', 'PreparePayoutsInput');
const approvePayouts = payout('approvePayouts', 'ApprovePayoutsInput');
const markPaid = payout('markPayoutPaid', 'MarkPayoutPaidInput');

let api: Api;
let mayak: TestAgency;
let task: TestTask;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
  await aBudgetLine(mayak, { planned: 50_000 });
  const item = await anItem(mayak);
  task = await aTask(mayak, { state: 'issued', fee: 7_500, itemId: item.id });
});
afterAll(stopApi);

async function give(action: 'acceptTask' | 'submitTask' | 'approveTask', expectedVersion: number) {
  const by = action === 'approveTask' ? mayak.manager : mayak.copywriter;
  const input = { taskId: task.id, expectedVersion, ...(action === 'submitTask' && { content }) };
  const statements = await api.statementsOf(async () => {
    const answer = (await api.as(by).run(actions[action], { input }))[action];
    expect(answer).toMatchObject({ __typename: 'TaskSuccess', task: { version: expectedVersion + 1 } });
  });
  return statements.map(subjectOf);
}

/** What a statement does, in a word or two. */
function subjectOf(statement: string): string {
  const text = statement.replaceAll(/["\s]+/g, ' ').trim();
  const written = /^(insert into|update) (\w+)/i.exec(text);
  if (written) return `${written[1]?.toLowerCase()} ${written[2]}`;
  const locked = /^SELECT 1 FROM (\w+) .*FOR (?:NO KEY )?UPDATE/i.exec(text);
  if (locked) return `lock ${locked[1]}`;
  // Loaded for the command, or as its answer shows it: much is asked along.
  if (/\bFROM task t\b/i.test(text)) return 'select the task';
  return `select ${/ from (\w+)/i.exec(text)?.[1]}`;
}

const loaded = ['lock task', 'lock content_item', 'select the task'];
const kept = ['update task', 'insert into task_transition'];
const told = ['insert into outbox_event', 'select the task'];
const posted = ['update budget_line', 'insert into ledger_transaction', 'insert into ledger_transfer'];

describe('A command asks and writes no more than it must:', () => {
  it('accepting, submitting and approving a task', async () => {
    expect(await give('acceptTask', 1)).toEqual([
      ...loaded,
      // Its line was not known before: the scenario's task was laid down as a row.
      'select budget_line',
      ...posted,
      'update brief_version',
      ...kept,
      'update content_item',
      ...told,
    ]);
    expect(await give('submitTask', 2)).toEqual([
      ...loaded,
      'select brief_version',
      'insert into deliverable',
      ...kept,
      ...told,
    ]);
    expect(await give('approveTask', 3)).toEqual([...loaded, ...posted, ...kept, 'update content_item', ...told]);
  });

  it('paying, however many works there are', async () => {
    const line = await aLine(mayak, { planned: 50_000, category: 'design' });
    const paying = async (titles: readonly string[]) => {
      for (const title of titles) await aDoneTask(mayak, line, { assignee: mayak.designer, title, fee: 1_500 });
      const owner = api.as(mayak.owner);
      const { payouts } = (await owner.run(prepare, { input: { memberIds: [mayak.designer.memberId] } }))
        .preparePayouts;
      const versionOf = ({ id, version }: { id: string; version: number }) => ({
        payoutId: id,
        expectedVersion: version,
      });
      const approved = await owner.run(approvePayouts, { input: { payouts: payouts.map(versionOf) } });
      const [payout] = approved.approvePayouts.payouts;
      const paidOn = new Date().toISOString().slice(0, 10);
      return api.statementsOf(async () => {
        const { markPayoutPaid } = await owner.run(markPaid, { input: { ...versionOf(payout), paidOn } });
        expect(markPayoutPaid.payouts).toHaveLength(1);
      });
    };
    const one = await paying(['Афиша']);
    const three = await paying(['Обложка', 'Карусель', 'Сторис']);
    expect(one).toHaveLength(9);
    expect(three).toHaveLength(9);
  });
});
