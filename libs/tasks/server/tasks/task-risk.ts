import { Field, Int, ObjectType } from '@nestjs/graphql';
import { memberRule, ownDaysOf } from '@planerka/agency/server';
import { answeringOf, planCalendar, type AwayRow } from '@planerka/content-plan/server';
import { Temporal, type OwnDays } from '@planerka/platform/domain';
import { DateScalar, DateTimeScalar, graphqlEnum, read } from '@planerka/platform/server';
import { riskCodes, taskRisk, type TaskState } from '@planerka/tasks/domain';
import { sql } from 'kysely';

const RiskCodeEnum = graphqlEnum('TaskRiskCode', riskCodes);
const RiskLevelEnum = graphqlEnum('TaskRiskLevel', ['warn', 'danger']);

@ObjectType('AnswerReckoning', { description: 'What a client’s word is reckoned with.' })
export class AnswerReckoningObject {
  @Field(() => Int, { description: 'Working days that the client was given.' })
  days!: number;

  @Field({ description: 'Those are what this client usually takes; else too few answers were heard to tell.' })
  isUsual!: boolean;

  @Field(() => DateScalar, { description: 'The last day on which the client can get it.' })
  sendBy!: string;

  @Field(() => DateScalar, { description: 'The day on which their word is there.' })
  expectedOn!: string;

  @Field(() => DateScalar)
  publishOn!: string;
}

@ObjectType('TaskRisk', { description: 'The one thing about time that a person has to know of a task first.' })
export class TaskRiskObject {
  @Field(() => RiskCodeEnum)
  code!: (typeof riskCodes)[number];

  @Field(() => RiskLevelEnum)
  level!: 'warn' | 'danger';

  @Field(() => DateTimeScalar, { nullable: true, description: 'The moment it is about; null where it is about days.' })
  at!: string | null;

  @Field(() => AnswerReckoningObject, { nullable: true, description: 'Where the client’s word will not make it.' })
  answer!: AnswerReckoningObject | null;
}

/** Days are calendar days where the agency is. */
export interface TaskRiskRow {
  readonly state: TaskState;
  /** ISO 8601, as are all its moments. */
  readonly at: string;
  readonly today: string;
  readonly dueAt: string | null;
  readonly dueOn: string | null;
  readonly publishAt: string | null;
  readonly publishOn: string | null;
  readonly stateSinceOn: string;
  readonly wantsClientApproval: boolean;
  readonly ownDays: OwnDays;
  readonly answerDays: number | null;
  readonly away: readonly AwayRow[];
}

export function taskRiskOf(row: TaskRiskRow): TaskRiskObject | null {
  const { state, wantsClientApproval, answerDays } = row;
  const today = Temporal.PlainDate.from(row.today);
  const years = yearsAround(row);
  const risk = taskRisk(
    {
      state,
      wantsClientApproval,
      dueAt: instant(row.dueAt),
      dueOn: day(row.dueOn),
      publishAt: instant(row.publishAt),
      publishOn: day(row.publishOn),
      stateSinceOn: Temporal.PlainDate.from(row.stateSinceOn),
    },
    {
      at: Temporal.Instant.from(row.at),
      today,
      calendar: planCalendar(years, row.ownDays),
      answering: answeringOf(row, years),
    },
  );
  if (!risk) return null;
  const { code, level, at, answer } = risk;
  return {
    code,
    level,
    at: at && at.toString(),
    answer: answer && {
      days: answer.days,
      isUsual: answerDays !== null,
      sendBy: answer.sendBy.toString(),
      expectedOn: answer.expectedOn.toString(),
      publishOn: answer.publishOn.toString(),
    },
  };
}

const instant = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));

const yearsAround = ({ today, publishOn, dueOn }: TaskRiskRow): readonly number[] =>
  [...new Set([today, publishOn, dueOn].flatMap((on) => (on === null ? [] : [Number(on.slice(0, 4))])))]
    .flatMap((year) => [year - 1, year, year + 1])
    .filter((year, index, all) => all.indexOf(year) === index);

/** When nobody of a task's client answers: of late and to come, or of every year. */
export const awayOfClient = sql`(
  SELECT coalesce(json_agg(json_build_object('startsOn', dated.starts_on, 'endsOn', dated.ends_on, 'isYearly', dated.is_yearly)
    ORDER BY dated.starts_on, dated.id), '[]') FROM client_date dated
  WHERE dated.agency_id = t.agency_id AND dated.client_id = t.client_id AND dated.kind = 'away'
    AND (dated.is_yearly OR dated.ends_on >= current_date - 31))`;

const own = read.join('own', sql`JOIN agency own ON own.id = t.agency_id`);

/** What has been deleted, or is out, is late for nothing. */
const publication = read.join(
  'publication',
  sql`LEFT JOIN content_item publication ON publication.agency_id = t.agency_id AND publication.id = t.item_id
    AND publication.deleted_at IS NULL AND publication.published_at IS NULL`,
);

/** Of a task `t` of the client `c`, in a statement that has the instant `at`. */
export const riskOfTask = read.fleeting(
  memberRule(
    {
      state: read.enumeration<TaskState>(sql`t.state`),
      at: read.instant(sql`${read.value('at')}::timestamptz`),
      today: read.date(sql`(${read.value('at')}::timestamptz AT TIME ZONE own.time_zone)::date`, own),
      dueAt: read.nullable(read.instant(sql`t.due_at`)),
      dueOn: read.nullable(read.date(sql`(t.due_at AT TIME ZONE own.time_zone)::date`, own)),
      publishAt: read.nullable(read.instant(sql`publication.publish_at`, publication)),
      publishOn: read.nullable(
        read.date(sql`(publication.publish_at AT TIME ZONE own.time_zone)::date`, own, publication),
      ),
      stateSinceOn: read.date(sql`(t.state_since AT TIME ZONE own.time_zone)::date`, own),
      wantsClientApproval: read.boolean(sql`t.wants_client_approval`),
      ownDays: read.json<OwnDays>(ownDaysOf('own'), own),
      answerDays: read.nullable(read.int(sql`c.answer_days`)),
      away: read.json<readonly AwayRow[]>(awayOfClient),
    },
    taskRiskOf,
  ),
);
