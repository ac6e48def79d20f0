import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aBudgetLine,
  aClient,
  agency,
  anItem,
  aTask,
  readyBrief,
  within,
  type TestAgency,
  type TestMember,
} from '@planerka/testing/server';
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

const shown = /* GraphQL */ `
  query ($filter: TaskFilter!, $from: Date, $days: Int!, $first: Int!, $after: String) {
    taskTimeline(filter: $filter, from: $from, days: $days, first: $first, after: $after) {
      today
      from
      to
      daysOff
      undecreedYears
      endCursor
      people {
        memberId
        plannedMinutes
        capacityMinutes
        elsewhereMinutes
      }
      tasks {
        id
        startsOn
        endsOn
        start
        dueOn
        proposedDueOn
        isBlocked
        isBroken
        way
        canHandOver
        before {
          taskId
          dueOn
        }
        risk {
          code
          level
          answer {
            days
            isUsual
          }
        }
      }
      undated {
        id
      }
    }
  }
`;
const asked = { filter: {}, days: 91, first: 500 };
const timelineOf = async (asker: TestMember, more: object = {}) =>
  (await api.as(asker).run(shown, { ...asked, ...more })).taskTimeline;
type Bar = Readonly<Record<string, unknown>> & { readonly id: string };
const idsOf = (tasks: readonly Bar[]) => tasks.map(({ id }) => id);

const moscow = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' });
const at = (days: number) => new Date(Math.floor(Date.now() / 1_000) * 1_000 + days * 86_400_000);
const on = (days: number) => moscow.format(at(days));
const change = (id: string, data: object) =>
  within(mayak.agencyId, (db) => db.task.updateMany({ where: { id }, data }));

