import { memberRead } from '@planerka/agency/server';
import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql } from 'kysely';
import { rowsOf } from './today-part';
import { todayParts } from './today-rows';
import { askerOf, clock, openTasks, todayInput, type TodayInput } from './today-scope';
import { daysOf, newsOf, peopleOf } from './today-week';
import type { TodayDayObject, TodayLoadObject, TodayNewsObject, TodayObject, TodayRowObject } from './today.object';

/* What is read of is named once in the statement, for this kind of viewer; a part that nobody asks for is not run. */

const textIfAny = (name: string) => read.nullable(read.text(sql.ref(`waits.${name}`)));
const idIfAny = (name: string) => read.nullable(read.id(sql.ref(`waits.${name}`)));
const instantIfAny = (name: string) => read.nullable(read.instant(sql.ref(`waits.${name}`)));
const intIfAny = (name: string) => read.nullable(read.int(sql.ref(`waits.${name}`)));

/** Rows of `waits`. */
const todayRow: ReadType = {
  name: 'TodayRow',
  fields: {
    id: read.id(sql`waits.id`),
    kind: read.enumeration(sql`waits.kind`),
    title: read.text(sql`waits.title`),
    clientId: idIfAny('clientId'),
    clientName: textIfAny('clientName'),
    taskId: idIfAny('taskId'),
    campaignId: idIfAny('campaignId'),
    person: textIfAny('person'),
    text: textIfAny('text'),
    since: instantIfAny('since'),
    dueAt: instantIfAny('dueAt'),
    publishAt: instantIfAny('publishAt'),
    version: intIfAny('version'),
    round: intIfAny('round'),
    includedRounds: intIfAny('includedRounds'),
    amount: read.moneyIfAny(sql`waits."amountMinor"`, sql`waits.currency`),
    category: textIfAny('category'),
    month: read.nullable(read.month(sql`waits.month`)),
    percent: read.nullable(read.float(sql`waits.percent`)),
    isHard: read.nullable(read.boolean(sql`waits."isHard"`)),
    count: intIfAny('count'),
    isViewersTurn: read.boolean(sql`waits."isViewersTurn"`),
    isUrgent: read.boolean(sql`waits."isUrgent"`),
  } satisfies Record<keyof TodayRowObject, ReadField>,
};

const todayDay: ReadType = {
  name: 'TodayDay',
  fields: {
    day: read.date(sql`days.day`),
    publications: read.int(sql`days.publications`),
    published: read.int(sql`days.published`),
    atRisk: read.int(sql`days.at_risk`),
    tasksDue: read.int(sql`days.tasks_due`),
    approvalsDue: read.int(sql`days.approvals_due`),
  } satisfies Record<keyof TodayDayObject, ReadField>,
};

const todayLoad: ReadType = {
  name: 'TodayLoad',
  fields: {
    memberId: read.id(sql`people.id`),
    name: read.text(sql`people.name`),
    disciplines: read.listOf(read.text(sql`people.disciplines`)),
    planned: read.float(sql`people.planned`),
    capacity: read.float(sql`people.capacity`),
  } satisfies Record<keyof TodayLoadObject, ReadField>,
};

const todayNews: ReadType = {
  name: 'TodayNews',
  fields: {
    id: read.id(sql`news.id`),
    action: read.text(sql`news.action`),
    actorName: read.text(sql`news.actor_name`),
    title: read.nullable(read.text(sql`news.title`)),
    at: read.instant(sql`news.at`),
    taskId: read.nullable(read.id(sql`news.task_id`)),
  } satisfies Record<keyof TodayNewsObject, ReadField>,
};

/** The only row of `clock`. */
const today: ReadType = {
  name: 'Today',
  fields: {
    id: read.id(sql`${read.value('memberId')}::uuid`),
    day: read.date(sql`clock.today`),
    rows: read.many<TodayRowObject>(
      () => todayRow,
      (object) => sql`(SELECT string_agg(${object}, ',' ORDER BY waits.place) FROM waits)`,
    ),
    week: read.many<TodayDayObject>(
      () => todayDay,
      (object) => sql`(SELECT string_agg(${object}, ',' ORDER BY days.day) FROM days)`,
    ),
    load: read.many<TodayLoadObject>(
      () => todayLoad,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY people.planned / nullif(people.capacity, 0) DESC NULLS LAST, people.name)
        FROM people)`,
    ),
    news: read.many<TodayNewsObject>(
      () => todayNews,
      (object) => sql`(SELECT string_agg(${object}, ',' ORDER BY news.at DESC, news.id DESC) FROM news)`,
    ),
  } satisfies Record<keyof TodayObject, ReadField>,
};

/** What waits for the viewer, their week, the load of their people and the news, in one statement. */
export const todayRead = memberRead<object, TodayInput>({
  field: 'today',
  type: today,
  input: (viewer, _, at) => todayInput(viewer, at),
  statement: ({ object }, value, given) => {
    const asker = askerOf(value, given);
    return sql`
      WITH ${clock(value)}, ${openTasks(asker)}, waits AS (${rowsOf(todayParts(asker))}),
        days AS (${daysOf(asker)}), people AS MATERIALIZED (${peopleOf(asker)}), news AS (${newsOf(asker)})
      SELECT ${object} AS body FROM clock`;
  },
});
