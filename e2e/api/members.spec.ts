import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { closeCodes } from '@planerka/platform/server';
import { aBudgetLine, agency, aTask, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';
import { listenAs } from './sockets';
import { actions } from './tasks.documents';

let api: Api;
let mayak: TestAgency;
beforeAll(async () => {
  api = await startApi();
  await api.app.listen(0, '127.0.0.1');
});
beforeEach(async () => {
  mayak = await agency();
});
afterAll(stopApi);

const preview = /* GraphQL */ `
  query ($id: ID!) {
    handOver(memberId: $id) {
      ledTasks
      leadIds
      candidates {
        id
        openTasks
      }
      tasks {
        id
        moves
        candidateIds
      }
    }
  }
`;
const handOver = /* GraphQL */ `
  mutation ($input: HandOverTasksInput!) {
    handOverTasks(input: $input) {
      __typename
      ... on HandedOver {
        moved
      }
      ... on InvalidInput {
        issues {
          path
          code
        }
      }
      ... on IllegalTransition {
        state
      }
    }
  }
`;
const leaving = (input: object) => ({ input: { expectedVersion: 1, moves: [], deactivate: true, ...input } });
const taskOf = async (by: TestMember, id: string) =>
  (
    await api
      .as(by)
      .run('query ($id: ID!) { task(id: $id) { state assignee { id } details { activity { action actorName } } } }', {
        id,
      })
  ).task;

describe('Whoever leaves', () => {
  it('hands open work to those who do such work, and what was handed in stays theirs', async () => {
    const { owner, copywriter, designer } = mayak;
    const other = await mayak.join('Ольга Ветрова', 'specialist', ['copy']);
    const [issued, handedIn] = [
      await aTask(mayak, { state: 'issued', assignee: copywriter }),
      await aTask(mayak, { state: 'in_review', assignee: copywriter }),
    ];
    const { handOver: shown } = await api.as(owner).run(preview, { id: copywriter.memberId });
    expect(shown.tasks).toHaveLength(2);
    expect(shown.tasks).toContainEqual({ id: issued.id, moves: true, candidateIds: [other.memberId] });
    expect(shown.tasks).toContainEqual({ id: handedIn.id, moves: false, candidateIds: [other.memberId] });

    const ear = await listenAs(api, copywriter);
    const wrong = await api.as(owner).run(
      handOver,
      leaving({
        memberId: copywriter.memberId,
        moves: [{ taskId: issued.id, toMemberId: designer.memberId }],
      }),
    );
    expect(wrong.handOverTasks.issues).toEqual([{ path: ['moves', '0', 'toMemberId'], code: 'not_an_option' }]);
    const { handOverTasks } = await api
      .as(owner)
      .run(
        handOver,
        leaving({ memberId: copywriter.memberId, moves: [{ taskId: issued.id, toMemberId: other.memberId }] }),
      );
    expect(handOverTasks).toEqual({ __typename: 'HandedOver', moved: 1 });

    // access ends at once, by what is open already too
    expect(await ear.ended).toMatchObject({ code: closeCodes.comeAgain });
    expect((await api.as(copywriter).run('{ viewer { memberId } }')).viewer.memberId).toBeNull();
    expect(await taskOf(owner, issued.id)).toMatchObject({
      state: 'ISSUED',
      assignee: { id: other.memberId },
      details: { activity: [{ action: 'hand_over', actorName: owner.name }] },
    });
    expect(await taskOf(owner, handedIn.id)).toMatchObject({
      state: 'IN_REVIEW',
      assignee: { id: copywriter.memberId },
    });
    const { acceptTask } = await api
      .as(other)
      .run(actions.acceptTask, { input: { taskId: issued.id, expectedVersion: 2 } });
    expect(acceptTask.__typename).toBe('TaskSuccess');
  });

  it('takes no promised money along: accepted work is issued anew', async () => {
    const { owner, copywriter, agencyId } = mayak;
    const other = await mayak.join('Ольга Ветрова', 'specialist', ['copy']);
    const line = await aBudgetLine(mayak, { planned: 5_000 });
    const task = await aTask(mayak, { state: 'issued', assignee: copywriter, fee: 2_000 });
    const lineNow = () =>
      within(agencyId, (db) => db.budgetLine.findFirstOrThrow({ where: { agencyId, id: line.id } }));
    await api.as(copywriter).run(actions.acceptTask, { input: { taskId: task.id, expectedVersion: 1 } });
    expect(await lineNow()).toMatchObject({ committedMinor: 200_000n });
    const moves = [{ taskId: task.id, toMemberId: other.memberId }];
    await api.as(owner).run(handOver, leaving({ memberId: copywriter.memberId, moves, deactivate: false }));
    expect(await lineNow()).toMatchObject({ committedMinor: 0n, availableMinor: 500_000n });
    expect((await taskOf(owner, task.id)).state).toBe('ISSUED');
    // only handed over: the access stays
    expect((await api.as(copywriter).run('{ viewer { memberId } }')).viewer.memberId).toBe(copywriter.memberId);
  });

  it('goes with all of it or stays with all of it', async () => {
    const { owner, copywriter } = mayak;
    const other = await mayak.join('Ольга Ветрова', 'specialist', ['copy']);
    const [open, done] = [
      await aTask(mayak, { state: 'issued', assignee: copywriter }),
      await aTask(mayak, { state: 'done', assignee: copywriter }),
    ];
    const moves = [open, done].map(({ id }) => ({ taskId: id, toMemberId: other.memberId }));
    const { handOverTasks } = await api.as(owner).run(handOver, leaving({ memberId: copywriter.memberId, moves }));
    expect(handOverTasks).toEqual({ __typename: 'IllegalTransition', state: 'done' });
    expect((await taskOf(owner, open.id)).assignee.id).toBe(copywriter.memberId);
    expect((await api.as(copywriter).run('{ viewer { memberId } }')).viewer.memberId).toBe(copywriter.memberId);
  });

  it('leaves what they answered for to another lead', async () => {
    const { owner, manager } = mayak;
    await aTask(mayak, { state: 'issued' });
    const { handOver: shown } = await api.as(owner).run(preview, { id: manager.memberId });
    expect(shown).toMatchObject({ ledTasks: 1, leadIds: [owner.memberId] });
    const { handOverTasks } = await api
      .as(owner)
      .run(handOver, leaving({ memberId: manager.memberId, leadId: owner.memberId }));
    expect(handOverTasks.__typename).toBe('HandedOver');
    const { handOver: after } = await api.as(owner).run(preview, { id: owner.memberId });
    expect(after.ledTasks).toBe(1);
  });

  it('leaves open work that nobody took to be handed over later', async () => {
    const { owner, manager, copywriter } = mayak;
    const other = await mayak.join('Ольга Ветрова', 'specialist', ['copy']);
    const open = await aTask(mayak, { state: 'issued', assignee: copywriter });
    await aTask(mayak, { state: 'in_review', assignee: copywriter });
    const left = async (by: TestMember) =>
      (await api.as(by).run('{ team { members { id version leftBehind } } }')).team.members.find(
        ({ id }: { id: string }) => id === copywriter.memberId,
      );
    expect(await left(owner)).toMatchObject({ leftBehind: 0 });
    await api.as(owner).run(handOver, leaving({ memberId: copywriter.memberId }));
    const { version, leftBehind } = await left(owner);
    expect(leftBehind).toBe(1);
    expect(await left(manager)).toMatchObject({ leftBehind: 0 });
    const moves = [{ taskId: open.id, toMemberId: other.memberId }];
    const { handOverTasks } = await api
      .as(owner)
      .run(handOver, leaving({ memberId: copywriter.memberId, expectedVersion: version, moves, deactivate: false }));
    expect(handOverTasks).toEqual({ __typename: 'HandedOver', moved: 1 });
    expect(await left(owner)).toMatchObject({ leftBehind: 0 });
    expect((await taskOf(owner, open.id)).assignee.id).toBe(other.memberId);
  });

  it('is shown out by the owner alone', async () => {
    const { manager, copywriter } = mayak;
    for (const by of [manager, copywriter]) {
      expect((await api.as(by).run(preview, { id: copywriter.memberId })).handOver).toBeNull();
      const { handOverTasks } = await api.as(by).run(handOver, leaving({ memberId: copywriter.memberId }));
      expect(handOverTasks.__typename).toBe('NotFound');
    }
  });
});

describe('The last owner', () => {
  const member = { name: 'Ирина', disciplines: [], employment: 'STAFF', weeklyHours: 40 };
  const update = 'mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { __typename } }';

  it('stays, also when two owners step down at the same moment', async () => {
    const { owner } = mayak;
    const second = await mayak.join('Пётр Савельев', 'owner', [], []);
    const answers = await Promise.all([
      api
        .as(owner)
        .run(update, { input: { ...member, memberId: owner.memberId, expectedVersion: 1, role: 'MANAGER' } }),
      api.as(second).run(handOver, leaving({ memberId: second.memberId })),
    ]);
    const told = answers.map(({ updateMember, handOverTasks }) => (updateMember ?? handOverTasks).__typename).sort();
    expect(told).toContain('LastOwner');
    const { rows } = await within(mayak.agencyId, async (db) => ({
      rows: await db.member.count({ where: { agencyId: mayak.agencyId, role: 'owner', deactivatedAt: null } }),
    }));
    expect(rows).toBe(1);
  });
});

describe('One person, several parts', () => {
  it('a specialist of two squads sees the clients of both, and of no third', async () => {
    const { owner } = mayak;
    const squad = async (name: string): Promise<string> =>
      (
        await api
          .as(owner)
          .run(
            'mutation ($input: CreateSquadInput!) { createSquad(input: $input) { ... on SquadChanged { squad { id } } } }',
            { input: { name, memberIds: [] } },
          )
      ).createSquad.squad.id;
    const [second, third] = [await squad('Вторая'), await squad('Третья')];
    const both = await mayak.join('Вера Двойная', 'specialist', ['copy'], [mayak.squadId, second]);
    await within(mayak.agencyId, async (db) => {
      for (const [name, squadId] of [
        ['Ель', second],
        ['Клён', third],
      ] as const) {
        await db.client.create({ data: { agencyId: mayak.agencyId, id: crypto.randomUUID(), name, squadId } });
      }
    });
    const { clients } = await api.as(both).run('{ clients(first: 10) { nodes { name } } }');
    expect(clients.nodes.map(({ name }: { name: string }) => name).sort()).toEqual(['Ель', 'Сосна']);
  });

  it('a manager who is also a designer takes a task, and the owner reviews it', async () => {
    const { owner } = mayak;
    const manager = await mayak.join('Анна Рисует', 'manager', ['design']);
    const task = await aTask(mayak, { discipline: 'design', state: 'issued', assignee: manager, manager });
    const { acceptTask } = await api
      .as(manager)
      .run(actions.acceptTask, { input: { taskId: task.id, expectedVersion: 1 } });
    expect(acceptTask.task.state).toBe('IN_PROGRESS');
    const handedIn = await aTask(mayak, { discipline: 'design', state: 'in_review', assignee: manager, manager });
    const approve = (by: TestMember) =>
      api.as(by).run(actions.approveTask, { input: { taskId: handedIn.id, expectedVersion: 1 } });
    expect((await approve(manager)).approveTask.__typename).toBe('NotFound');
    expect((await approve(owner)).approveTask.task.state).toBe('DONE');
  });

  it('an owner who manages leads a squad, writes briefs, and stays the owner', async () => {
    const { owner } = mayak;
    const { createSquad } = await api
      .as(owner)
      .run(
        'mutation ($input: CreateSquadInput!) { createSquad(input: $input) { ... on SquadChanged { squad { leadId } } } }',
        { input: { name: 'Её команда', leadId: owner.memberId, memberIds: [] } },
      );
    expect(createSquad.squad.leadId).toBe(owner.memberId);
    const task = await aTask(mayak, { state: 'draft', manager: owner });
    const { issueTask } = await api
      .as(owner)
      .run(actions.issueTask, { input: { taskId: task.id, expectedVersion: 1 } });
    expect(issueTask.task.state).toBe('ISSUED');
    expect((await api.as(owner).run('{ viewer { role abilities } }')).viewer).toMatchObject({
      role: 'OWNER',
      abilities: expect.arrayContaining(['agency.manage']),
    });
  });
});
