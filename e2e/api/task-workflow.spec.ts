import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agency, aTask, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';
import { actions } from './tasks.documents';

/** product.md's table «Task workflow», asked over HTTP: every state × action × role of those who have an account. */

type Action = keyof typeof actions;
type State = 'draft' | 'issued' | 'in_progress' | 'in_review' | 'client_review' | 'done' | 'cancelled';

const leads = ['owner', 'manager'] as const;
const assignee = ['copywriter'] as const;

const table: Readonly<Record<Action, { from: readonly State[]; to: string; who: readonly string[] }>> = {
  issueTask: { from: ['draft'], to: 'ISSUED', who: leads },
  acceptTask: { from: ['issued'], to: 'IN_PROGRESS', who: assignee },
  declineTask: { from: ['issued'], to: 'DRAFT', who: assignee },
  reviseTask: { from: ['issued', 'in_progress'], to: 'ISSUED', who: leads },
  submitTask: { from: ['in_progress'], to: 'IN_REVIEW', who: assignee },
  requestTaskChanges: { from: ['in_review'], to: 'IN_PROGRESS', who: leads },
  approveTask: { from: ['in_review'], to: 'DONE', who: leads },
  withdrawTask: { from: ['client_review'], to: 'IN_REVIEW', who: leads },
  reopenTask: { from: ['done'], to: 'IN_PROGRESS', who: leads },
  cancelTask: {
    from: ['draft', 'issued', 'in_progress', 'in_review', 'client_review'],
    to: 'CANCELLED',
    who: leads,
  },
};

const reasoned: ReadonlySet<Action> = new Set([
  'declineTask',
  'reviseTask',
  'requestTaskChanges',
  'withdrawTask',
  'reopenTask',
  'cancelTask',
]);

const states: readonly State[] = ['draft', 'issued', 'in_progress', 'in_review', 'client_review', 'done', 'cancelled'];

const content = {
  kind: 'copy',
  text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Стол из сосны' }] }] },
};

let api: Api;
let mayak: TestAgency;
let people: Readonly<Record<string, TestMember>>;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
  people = {
    owner: mayak.owner,
    manager: mayak.manager,
    'manager of another squad': await mayak.join('Олег Чужой', 'manager', [], []),
    copywriter: mayak.copywriter,
    'another specialist': mayak.designer,
  };
});
afterAll(stopApi);

async function attempt(as: TestMember, action: Action, taskId: string) {
  const input = {
    taskId,
    expectedVersion: 1,
    ...(reasoned.has(action) && { reason: 'Так надо' }),
    ...(action === 'submitTask' && { content }),
  };
  return (await api.as(as).run(actions[action], { input }))[action];
}

const stateOf = async (taskId: string): Promise<string> =>
  (await api.as(mayak.owner).run('query ($id: ID!) { task(id: $id) { state } }', { id: taskId })).task.state;

const moves = Object.keys(table) as readonly Action[];

describe.each(states)('A task that is %s', (state) => {
  it('moves by the table and in no other way, whoever asks', async () => {
    const untouched = await aTask(mayak, { state });
    for (const [name, person] of Object.entries(people)) {
      for (const action of moves) {
        const { from, to, who } = table[action];
        const may = who.includes(name);
        if (may && from.includes(state)) {
          const own = await aTask(mayak, { state });
          const answer = await attempt(person, action, own.id);
          expect([name, action, answer.__typename, await stateOf(own.id)]).toEqual([name, action, 'TaskSuccess', to]);
        } else {
          const { __typename } = await attempt(person, action, untouched.id);
          expect([name, action, __typename]).toEqual([name, action, may ? 'IllegalTransition' : 'NotFound']);
        }
      }
    }
    expect(await stateOf(untouched.id)).toBe(state.toUpperCase());
  });

  it('offers over the wire just what it would do', async () => {
    const task = await aTask(mayak, { state });
    const offers = 'query ($id: ID!) { task(id: $id) { availableActions { action } } }';
    const named: Readonly<Record<string, Action>> = { REQUEST_CHANGES: 'requestTaskChanges' };
    for (const [name, person] of Object.entries(people)) {
      const seen = (await api.as(person).run(offers, { id: task.id })).task;
      const offered: string[] = (seen?.availableActions ?? [])
        .map(({ action }: { action: string }) => named[action] ?? `${action.toLowerCase()}Task`)
        .filter((action: string) => action !== 'askTask');
      const expected = moves.filter((action) => table[action].who.includes(name) && table[action].from.includes(state));
      expect([name, offered.toSorted()]).toEqual([name, expected.toSorted()]);
    }
  });
});
