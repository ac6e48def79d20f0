import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SeriesRounds } from '@planerka/content-plan/server';
import { seriesHorizon } from '@planerka/content-plan/domain/series';
import { newId, Temporal } from '@planerka/platform/domain';
import { Clock } from '@planerka/platform/server';
import {
  agency,
  anItem,
  asAdmin,
  aTask,
  planDay,
  testDatabase,
  within,
  type TestAgency,
  type TestMember,
} from '@planerka/testing/server';
import pg from 'pg';
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

const answer = /* GraphQL */ `
  __typename
  ... on PlanSeriesSuccess {
    series { id title rule rhythm { kind weekdays } startsOn endsOn times isPaused isEnded nextOn taskCount version }
    made changed withdrawn stayed tasks
  }
  ... on InvalidInput { issues { path code } }
  ... on NotFound { entity }
`;
const command = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${answer} } }`;
const commands = {
  createPlanSeries: command('createPlanSeries', 'CreatePlanSeriesInput'),
  changePlanSeries: command('changePlanSeries', 'ChangePlanSeriesInput'),
  pausePlanSeries: command('pausePlanSeries', 'PausePlanSeriesInput'),
  endPlanSeries: command('endPlanSeries', 'EndPlanSeriesInput'),
};
const preview = /* GraphQL */ `
  query ($input: PlanSeriesPreviewInput!) {
    planSeriesPreview(input: $input) {
      days {
        on
        outcome
      }
      withdrawn
    }
  }