describe('The timeline', () => {
  it('has tasks from their acceptance to their due day, late ones until today, and those without a day beside', async () => {
    const accepted = await aTask(mayak, { state: 'in_progress', dueAt: at(5) });
    await change(accepted.id, { acceptedAt: at(-2) });
    const late = await aTask(mayak, { state: 'issued', dueAt: at(-30) });
    const farther = await aTask(mayak, { state: 'issued', dueAt: at(300) });
    const dayless = await aTask(mayak);
    await change(dayless.id, { dueAt: null });
    const timeline = await timelineOf(mayak.manager);
    expect(timeline.today).toBe(on(0));
    expect(idsOf(timeline.tasks)).toEqual([late.id, accepted.id]);
    expect(timeline.tasks[1]).toMatchObject({ startsOn: on(-2), endsOn: on(5), start: 'ACCEPTED', way: 'BY_REVISION' });
    expect(timeline.tasks[0].risk).toMatchObject({ code: 'OVERDUE', level: 'DANGER' });
    expect(idsOf(timeline.undated)).toEqual([dayless.id]);
    const { tasks } = await timelineOf(mayak.manager, { from: on(250) });
    expect(idsOf(tasks)).toEqual([farther.id]);
  });

  it('shows what begins after what, and that it cannot be done in time', async () => {
    const text = await aTask(mayak, { state: 'issued', dueAt: at(9) });
    const picture = await aTask(mayak, { discipline: 'design', state: 'issued', dueAt: at(6), after: [text.id] });
    await change(picture.id, { openQuestions: 1 });
    const { tasks } = await timelineOf(mayak.manager);
    expect(tasks[0]).toMatchObject({
      id: picture.id,
      isBroken: true,
      isBlocked: true,
      before: [{ taskId: text.id, dueOn: on(9) }],
    });
    expect(tasks[1]).toMatchObject({ id: text.id, isBroken: false, isBlocked: false, before: [] });
  });

  it('gives the client as long as they usually take', async () => {
    const item = await anItem(mayak, { publishAt: at(12) });
    const task = await aTask(mayak, { state: 'in_review', itemId: item.id, wantsClientApproval: true });
    const risk = async () => (await timelineOf(mayak.manager)).tasks.find(({ id }: Bar) => id === task.id).risk;
    expect(await risk()).toBeNull();
    await within(mayak.agencyId, (db) =>
      db.client.updateMany({ where: { id: mayak.client.id }, data: { answerDays: 10, answerCount: 5 } }),
    );
    expect(await risk()).toMatchObject({
      code: 'CLIENT_NEEDS_TIME',
      level: 'DANGER',
      answer: { days: 10, isUsual: true },
    });
    const { task: page } = await api.as(mayak.manager).run('query ($id: ID!) { task(id: $id) { risk { code } } }', {
      id: task.id,
    });
    expect(page.risk).toEqual({ code: 'CLIENT_NEEDS_TIME' });
  });

  it('has the hours that the workload has', async () => {
    const { owner, copywriter, manager } = mayak;
    await aTask(mayak, { state: 'in_progress', dueAt: at(4) });
    await aTask(mayak, { state: 'issued', dueAt: at(8) });
    // What a manager does themself is counted as anybody's.
    await aTask(mayak, { state: 'in_progress', assignee: manager, dueAt: at(3) });
    const { workload } = await api
      .as(owner)
      .run('{ workload { people { id cells { plannedMinutes capacityMinutes } } } }');
    const { people } = await timelineOf(owner, { days: 56 });
    for (const { memberId } of [copywriter, manager]) {
      const person = people.find((one: { memberId: string }) => one.memberId === memberId);
      const cells = workload.people.find(({ id }: { id: string }) => id === memberId).cells;
      const sums = (minutes: readonly number[]) =>
        cells.map((_: unknown, week: number) =>
          minutes.slice(week * 7, week * 7 + 7).reduce((sum: number, each: number) => sum + each, 0),
        );
      expect(sums(person.plannedMinutes)).toEqual(
        cells.map(({ plannedMinutes }: { plannedMinutes: number }) => plannedMinutes),
      );
      expect(sums(person.capacityMinutes)).toEqual(
        cells.map(({ capacityMinutes }: { capacityMinutes: number }) => capacityMinutes),
      );
      expect(sums(person.plannedMinutes).reduce((sum: number, each: number) => sum + each, 0)).toBeGreaterThan(0);
    }
  });

  it('is seen by each as far as they see tasks and people, and tells specialists nothing of drafts', async () => {
    const { owner, manager, copywriter, designer } = mayak;
    const draft = await aTask(mayak);
    const issued = await aTask(mayak, { state: 'issued' });
    const squad = { id: crypto.randomUUID(), agencyId: mayak.agencyId, name: 'Вторая команда' };
    await within(mayak.agencyId, (db) => db.squad.create({ data: squad }));
    const other = { ...mayak, ...(await aClient(mayak)) };
    await within(mayak.agencyId, (db) =>
      db.client.updateMany({ where: { id: other.client.id }, data: { squadId: squad.id } }),
    );
    const elsewhere = await aTask(other, { state: 'in_progress' });
    const seen = async (asker: TestMember) => new Set(idsOf((await timelineOf(asker)).tasks));
    expect(await seen(owner)).toEqual(new Set([draft.id, issued.id, elsewhere.id]));
    expect(await seen(manager)).toEqual(new Set([draft.id, issued.id]));
    expect(await seen(copywriter)).toEqual(new Set([issued.id, elsewhere.id]));
    expect(await seen(designer)).toEqual(new Set());
    const led = await timelineOf(manager);
    expect(led.people.find((one: { memberId: string }) => one.memberId === copywriter.memberId).elsewhereMinutes).toBe(
      180,
    );
    const own = await timelineOf(copywriter);
    expect(own.people.map((one: { memberId: string }) => one.memberId)).toEqual([copywriter.memberId]);
    expect(own.tasks.map(({ way, canHandOver }: Bar) => [way, canHandOver])).toEqual([
      [null, false],
      [null, false],
    ]);
  });

  it('comes by pages, filtered as the board is, by three statements', async () => {
    const tasks = [];
    for (const days of [2, 3, 4]) tasks.push(await aTask(mayak, { state: 'issued', dueAt: at(days) }));
    const first = await timelineOf(mayak.manager, { first: 2 });
    const second = await timelineOf(mayak.manager, { first: 2, after: first.endCursor });
    expect([...idsOf(first.tasks), ...idsOf(second.tasks)]).toEqual(tasks.map(({ id }) => id));
    expect(second.endCursor).toBeNull();
    const none = await timelineOf(mayak.manager, { filter: { discipline: 'DESIGN' } });
    expect(none.tasks).toEqual([]);
    const statements = await api.statementsOf(() => timelineOf(mayak.manager));
    expect(statements.filter((text) => /\b(FROM|JOIN) (member|task) /.test(text))).toHaveLength(3);
    for (const wrong of [
      { days: 0 },
      { days: 1000 },
      { first: 0 },
      { first: 501 },
      { after: 'so' },
      { from: '0900-01-01' },
    ])
      expect((await api.as(mayak.manager).ask(shown, { ...asked, ...wrong })).errors).toHaveLength(1);
  });

  it('says which years have no decree on moved days off yet', async () => {
    const { undecreedYears, daysOff } = await timelineOf(mayak.manager, { from: '2031-01-01', days: 14 });
    expect(undecreedYears).toEqual([2031]);
    expect(daysOff).toContain('2031-01-07');
  });
});

const preview = /* GraphQL */ `
  query ($id: ID!, $on: Date!) {
    taskReschedule(taskId: $id, dueOn: $on) {
      way
      newDueAt
      isAccepted
      fee {
        amount
      }
      budgetMonth
      findings {
        code
      }
      hasUnissuedChanges
      version
      breaks {
        kind
        taskId
        title
        on
      }
    }
  }
`;
const mutation = /* GraphQL */ `
  mutation ($input: RescheduleTaskInput!) {
    rescheduleTask(input: $input) {
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
          dueAt
          briefNumber
        }
      }
    }
  }
`;
const previewAs = async (asker: TestMember, id: string, day: string) =>
  (await api.as(asker).run(preview, { id, on: day })).taskReschedule;
const moveAs = async (asker: TestMember, taskId: string, dueAt: Date | null, more: object = {}) =>
  (await api.as(asker).run(mutation, { input: { taskId, expectedVersion: 1, dueAt, ...more } })).rescheduleTask;

