import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agency, aTask, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { newId } from '@planerka/platform/domain';
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

const answer = `__typename
  ... on TimeChanged { entryId taskId version }
  ... on TimerForgotten { entryId taskTitle }
  ... on IllegalTransition { state }
  ... on InvalidInput { issues { path code } }`;
const shown = /* GraphQL */ `
  query ($id: ID!) {
    taskTime(taskId: $id) {
      estimatedMinutes
      spentMinutes
      canEnter
      canStart
      people {
        name
        minutes
      }
      entries {
        id
        spentOn
        minutes
        note
        version
      }
      running {
        entryId
        taskId
        isForgotten
      }
    }
  }
`;

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' }).format(new Date());
const seenBy = async (asker: TestMember, id: string) => (await api.as(asker).run(shown, { id })).taskTime;
const start = async (asker: TestMember, id: string) =>
  (await api.as(asker).run(`mutation ($id: ID!) { startTimer(taskId: $id) { ${answer} } }`, { id })).startTimer;
const stop = async (asker: TestMember, id: string, minutes?: number) =>
  (
    await api
      .as(asker)
      .run(`mutation ($id: ID!, $minutes: Int) { stopTimer(entryId: $id, minutes: $minutes) { ${answer} } }`, {
        id,
        minutes,
      })
  ).stopTimer;
const resume = async (asker: TestMember, id: string) =>
  (await api.as(asker).run(`mutation ($id: ID!) { resumeTimer(entryId: $id) { ${answer} } }`, { id })).resumeTimer;
const enter = async (asker: TestMember, taskId: string, more: object = {}) =>
  (
    await api.as(asker).run(`mutation ($input: EnterTimeInput!) { enterTime(input: $input) { ${answer} } }`, {
      input: { taskId, spentOn: today(), minutes: 45, note: 'Черновик', ...more },
    })
  ).enterTime;
const change = async (asker: TestMember, entryId: string, expectedVersion: number, minutes: number) =>
  (
    await api.as(asker).run(`mutation ($input: ChangeTimeInput!) { changeTime(input: $input) { ${answer} } }`, {
      input: { entryId, expectedVersion, minutes, spentOn: today() },
    })
  ).changeTime;
const remove = async (asker: TestMember, id: string) =>
  (await api.as(asker).run(`mutation ($id: ID!) { removeTime(entryId: $id) { ${answer} } }`, { id })).removeTime;
const startedEarlier = (entryId: string, hours: number) =>
  within(mayak.agencyId, (db) =>
    db.timeEntry.updateMany({ where: { id: entryId }, data: { startedAt: new Date(Date.now() - hours * 3_600_000) } }),
  );