`;
const list = `query ($clientId: ID!) { planSeries(clientId: $clientId) { id title isPaused } }`;

const today = () => Temporal.Now.plainDateISO('Europe/Moscow');
const inDays = (days: number): string => today().add({ days }).toString();

/** Three turns, a week from each other, from tomorrow on: always near enough to be made. */
const threeTimes = () => ({
  rhythm: { kind: 'DAILY', interval: 7 },
  startsOn: inDays(1),
  times: 3,
  publishTime: '12:00',
});
const days = () => [1, 8, 15].map(inDays);
const wish = () => ({ ...threeTimes(), title: 'Отзыв недели', format: 'POST', channelIds: [mayak.channel.id] });

const run = async (name: keyof typeof commands, input: object, as: TestMember = mayak.manager) =>
  (await api.as(as).run(commands[name], { input }))[name];
const create = (more: object = {}, as?: TestMember) =>
  run('createPlanSeries', { clientId: mayak.client.id, ...wish(), ...more }, as);
const change = ({ id, version }: { id: string; version: number }, more: object) =>
  run('changePlanSeries', { seriesId: id, expectedVersion: version, ...wish(), ...more });

interface Row {
  readonly id: string;
  readonly on: string;
  readonly day: string;
  readonly title: string;
  readonly isDeleted: boolean;
  readonly version: number;
}
const turnsOf = (seriesId: string): Promise<Row[]> =>
  within(mayak.agencyId, async (db) => {
    const rows = await db.contentItem.findMany({ where: { seriesId }, orderBy: { seriesOn: 'asc' } });
    return rows.map(({ id, title, seriesOn, publishAt, deletedAt, version }) => ({
      id,
      title,
      version,
      on: seriesOn?.toISOString().slice(0, 10) ?? '',
      day: publishAt.toISOString().slice(0, 10),
      isDeleted: deletedAt !== null,
    }));
  });
const standing = async (seriesId: string) => (await turnsOf(seriesId)).filter(({ isDeleted }) => !isDeleted);
const update = (id: string, data: object) =>
  within(mayak.agencyId, (db) =>
    db.contentItem.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } }),
  );

describe('A publication that repeats', () => {
  it('stands in the plan on each of its days, with its words, at its time', async () => {
    const done = await create();
    expect(done).toMatchObject({ __typename: 'PlanSeriesSuccess', made: 3, tasks: 0 });
    expect(done.series).toMatchObject({ rule: 'FREQ=DAILY;INTERVAL=7', nextOn: inDays(1), version: 1 });
    expect((await standing(done.series.id)).map(({ on, title }) => [on, title])).toEqual(
      days().map((on) => [on, 'Отзыв недели']),
    );
    const [first] = await turnsOf(done.series.id);
    const item = await api
      .as(mayak.manager)
      .run(
        `query ($id: ID!) { contentItem(id: $id) { publishTime channels { id } seriesId series { on rhythm { kind interval } isPaused } } }`,
        { id: first?.id },
      );
    expect(item.contentItem).toEqual({
      publishTime: '12:00',
      channels: [{ id: mayak.channel.id }],
      seriesId: done.series.id,
      series: { on: inDays(1), rhythm: { kind: 'DAILY', interval: 7 }, isPaused: false },
    });
  });

  it('begins with the publication that is there, and gives each the work that this one has, with who does it', async () => {
    const publishAt = new Date(`${inDays(1)}T09:00:00Z`);
    const item = await anItem(mayak, { publishAt });
    await aTask(mayak, { itemId: item.id, dueAt: new Date(publishAt.getTime() - 86_400_000) });
    const done = await create({ itemId: item.id });
    expect(done).toMatchObject({ made: 2, tasks: 2 });
    const turns = await turnsOf(done.series.id);
    expect(turns[0]?.id).toBe(item.id);
    await within(mayak.agencyId, async (db) => {
      const tasks = await db.task.findMany({ where: { itemId: { in: turns.slice(1).map(({ id }) => id) } } });
      expect(tasks).toHaveLength(2);
      for (const task of tasks) expect(task).toMatchObject({ state: 'draft', assigneeId: mayak.copywriter.memberId });
    });
    expect(await create({ itemId: item.id })).toMatchObject({
      issues: [{ path: ['itemId'], code: 'already_repeats' }],
    });
  });

  it('does not bring back a turn that somebody deleted', async () => {
    const { series } = await create();
    const [first] = await turnsOf(series.id);
    await update(first?.id ?? '', { deletedAt: new Date() });
    await change(series, { title: 'Отзыв месяца' });
    expect((await standing(series.id)).map(({ on }) => on)).toEqual(days().slice(1));
  });

  it('asks nobody who has gone, or does other work by now', async () => {
    const item = await anItem(mayak, { publishAt: new Date(`${inDays(1)}T09:00:00Z`) });
    await aTask(mayak, { itemId: item.id });
    const { series } = await create({ itemId: item.id });
    const gone = { where: { agencyId: mayak.agencyId, id: mayak.copywriter.memberId }, data: { disciplines: [] } };
    await within(mayak.agencyId, (db) => db.member.update({ ...gone, where: { agencyId_id: gone.where } }));
    const done = await change(series, { startsOn: inDays(2), rhythm: { kind: 'DAILY', interval: 7 } });
    expect(done.made + done.changed).toBeGreaterThan(0);
    const turns = (await turnsOf(series.id)).filter(({ id }) => id !== item.id).map(({ id }) => id);
    const fresh = await within(mayak.agencyId, (db) =>
      db.task.findMany({ where: { agencyId: mayak.agencyId, itemId: { in: turns } }, select: { assigneeId: true } }),
    );
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.every(({ assigneeId }) => assigneeId === null)).toBe(true);
  });

  it('changes the turns to come, and leaves those that somebody has changed or works on', async () => {
    const item = await anItem(mayak, { publishAt: new Date(`${inDays(-1)}T09:00:00Z`) });
    await aTask(mayak, { itemId: item.id });
    const { series } = await create({ itemId: item.id });
    const [, one, two, three] = await turnsOf(series.id);
    await update(one?.id ?? '', { title: 'Своё' });
    await within(mayak.agencyId, (db) =>
      db.task.updateMany({ where: { itemId: two?.id ?? '' }, data: { state: 'issued' } }),
    );
    const done = await change(series, { title: 'Отзыв месяца', publishTime: '18:30' });
    expect(done).toMatchObject({ made: 0, changed: 1, series: { version: 2 } });
    const titles = new Map((await turnsOf(series.id)).map(({ id, title }) => [id, title]));
    expect([one, two, three].map((turn) => titles.get(turn?.id ?? ''))).toEqual([
      'Своё',
      'Отзыв недели',
      'Отзыв месяца',
    ]);
    expect((await change(series, {})).__typename).toBe('StaleVersion');
  });

  it('on other days leaves its old ones and comes to the new ones; back again they are the same publications', async () => {
    const { series } = await create();
    const before = await standing(series.id);
    const moved = await change(series, { startsOn: inDays(2) });
    expect(moved).toMatchObject({ made: 3, withdrawn: 3 });
    expect((await standing(series.id)).map(({ on }) => on)).toEqual([2, 9, 16].map(inDays));
    await change(moved.series, {});
    expect((await standing(series.id)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('from one turn on is another one, and those before it stay', async () => {
    const { series } = await create();
    await change(series, { startsOn: inDays(8), times: 2, title: 'Отзыв месяца', keepsBefore: true });
    expect((await standing(series.id)).map(({ on, title }) => [on, title])).toEqual([
      [inDays(1), 'Отзыв недели'],
      [inDays(8), 'Отзыв месяца'],
      [inDays(15), 'Отзыв месяца'],
    ]);
  });

  it('is paused and goes on, ends and is taken back', async () => {
    const { series } = await create();
    const id = series.id;
    expect(await run('pausePlanSeries', { seriesId: id })).toMatchObject({ withdrawn: 3, series: { isPaused: true } });
    expect(await standing(id)).toEqual([]);
    expect(await run('pausePlanSeries', { seriesId: id, isPaused: false })).toMatchObject({ changed: 3 });
    expect(await run('endPlanSeries', { seriesId: id })).toMatchObject({ withdrawn: 3, series: { isEnded: true } });
    expect((await api.as(mayak.manager).run(list, { clientId: mayak.client.id })).planSeries).toEqual([]);
    expect((await change({ id, version: 4 }, {})).__typename).toBe('NotFound');
    expect(await run('endPlanSeries', { seriesId: id, isEnded: false })).toMatchObject({ changed: 3 });
    expect((await standing(id)).map(({ on }) => on)).toEqual(days());
  });

  it('has the work of a template', async () => {
    const item = await anItem(mayak);
    await aTask(mayak, { itemId: item.id });
    const { createPlanTemplate } = await api
      .as(mayak.manager)
      .run(
        `mutation ($input: CreatePlanTemplateInput!) { createPlanTemplate(input: $input) { ... on PlanTemplateSuccess { template { id } } } }`,
        { input: { clientId: mayak.client.id, itemId: item.id, name: 'Отзыв' } },
      );
    const templateId = createPlanTemplate.template.id;
    expect(await create({ templateId })).toMatchObject({ made: 3, tasks: 3, series: { taskCount: 1 } });
    expect(await create({ templateId, withTasks: false })).toMatchObject({ made: 3, tasks: 0 });
  });

  it('belongs to its campaign on the days on which that runs', async () => {
    const campaignId = newId();
    await within(mayak.agencyId, (db) =>
      db.campaign.create({
        data: {
          agencyId: mayak.agencyId,
          id: campaignId,
          clientId: mayak.client.id,
          name: 'Неделя',
          goal: 'leads',
          startsOn: new Date(inDays(0)),
          endsOn: new Date(inDays(8)),
        },
      }),
    );
    const { series } = await create({ campaignId });
    const items = await within(mayak.agencyId, (db) =>
      db.contentItem.findMany({ where: { seriesId: series.id }, orderBy: { seriesOn: 'asc' } }),
    );
    expect(items.map((item) => item.campaignId)).toEqual([campaignId, campaignId, null]);
  });
});

describe('Before it is saved', () => {
  const look = async (more: object = {}, as: TestMember = mayak.manager) =>
    (await api.as(as).run(preview, { input: { clientId: mayak.client.id, ...threeTimes(), ...more } }))
      .planSeriesPreview;

  it('says which turns it would make, which stay and which go', async () => {
    expect((await look()).days).toEqual(days().map((on) => ({ on, outcome: 'MADE' })));
    const { series } = await create();
    const [first, second] = await turnsOf(series.id);
    await update(first?.id ?? '', { title: 'Своё' });
    await update(second?.id ?? '', { deletedAt: new Date() });
    const again = await look({ seriesId: series.id });
    expect(again.days.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['STAYS', 'DELETED', 'FOLLOWS']);
    expect((await look({ seriesId: series.id, times: 2 })).withdrawn).toEqual([inDays(15)]);
  });

  it('says nothing of what is not whole, and nothing to whoever may not plan', async () => {
    expect(await look({ rhythm: { kind: 'WEEKLY' } })).toBeNull();
    expect(await look({ startsOn: '0001-01-01' })).toBeNull();
    expect(await look({}, mayak.copywriter)).toBeNull();
  });

  it.each([
    ['a weekday', { rhythm: { kind: 'WEEKLY' } }, ['rhythm', 'weekdays'], 'required'],
    ['a title', { title: '' }, ['title'], 'required'],
    ['one end', { endsOn: planDay() }, ['times'], 'one_end'],
    ['an end that is ahead', { times: null, startsOn: '2026-01-01', endsOn: '2026-01-31' }, ['rhythm'], 'no_turns'],
    ['a year of ours', { startsOn: '1999-01-01' }, ['startsOn'], 'date_out_of_range'],
    ['a channel of the client', { channelIds: [newId()] }, ['channelIds', '0'], 'unknown_channel'],
  ])('wants %s', async (_, input, path, code) => {
    expect(await create(input)).toMatchObject({ issues: [{ path, code }] });
  });

  it('is nothing to specialists', async () => {
    expect(await create({}, mayak.copywriter)).toMatchObject({ __typename: 'NotFound' });
    const { series } = await create();
    const paused = await run('pausePlanSeries', { seriesId: series.id }, mayak.copywriter);
    expect(paused).toMatchObject({ __typename: 'NotFound' });
  });
});

describe('A night', () => {
  const round = () => api.app.get(SeriesRounds).round(api.app.get(Clock).now());

  /** As if its turns had been made long ago, and the month had come near since. */
  async function behind(): Promise<string> {
    const { series } = await create();
    await within(mayak.agencyId, async (db) => {
      await db.itemChannel.deleteMany({ where: { item: { seriesId: series.id } } });
      await db.contentItem.deleteMany({ where: { seriesId: series.id } });
      await db.planSeries.updateMany({ where: { id: series.id }, data: { madeUntil: new Date(inDays(0)) } });
    });
    return series.id;
  }

  it('makes the turns that have come near, once, whoever else comes round', async () => {
    const id = await behind();
    await Promise.all([round(), round()]);
    await round();
    expect((await turnsOf(id)).map(({ on }) => on)).toEqual(days());
    const kept = await within(mayak.agencyId, (db) => db.planSeries.findFirstOrThrow({ where: { id } }));
    expect(kept.madeUntil.toISOString().slice(0, 10)).toBe(seriesHorizon(today()).toString());
  });

  it('that is killed in the middle has made nothing, and the next one makes all', async () => {
    const id = await behind();
    const { adminUrl } = await testDatabase();
    const other = new pg.Client({ connectionString: adminUrl });
    await other.connect();
    try {
      // Its second turn is on its way elsewhere: the round waits for it, one turn made.
      await other.query('BEGIN');
      await other.query(
        `INSERT INTO content_item (agency_id, id, client_id, title, format, publish_at, updated_at, series_id, series_on)
         VALUES ($1, $2, $3, 'Другой', 'post', now(), now(), $4, $5)`,
        [mayak.agencyId, newId(), mayak.client.id, id, inDays(8)],
      );
      const going = round();
      await asAdmin(adminUrl, async (client) => {
        const killed = async () =>
          (
            await client.query(
              `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%content_item%'`,
            )
          ).rowCount;
        while (!(await killed())) await setTimeout(20);
      });
      await going;
      await other.query('ROLLBACK');
    } finally {
      await other.end();
    }
    expect(await turnsOf(id)).toEqual([]);
    await round();
    expect((await turnsOf(id)).map(({ on }) => on)).toEqual(days());
  });

  it('passes by what is paused, and what has ended', async () => {
    const id = await behind();
    await run('pausePlanSeries', { seriesId: id });
    await round();
    expect(await standing(id)).toEqual([]);
  });
});