describe('Another due day', () => {
  it('is the draft’s at once, and is taken back', async () => {
    const task = await aTask(mayak, { dueAt: at(3) });
    const { way, newDueAt, isAccepted, breaks } = await previewAs(mayak.manager, task.id, on(6));
    expect({ way, isAccepted }).toEqual({ way: 'AT_ONCE', isAccepted: false });
    expect(breaks.map(({ kind }: { kind: string }) => kind).filter((kind: string) => kind !== 'DAY_OFF')).toEqual([]);
    expect(moscow.format(new Date(newDueAt))).toBe(on(6));
    const moved = await moveAs(mayak.manager, task.id, new Date(newDueAt));
    expect(moved.task).toMatchObject({ state: 'DRAFT', version: 2, briefNumber: 0 });
    expect(Date.parse(moved.task.dueAt)).toBe(Date.parse(newDueAt));
    expect((await moveAs(mayak.manager, task.id, at(4))).__typename).toBe('StaleVersion');
    const back = await moveAs(mayak.manager, task.id, null, { expectedVersion: 2 });
    expect(back.task).toMatchObject({ dueAt: null, version: 3 });
  });

  it('of accepted work is asked of the assignee anew, and stands only when they accept', async () => {
    const task = await aTask(mayak, { state: 'in_progress', fee: 2_000, dueAt: at(3) });
    await change(task.id, { acceptedAt: at(-1) });
    const day = on(40);
    await within(mayak.agencyId, (db) =>
      db.campaign.updateMany({ where: { id: mayak.campaign.id }, data: { endsOn: at(90) } }),
    );
    const refused = await previewAs(mayak.manager, task.id, day);
    expect(refused.findings).toEqual([{ code: 'no_budget_line' }]);
    expect((await moveAs(mayak.manager, task.id, new Date(refused.newDueAt))).__typename).toBe('BriefNotReady');
    await aBudgetLine(mayak, { planned: 5_000, on: at(40) });
    const before = await previewAs(mayak.manager, task.id, day);
    expect(before).toMatchObject({
      way: 'BY_REVISION',
      isAccepted: true,
      fee: { amount: '2000.00' },
      budgetMonth: day.slice(0, 7),
      findings: [],
      hasUnissuedChanges: false,
    });
    const moved = await moveAs(mayak.manager, task.id, new Date(before.newDueAt), { reason: 'Съёмку перенесли' });
    expect(moved).toMatchObject({ task: { state: 'ISSUED', briefNumber: 2 } });
    expect(moscow.format(new Date(moved.task.dueAt))).toBe(on(3));
    const { tasks } = await timelineOf(mayak.manager);
    expect(tasks[0]).toMatchObject({ dueOn: on(3), proposedDueOn: day });
  });

  it('says what else would be issued, and what of the chain and the publication it breaks', async () => {
    const item = await anItem(mayak, { publishAt: at(9) });
    const text = await aTask(mayak, { state: 'issued', dueAt: at(6), title: 'Текст' });
    const task = await aTask(mayak, {
      discipline: 'design',
      state: 'issued',
      dueAt: at(7),
      itemId: item.id,
      after: [text.id],
    });
    const ads = await aTask(mayak, { discipline: 'targeting', dueAt: at(8), title: 'Реклама', after: [task.id] });
    await within(mayak.agencyId, (db) =>
      db.briefVersion.updateMany({
        where: { taskId: task.id, number: 0 },
        data: { data: { ...readyBrief('design'), goal: 'Другая цель' } },
      }),
    );
    const chain = async (days: number) => {
      const { breaks, ...rest } = await previewAs(mayak.manager, task.id, on(days));
      const kinds = breaks.filter(({ kind }: { kind: string }) => kind !== 'DAY_OFF');
      return { ...rest, breaks: kinds.map(({ kind, taskId }: { kind: string; taskId: string }) => [kind, taskId]) };
    };
    expect(await chain(5)).toMatchObject({ hasUnissuedChanges: true, breaks: [['WAITS_FOR', text.id]] });
    expect(await chain(12)).toMatchObject({
      breaks: [
        ['NEEDED_BY', ads.id],
        ['PUBLICATION', null],
      ],
    });
  });

  it('is not for what is handed in, nor for those who do not lead', async () => {
    const task = await aTask(mayak, { state: 'issued' });
    const handedIn = await aTask(mayak, { state: 'in_review' });
    expect(await previewAs(mayak.manager, handedIn.id, on(9))).toMatchObject({ way: null });
    expect(await moveAs(mayak.manager, handedIn.id, at(9))).toMatchObject({
      __typename: 'IllegalTransition',
      state: 'in_review',
    });
    const otherManager = await mayak.join('Рита Ива', 'manager', [], []);
    for (const asker of [mayak.copywriter, otherManager]) {
      expect(await previewAs(asker, task.id, on(9))).toBeNull();
      expect((await moveAs(asker, task.id, at(9))).__typename).toBe('NotFound');
    }
    expect((await moveAs(mayak.manager, task.id, null)).__typename).toBe('BriefNotReady');
  });
});
