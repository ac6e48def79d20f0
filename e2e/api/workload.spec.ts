import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aClient, agency, aTask, within, type TestAgency } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let mayak: TestAgency;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
});
afterAll(stopApi);

const workload = /* GraphQL */ `
  {
    workload {
      weeks
      unassigned
      people {
        id
        cells {
          plannedMinutes
          capacityMinutes
        }
        laterMinutes
        openTasks
        uncounted
      }
    }
  }
`;
const tasksOf = /* GraphQL */ `
  query ($id: ID) {
    workloadTasks(memberId: $id) {
      elsewhereMinutes
      tasks {
        id
        minutes
        laterMinutes
        canHandOver
        version
      }
    }
  }
`;
const handOver = /* GraphQL */ `
  mutation ($input: HandOverTaskInput!) {
    handOverTask(input: $input) {
      __typename
      ... on InvalidInput {
        issues {
          path
          code
        }
      }
      ... on IllegalTransition {
        state
      }
      ... on TaskSuccess {
        task {
          state
          version
          assignee {
            id
          }
        }
      }
    }
  }
`;

interface Person {
  readonly id: string;
  readonly cells: readonly { readonly plannedMinutes: number; readonly capacityMinutes: number }[];
  readonly laterMinutes: number;
}
const total = ({ cells, laterMinutes }: Person) =>
  cells.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, laterMinutes);

async function peopleSeenBy(asker: TestAgency['owner']): Promise<Readonly<Record<string, Person>>> {
  const { workload: shown } = await api.as(asker).run(workload);
  return Object.fromEntries(shown.people.map((person: Person) => [person.id, person]));
}

const change = (id: string, data: object) =>
  within(mayak.agencyId, (db) => db.task.updateMany({ where: { id }, data }));

describe('The load of people', () => {
  it('is their open work by weeks, none of it lost, and what cannot be counted is counted apart', async () => {
    const { owner, copywriter } = mayak;
    await aTask(mayak, { state: 'in_progress' });
    await aTask(mayak, { state: 'issued', dueAt: new Date(Date.now() + 200 * 86_400_000) });
    await aTask(mayak, { state: 'issued', dueAt: new Date(Date.now() - 86_400_000) });
    await aTask(mayak, { state: 'in_review' });
    await change((await aTask(mayak, { state: 'issued' })).id, { estimatedMinutes: null });
    const { [copywriter.memberId]: person } = await peopleSeenBy(owner);
    expect(person).toMatchObject({ openTasks: 4, uncounted: 1 });
    expect(person && total(person)).toBe(3 * 180);
    expect(person?.laterMinutes).toBeGreaterThan(0);
    expect(person?.cells).toHaveLength(8);
    const { workloadTasks } = await api.as(owner).run(tasksOf, { id: copywriter.memberId });
    expect(workloadTasks.tasks).toHaveLength(4);
    expect(workloadTasks.tasks.filter(({ minutes }: { minutes: unknown }) => minutes === null)).toHaveLength(1);
  });

  it('is one statement for people and one for tasks', async () => {
    await aTask(mayak, { state: 'in_progress' });
    const asked = await api.statementsOf(() => api.as(mayak.owner).run(workload));
    expect(asked.filter((text) => /FROM (member|task) /.test(text)).length).toBeLessThanOrEqual(2);
  });

  it('is seen by the owner, by the manager of the squad, and by the specialist of themself', async () => {
    const { owner, manager, copywriter, designer } = mayak;
    const far = await mayak.join('Олег Дуб', 'specialist', ['copy'], []);
    const otherManager = await mayak.join('Рита Ива', 'manager', [], []);
    const ids = async (asker: TestAgency['owner']) => Object.keys(await peopleSeenBy(asker));
    expect(await ids(owner)).toEqual(expect.arrayContaining([copywriter.memberId, designer.memberId, far.memberId]));
    expect(await ids(manager)).not.toContain(far.memberId);
    expect(await ids(manager)).toContain(copywriter.memberId);
    expect(await ids(copywriter)).toEqual([copywriter.memberId]);
    expect(await ids(otherManager)).toEqual([]);
    for (const asker of [otherManager, designer]) {
      const { workloadTasks } = await api.as(asker).run(tasksOf, { id: copywriter.memberId });
      expect(workloadTasks).toBeNull();
    }
  });

  it('keeps drafts from whoever will do them', async () => {
    const { copywriter, manager } = mayak;
    await aTask(mayak, { state: 'draft' });
    const { [copywriter.memberId]: own } = await peopleSeenBy(copywriter);
    expect(own).toMatchObject({ openTasks: 0 });
    const { [copywriter.memberId]: led } = await peopleSeenBy(manager);
    expect(led).toMatchObject({ openTasks: 1 });
  });

  it('counts hours for clients of others without naming them', async () => {
    const { copywriter, owner, manager } = mayak;
    const squad = { id: crypto.randomUUID(), agencyId: mayak.agencyId, name: 'Вторая команда' };
    await within(mayak.agencyId, (db) => db.squad.create({ data: squad }));
    const other = { ...mayak, ...(await aClient(mayak)) };
    await within(mayak.agencyId, (db) =>
      db.client.updateMany({ where: { id: other.client.id }, data: { squadId: squad.id } }),
    );
    await aTask(other, { state: 'in_progress' });
    const { workloadTasks } = await api.as(manager).run(tasksOf, { id: copywriter.memberId });
    expect(workloadTasks.tasks).toEqual([]);
    expect(workloadTasks.elsewhereMinutes.reduce((sum: number, each: number) => sum + each, 0)).toBe(180);
    const seen = await api.as(owner).run(tasksOf, { id: copywriter.memberId });
    expect(seen.workloadTasks.tasks).toHaveLength(1);
  });
});

