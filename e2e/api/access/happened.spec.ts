import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, ok } from '@planerka/platform/domain';
import { UnitOfWork } from '@planerka/platform/server';
import { aSubmittedTask, aTask, type Ids, type TestMember } from '@planerka/testing/server';
import { CloseCode } from 'graphql-ws';
import WebSocket from 'ws';
import { decide, send } from '../approvals.documents';
import { commentCommands } from '../comments.documents';
import { startApi, stopApi, type Api } from '../harness';
import { listenAs, socketAddressOf, until, type Ear } from '../sockets';
import { actions, saveDraft } from '../tasks.documents';
import { allCases } from '../tenancy/all-cases';
import { inOrder, type ActorName } from './actors';
import { leads, owner, worksOn } from './expectations';
import { roots } from './roots';
import { makeWorld, type Headers, type World } from './world';

type MemberName = keyof World['members'];

/** Of one client's task, money and approval: done by a command, heard by some. */
interface Happening {
  readonly by: ActorName;
  readonly does: (
    world: World,
    things: Ids,
  ) => Promise<readonly [document: string, variables: object, headers?: Headers]>;
  /** What everybody of `heardBy` hears, first. */
  readonly type: string;
  readonly heardBy: string;
  /** Nobody hears of what they could not ask for. */
  readonly seenBy: keyof typeof roots;
}

const byCase =
  (name: string): Happening['does'] =>
  (_, things) => {
    const { document, variables } = allCases[name]!(things);
    return Promise.resolve([document, variables]);
  };

const happenings: Readonly<Record<string, Happening>> = {
  'a fee that is written into a draft': {
    by: 'manager',
    does: async ({ own }) => [
      saveDraft,
      {
        input: { taskId: (await aTask(own)).id, expectedVersion: 1, fee: { amount: '2500.00', currency: 'RUB' } },
      },
    ],
    type: 'task.brief_saved',
    heardBy: leads,
    seenBy: 'Query.task',
  },
  'a task that is issued': {
    by: 'manager',
    does: async ({ own }) => [actions.issueTask, { input: { taskId: (await aTask(own)).id, expectedVersion: 1 } }],
    type: 'task.issued',
    heardBy: worksOn,
    seenBy: 'Query.task',
  },
  'a task that is accepted': {
    by: 'assignee',
    does: async ({ own }) => [
      actions.acceptTask,
      { input: { taskId: (await aTask(own, { state: 'issued' })).id, expectedVersion: 1 } },
    ],
    type: 'task.accepted',
    heardBy: worksOn,
    seenBy: 'Query.task',
  },
  'a remark inside the squad': {
    by: 'manager',
    does: (_, { task, deliverable }) =>
      Promise.resolve([
        commentCommands.addComment,
        { input: { taskId: task, deliverableId: deliverable, visibility: 'INTERNAL', body: 'Не то' } },
      ]),
    type: 'comment.added',
    heardBy: worksOn,
    seenBy: 'Query.task',
  },
  'an approval that is sent': {
    by: 'manager',
    does: async ({ own }) => [
      send,
      { input: { taskIds: [(await aSubmittedTask(own)).id], contactIds: [own.contact.id] } },
    ],
    type: 'approval.sent',
    heardBy: leads,
    seenBy: 'Query.approval',
  },
  'the client’s word': {
    by: 'guest',
    does: async ({ own }) => {
      const input = { taskIds: [(await aSubmittedTask(own)).id], contactIds: [own.contact.id] };
      const { sendForApproval } = await api.as(own.manager).run(send, { input });
      const token = String(sendForApproval.links[0].url).split('/g/')[1] ?? '';
      const guest = { 'x-planerka-guest': token };
      const { guestApproval } = await api
        .withHeaders(guest)
        .run('{ guestApproval { ... on GuestApproval { contentHash } } }');
      const { contentHash } = guestApproval;
      return [decide, { input: { decision: 'REQUEST_CHANGES', contentHash, comment: 'Светлее' } }, guest];
    },
    type: 'approval.changes_requested',
    heardBy: leads,
    seenBy: 'Query.approval',
  },
  'a client that is changed': {
    by: 'manager',
    does: byCase('createContact'),
    type: 'contact.created',
    heardBy: leads,
    seenBy: 'Query.client',
  },
  'a budget that is raised': {
    by: 'owner',
    does: byCase('approveBudgetRevision'),
    type: 'budget.revisionApproved',
    heardBy: leads,
    seenBy: 'Query.budget',
  },
  'ad spend': {
    by: 'targetologist',
    does: byCase('enterAdSpend'),
    type: 'adSpend.entered',
    heardBy: `${leads} targetologist`,
    seenBy: 'Query.adSpend',
  },
  'a payout to who did the work': {
    by: 'owner',
    does: (world, { assignee, ...things }) =>
      byCase('preparePayouts')(world, { ...things, assignee, member: assignee }),
    type: 'payout.prepared',
    heardBy: 'owner assignee',
    seenBy: 'Query.payouts',
  },
  'what the client pays': {
    by: 'owner',
    does: byCase('saveRetainer'),
    type: 'retainer.saved',
    heardBy: owner,
    seenBy: 'Query.client',
  },
};