describe('Time spent on a task', () => {
  it('is written down by whoever does it, corrected and taken out by them', async () => {
    const { copywriter } = mayak;
    const task = await aTask(mayak, { state: 'in_progress' });
    const { entryId } = await enter(copywriter, task.id);
    expect(await seenBy(copywriter, task.id)).toMatchObject({
      estimatedMinutes: 180,
      spentMinutes: 45,
      canEnter: true,
      canStart: true,
      people: [],
      entries: [{ id: entryId, minutes: 45, note: 'Черновик', version: 1 }],
    });
    expect(await change(copywriter, entryId, 1, 60)).toMatchObject({ __typename: 'TimeChanged', version: 2 });
    expect((await change(copywriter, entryId, 1, 90)).__typename).toBe('StaleVersion');
    expect((await seenBy(copywriter, task.id)).spentMinutes).toBe(60);
    expect((await remove(copywriter, entryId)).__typename).toBe('TimeChanged');
    expect(await seenBy(copywriter, task.id)).toMatchObject({ spentMinutes: 0, entries: [] });
  });

  it('shows sums to whoever leads the task, entries to whoever made them, and nothing to others', async () => {
    const { owner, manager, copywriter, designer } = mayak;
    const task = await aTask(mayak, { state: 'in_progress' });
    const { entryId } = await enter(copywriter, task.id);
    for (const lead of [owner, manager])
      expect(await seenBy(lead, task.id)).toMatchObject({
        spentMinutes: 45,
        canEnter: false,
        people: [{ name: copywriter.name, minutes: 45 }],
        entries: [],
        running: null,
      });
    expect(await seenBy(designer, task.id)).toBeNull();
    for (const other of [owner, manager, designer]) {
      expect((await enter(other, task.id)).__typename).toBe('NotFound');
      expect((await start(other, task.id)).__typename).toBe('NotFound');
      expect((await change(other, entryId, 1, 1)).__typename).toBe('NotFound');
      expect((await remove(other, entryId)).__typename).toBe('NotFound');
    }
  });

  it('stands beside the estimate in the list of tasks, what went furthest past it first', async () => {
    const { manager, copywriter, designer } = mayak;
    const within3 = await aTask(mayak, { state: 'in_progress' });
    const past = await aTask(mayak, { state: 'in_progress' });
    await enter(copywriter, past.id, { minutes: 200 });
    await enter(copywriter, within3.id, { minutes: 30 });
    const list = async (asker: TestMember, first: number, after?: string) =>
      (
        await api.as(asker).run(
          `query ($first: Int!, $after: String) { tasks(filter: {}, order: OVERRUN, first: $first, after: $after) {
            nodes { id spentMinutes estimatedMinutes } pageInfo { endCursor } } }`,
          { first, after },
        )
      ).tasks;
    const told = (id: string, spentMinutes: number) => ({ id, spentMinutes, estimatedMinutes: 180 });
    const page = await list(manager, 1);
    expect(page.nodes).toEqual([told(past.id, 200)]);
    expect((await list(manager, 1, page.pageInfo.endCursor)).nodes).toEqual([told(within3.id, 30)]);
    expect((await list(copywriter, 5)).nodes).toHaveLength(2);
    expect((await list(designer, 5)).nodes).toEqual([]);
  });

  it('is summed for the week in the workload, whoever works: a manager who does it themself, too', async () => {
    const { copywriter, manager, owner } = mayak;
    await enter(copywriter, (await aTask(mayak, { state: 'in_progress' })).id);
    await enter(manager, (await aTask(mayak, { state: 'in_progress', assignee: manager })).id, { minutes: 30 });
    const { workload } = await api
      .as(owner)
      .run('{ workload { people { id openTasks spentThisWeekMinutes cells { plannedMinutes } } } }');
    for (const [{ memberId }, minutes] of [
      [copywriter, 45],
      [manager, 30],
    ] as const)
      expect(workload.people.find(({ id }: { id: string }) => id === memberId)).toMatchObject({
        openTasks: 1,
        spentThisWeekMinutes: minutes,
      });
  });

  it('is taken from the load that is left', async () => {
    const { copywriter, owner } = mayak;
    const task = await aTask(mayak, { state: 'in_progress' });
    await enter(copywriter, task.id, { minutes: 60 });
    const { workloadTasks } = await api
      .as(owner)
      .run(
        'query ($id: ID) { workloadTasks(memberId: $id) { tasks { estimatedMinutes spentMinutes minutes laterMinutes } } }',
        {
          id: copywriter.memberId,
        },
      );
    const [{ minutes, laterMinutes, ...rest }] = workloadTasks.tasks;
    expect(rest).toEqual({ estimatedMinutes: 180, spentMinutes: 60 });
    expect(minutes.reduce((sum: number, each: number) => sum + each, laterMinutes)).toBe(120);
  });

  it.each([
    ['issued', 'IllegalTransition', 'IllegalTransition'],
    ['in_progress', 'TimeChanged', 'TimeChanged'],
    ['in_review', 'TimeChanged', 'IllegalTransition'],
    ['done', 'TimeChanged', 'IllegalTransition'],
  ] as const)('may be written down and measured on a task that is %s: %s, %s', async (state, entered, started) => {
    const task = await aTask(mayak, { state });
    expect((await enter(mayak.copywriter, task.id)).__typename).toBe(entered);
    expect((await start(mayak.copywriter, task.id)).__typename).toBe(started);
  });

  it('is refused at its field', async () => {
    const task = await aTask(mayak, { state: 'in_progress' });
    const wrong = await enter(mayak.copywriter, task.id, { minutes: 0, spentOn: '2099-01-01' });
    expect(wrong.issues).toEqual(
      expect.arrayContaining([
        { path: ['minutes'], code: 'too_small' },
        { path: ['spentOn'], code: 'in_the_future' },
      ]),
    );
    expect((await enter(mayak.copywriter, newId())).__typename).toBe('NotFound');
  });
});