describe('A task given to somebody else', () => {
  it('goes to a colleague of its discipline, and back', async () => {
    const { manager, copywriter } = mayak;
    const vera = await mayak.join('Вера Лис', 'specialist', ['copy']);
    const task = await aTask(mayak, { state: 'issued' });
    const give = (expectedVersion: number, toMemberId: string) =>
      api.as(manager).run(handOver, { input: { taskId: task.id, expectedVersion, toMemberId } });
    const { handOverTask: given } = await give(1, vera.memberId);
    expect(given.task).toMatchObject({ state: 'ISSUED', assignee: { id: vera.memberId } });
    expect((await give(1, copywriter.memberId)).handOverTask.__typename).toBe('StaleVersion');
    const { handOverTask: back } = await give(given.task.version, copywriter.memberId);
    expect(back.task.assignee).toEqual({ id: copywriter.memberId });
  });

  it('is issued anew where it was accepted, and stays where it was handed in', async () => {
    const { owner } = mayak;
    const vera = await mayak.join('Вера Лис', 'specialist', ['copy']);
    const give = (taskId: string) =>
      api.as(owner).run(handOver, { input: { taskId, expectedVersion: 1, toMemberId: vera.memberId } });
    const { handOverTask: accepted } = await give((await aTask(mayak, { state: 'in_progress' })).id);
    expect(accepted.task).toMatchObject({ state: 'ISSUED' });
    const { handOverTask: handedIn } = await give((await aTask(mayak, { state: 'in_review' })).id);
    expect(handedIn).toMatchObject({ __typename: 'IllegalTransition', state: 'in_review' });
  });

  it('is refused for another discipline, for whoever has left, and to nobody once it is issued', async () => {
    const { manager, designer } = mayak;
    const left = await mayak.join('Вера Лис', 'specialist', ['copy']);
    await within(mayak.agencyId, (db) =>
      db.member.updateMany({ where: { id: left.memberId }, data: { deactivatedAt: new Date() } }),
    );
    const task = await aTask(mayak, { state: 'issued' });
    for (const toMemberId of [designer.memberId, left.memberId, crypto.randomUUID(), null]) {
      const { handOverTask } = await api
        .as(manager)
        .run(handOver, { input: { taskId: task.id, expectedVersion: 1, toMemberId } });
      expect(handOverTask.issues).toEqual([{ path: ['toMemberId'], code: 'not_an_option' }]);
    }
    const draft = await aTask(mayak);
    const { handOverTask } = await api.as(manager).run(handOver, { input: { taskId: draft.id, expectedVersion: 1 } });
    expect(handOverTask.task).toMatchObject({ state: 'DRAFT', assignee: null });
  });

  it('is not for specialists, nor for managers of others', async () => {
    const vera = await mayak.join('Вера Лис', 'specialist', ['copy']);
    const otherManager = await mayak.join('Рита Ива', 'manager', [], []);
    const task = await aTask(mayak, { state: 'issued' });
    for (const asker of [mayak.copywriter, vera, otherManager]) {
      const { handOverTask } = await api
        .as(asker)
        .run(handOver, { input: { taskId: task.id, expectedVersion: 1, toMemberId: vera.memberId } });
      expect(handOverTask.__typename).toBe('NotFound');
    }
  });
});