let api: Api;
let world: World;
let ears: Readonly<Record<MemberName, Ear>>;

beforeAll(async () => {
  api = await startApi();
  await api.app.listen(0, '127.0.0.1');
  world = await makeWorld();
  const heard: [string, Ear][] = [];
  for (const [name, member] of Object.entries(world.members)) heard.push([name, await listenAs(api, member)]);
  ears = Object.fromEntries(heard) as typeof ears;
});
afterAll(async () => {
  await Promise.all(Object.values(ears).map((ear) => ear.close()));
  await stopApi();
});

/** Something that all of these hear, after all that happened before it: what they have not heard by then, they never will. */
async function afterwards(members: readonly TestMember[], of: readonly Ear[]): Promise<void> {
  const id = newId();
  const [{ agencyId }] = members as [TestMember];
  await api.app.get(UnitOfWork).run({ agencyId }, ({ emit }) => {
    emit({
      type: 'task.moved',
      entity: { type: 'Task', id },
      actor: { memberId: null, name: 'Спека' },
      audience: { memberIds: members.map(({ memberId }) => memberId) },
    });
    return Promise.resolve(ok(undefined));
  });
  await until(() => of.every(({ heard }) => heard.at(-1)?.entityId === id));
}

describe('Of what happens hears', () => {
  it.each(Object.entries(happenings))('%s', async (_name, { by, does, type, heardBy, seenBy }) => {
    const { foreigner, ...members } = world.members;
    const { foreigner: stranger, ...own } = ears;
    await afterwards(Object.values(members), Object.values(own));
    const from = Object.fromEntries(Object.entries(ears).map(([name, { heard }]) => [name, heard.length]));

    const things = await world.another();
    const [document, variables, headers = world.headersOf(by)] = await does(world, things);
    await api.withHeaders(headers).run(document, variables);
    await afterwards(Object.values(members), Object.values(own));
    await afterwards([foreigner], [stranger]);

    const heard = Object.entries(ears).flatMap(([name, ear]) =>
      ear.heard.slice(from[name]).some((one) => one.type === type) ? [name] : [],
    );
    expect(inOrder(heard)).toBe(heardBy);
    expect(stranger.heard.slice(from['foreigner'])).toHaveLength(1);
    const { told } = roots[seenBy]!;
    expect(heard.filter((name) => told[name as ActorName] !== 'allowed')).toEqual([]);
  });

  it('never a guest, whose socket carries that their page has changed and no more', async () => {
    const socket = new WebSocket(await socketAddressOf(api), ['graphql-transport-ws'], {
      headers: world.headersOf('guest'),
    });
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
    const answer = await new Promise<string>((resolve) =>
      socket.on('message', (bytes: Buffer) => {
        const said = bytes.toString();
        const payload = { query: 'subscription { happened { type } }' };
        if (said.includes('connection_ack')) socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
        else resolve(said);
      }),
    );
    expect(JSON.parse(answer)).toMatchObject({ payload: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } });
    socket.terminate();
  });

  it.each(['expiredGuest', 'nobody'] as const)('never %s, who gets no socket', async (actor) => {
    const socket = new WebSocket(await socketAddressOf(api), ['graphql-transport-ws'], {
      headers: world.headersOf(actor),
    });
    const heard: string[] = [];
    socket.on('message', (bytes: Buffer) => void heard.push(bytes.toString()));
    socket.once('open', () => {
      const payload = { agencyId: world.own.agencyId, ...world.headersOf(actor) };
      socket.send(JSON.stringify({ type: 'connection_init', payload }));
    });
    expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(CloseCode.Forbidden);
    expect(heard).toEqual([]);
  });
});