describe('A timer', () => {
  it('is one of a person: starting another stops it, and it is the same on every device', async () => {
    const { copywriter } = mayak;
    const [one, other] = [await aTask(mayak, { state: 'in_progress' }), await aTask(mayak, { state: 'in_progress' })];
    const { entryId } = await start(copywriter, one.id);
    expect(await start(copywriter, one.id)).toMatchObject({ entryId });
    await startedEarlier(entryId, 2);
    const second = await start(copywriter, other.id);
    expect(await seenBy(copywriter, one.id)).toMatchObject({
      spentMinutes: 120,
      running: { entryId: second.entryId, taskId: other.id, isForgotten: false },
    });
    const { runningTimer } = await api.as(copywriter).run('{ runningTimer { taskId } }');
    expect(runningTimer).toEqual({ taskId: other.id });
    expect((await stop(copywriter, second.entryId)).__typename).toBe('TimeChanged');
    expect((await stop(copywriter, second.entryId)).__typename).toBe('NotFound');
    expect((await seenBy(copywriter, other.id)).running).toBeNull();
  });

  it('is one of a person even where two are started at once', async () => {
    const { copywriter, agencyId } = mayak;
    const tasks = await Promise.all([1, 2, 3].map(() => aTask(mayak, { state: 'in_progress' })));
    const started = await Promise.all(tasks.map(({ id }) => start(copywriter, id)));
    expect(started.map(({ __typename }) => __typename)).toEqual(['TimeChanged', 'TimeChanged', 'TimeChanged']);
    expect(await within(agencyId, (db) => db.timeEntry.count({ where: { agencyId, minutes: null } }))).toBe(1);
  });

  it('that was forgotten is asked about before it counts, or anything else begins', async () => {
    const { copywriter } = mayak;
    const [one, other] = [await aTask(mayak, { state: 'in_progress' }), await aTask(mayak, { state: 'in_progress' })];
    const { entryId } = await start(copywriter, one.id);
    await startedEarlier(entryId, 15);
    expect((await seenBy(copywriter, one.id)).running).toMatchObject({ isForgotten: true });
    expect(await start(copywriter, other.id)).toMatchObject({ __typename: 'TimerForgotten', entryId });
    expect((await stop(copywriter, entryId)).__typename).toBe('TimerForgotten');
    expect((await stop(copywriter, entryId, 2000)).issues).toMatchObject([{ path: ['minutes'] }]);
    expect((await stop(copywriter, entryId, 75)).__typename).toBe('TimeChanged');
    expect((await seenBy(copywriter, one.id)).spentMinutes).toBe(75);
    expect((await start(copywriter, other.id)).__typename).toBe('TimeChanged');
  });

  it('that was stopped by mistake goes on with what it has counted, the pause not counted', async () => {
    const { copywriter, manager } = mayak;
    const [task, other] = [await aTask(mayak, { state: 'in_progress' }), await aTask(mayak, { state: 'in_progress' })];
    const { entryId } = await start(copywriter, task.id);
    await startedEarlier(entryId, 2);
    await stop(copywriter, entryId);
    await startedEarlier(entryId, 9);
    expect((await resume(manager, entryId)).__typename).toBe('NotFound');
    expect(await resume(copywriter, entryId)).toMatchObject({ __typename: 'TimeChanged', version: 3 });
    expect(await seenBy(copywriter, task.id)).toMatchObject({ spentMinutes: 0, running: { entryId } });
    expect((await resume(copywriter, entryId)).__typename).toBe('IllegalTransition');
    await stop(copywriter, entryId);
    expect((await seenBy(copywriter, task.id)).spentMinutes).toBe(120);
    // Another one that runs is not stopped for it, and an entry by hand never ran.
    await start(copywriter, other.id);
    expect((await resume(copywriter, entryId)).__typename).toBe('IllegalTransition');
    const byHand = await enter(copywriter, task.id);
    expect((await resume(copywriter, byHand.entryId)).__typename).toBe('IllegalTransition');
  });

  it('belongs to its person: nobody else stops it', async () => {
    const task = await aTask(mayak, { state: 'in_progress' });
    const { entryId } = await start(mayak.copywriter, task.id);
    for (const other of [mayak.owner, mayak.manager, mayak.designer])
      expect((await stop(other, entryId)).__typename).toBe('NotFound');
  });

  it('runs once by the database’s own word, and never without a beginning', async () => {
    const { agencyId, copywriter } = mayak;
    const task = await aTask(mayak, { state: 'in_progress' });
    await start(copywriter, task.id);
    const entry = { agencyId, taskId: task.id, memberId: copywriter.memberId, spentOn: new Date() };
    const add = (more: object) =>
      within(agencyId, (db) => db.timeEntry.create({ data: { ...entry, id: newId(), ...more } }));
    await expect(add({ startedAt: new Date() })).rejects.toThrow(/Unique constraint/);
    await expect(add({})).rejects.toThrow(/time_entry_runs_from_a_moment/);
    await expect(add({ minutes: 0 })).rejects.toThrow(/time_entry_is_a_day_at_most/);
  });
});
