import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import type { ItemPattern } from '@planerka/content-plan/domain';
import {
  seriesSchema,
  toRRule,
  turnTaskSchema,
  type SeriesInput,
  type TurnTask,
} from '@planerka/content-plan/domain/series';
import { isNetwork } from '@planerka/clients/domain';
import {
  changesBetween,
  changesOfNew,
  dateOf,
  err,
  isId,
  issue,
  newId,
  ok,
  parseInput,
  type Id,
  type InputIssue,
  type PlainDate,
  type Result,
} from '@planerka/platform/domain';
import {
  Clock,
  invalidInput,
  notFound,
  Reader,
  staleVersion,
  toDbDate,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Prisma,
  type Tx,
} from '@planerka/platform/server';
import { referenceIssues } from '../item/item-references';
import { clientOf, itemOf, zoneOf, type LoadedItem } from '../item/loaded-item';
import { ItemWork } from '../production/item-work';
import { patternsIn, templateOf } from '../templates/plan-templates.service';
import { heldSeries, isGoingOn, seriesOf, type LoadedSeries } from './loaded-series';
import type {
  ChangePlanSeriesInput,
  CreatePlanSeriesInput,
  EndPlanSeriesInput,
  PausePlanSeriesInput,
  PlanSeriesObject,
  PlanSeriesSuccess,
} from './plan-series.object';
import { mostSeries, seriesStatement, toSeries } from './series-read';
import { SeriesTurns } from './series-turns';
import { hasTurns, startIssues } from './series-checks';

type Answer = Promise<Result<PlanSeriesSuccess, CommandError>>;

/** Publications that repeat. After each command the plan is as the series says, in the same transaction. */
@Injectable()
export class PlanSeriesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly work: ItemWork,
    private readonly turns: SeriesTurns,
  ) {}

  /** A client's, those that have ended apart; none for whoever may not plan for it. */
  async list(viewer: CurrentMember, clientId: Id): Promise<readonly PlanSeriesObject[]> {
    if (!isId(clientId)) return [];
    const statement = seriesStatement(viewer.agencyId, this.clock.now().toString(), { clientId });
    const rows = await this.reader.ask(viewer, statement);
    return rows.filter((row) => can(viewer, 'plan.edit', row)).map(toSeries);
  }

  create(
    viewer: CurrentMember,
    { clientId, itemId = null, templateId = null, withTasks, ...fields }: CreatePlanSeriesInput,
  ): Answer {
    return this.unitOfWork.run(viewer, async (tx) => {
      const client = await clientOf(tx, clientId);
      if (!client || !can(viewer, 'plan.edit', client)) return err(notFound('Client'));
      const item = itemId === null ? null : await itemOf(tx, viewer, itemId);
      if (itemId !== null && item?.clientId !== clientId) return err(notFound('ContentItem'));
      const template = templateId === null ? null : await templateOf(tx, viewer, templateId);
      if (templateId !== null && (!template || (template.clientId ?? clientId) !== clientId))
        return err(notFound('PlanTemplate'));
      const parsed = parseInput(seriesSchema, fields);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const issues = await this.problemsOf(tx, clientId, parsed.value);
      if (item?.seriesId && (await this.goesOn(tx, item.seriesId))) issues.push(issue(['itemId'], 'already_repeats'));
      const there = await tx.db.planSeries.count({ where: { agencyId: tx.agencyId, clientId, endedAt: null } });
      if (there >= mostSeries) issues.push(issue(['title'], 'too_many', { max: mostSeries }));
      if (issues.length > 0) return err(invalidInput(issues));
      const [kept] = template ? patternsIn(template) : [];
      const id = newId();
      const zone = await zoneOf(tx);
      const pattern = {
        ...(await patternOf(tx, id, parsed.value)),
        wasOn: (item ? dateOf(item.publishAt, zone).toString() : kept?.wasOn) ?? parsed.value.startsOn.toString(),
        tasks: withTasks ? await this.tasksOf(tx, item, kept) : [],
      };
      const { rule, row } = rowOf(parsed.value, pattern);
      await tx.db.planSeries.create({
        data: {
          ...row,
          agencyId: tx.agencyId,
          id,
          clientId,
          madeUntil: toDbDate(dateOf(tx.at, zone)),
          createdById: viewer.memberId,
          createdAt: toDbInstant(tx.at),
        },
      });
      if (item) await adopt(tx, item, id, dateOf(item.publishAt, zone));
      return this.settled(tx, viewer, id, 'plan_series.created', changesOfNew({ ...toldOf(parsed.value), rule }));
    });
  }

  change(viewer: CurrentMember, { seriesId, expectedVersion, keepsBefore, ...fields }: ChangePlanSeriesInput): Answer {
    return this.unitOfWork.run(viewer, async (tx) => {
      const series = await seriesOf(tx, viewer, seriesId);
      if (!series || series.endedAt !== null) return err(notFound('PlanSeries'));
      if (series.version !== expectedVersion) return err(staleVersion(series.version));
      const parsed = parseInput(seriesSchema, fields);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const issues = await this.problemsOf(tx, series.clientId, parsed.value, series);
      if (issues.length > 0) return err(invalidInput(issues));
      const { wasOn, tasks } = series.pattern;
      const { rule, row } = rowOf(parsed.value, { ...(await patternOf(tx, series.id, parsed.value)), wasOn, tasks });
      await tx.db.planSeries.updateMany({
        where: { agencyId: tx.agencyId, id: series.id },
        data: { ...row, version: { increment: 1 } },
      });
      if (keepsBefore) await letGo(tx, series.id, parsed.value.startsOn);
      const told = changesBetween(toldBefore(series), { ...toldOf(parsed.value), rule });
      return this.settled(tx, viewer, series.id, 'plan_series.changed', told);
    });
  }

  /** Its turns to come leave the plan, and are back when it goes on. */
  pause(viewer: CurrentMember, { seriesId, isPaused }: PausePlanSeriesInput): Answer {
    return this.turn(viewer, seriesId, isPaused ? 'plan_series.paused' : 'plan_series.resumed', ({ at }, series) =>
      series.endedAt === null ? { pausedAt: isPaused ? toDbInstant(at) : null } : null,
    );
  }

  /** It is not listed any more; what was made of it and what somebody has put a hand to stays. */
  end(viewer: CurrentMember, { seriesId, isEnded }: EndPlanSeriesInput): Answer {
    return this.turn(viewer, seriesId, isEnded ? 'plan_series.ended' : 'plan_series.reopened', ({ at }) => ({
      endedAt: isEnded ? toDbInstant(at) : null,
    }));
  }

  private turn(
    viewer: CurrentMember,
    seriesId: Id,
    event: string,
    decide: (tx: Tx, series: LoadedSeries) => { pausedAt: Date | null } | { endedAt: Date | null } | null,
  ): Answer {
    return this.unitOfWork.run(viewer, async (tx) => {
      const series = await seriesOf(tx, viewer, seriesId);
      const data = series && decide(tx, series);
      if (!series || !data) return err(notFound('PlanSeries'));
      await tx.db.planSeries.updateMany({
        where: { agencyId: tx.agencyId, id: series.id },
        data: { ...data, version: { increment: 1 } },
      });
      return this.settled(tx, viewer, series.id, event, changesBetween(series, data));
    });
  }

  private async settled(
    tx: Tx,
    viewer: CurrentMember,
    id: Id,
    type: string,
    changes: ReturnType<typeof changesOfNew>,
  ): Promise<Result<PlanSeriesSuccess, CommandError>> {
    const series = await heldSeries(tx, id);
    if (!series) return err(notFound('PlanSeries'));
    const done = await this.turns.settle(tx, viewer, series);
    const { clientId, squadId } = series;
    tx.emit({
      type,
      entity: { type: 'PlanSeries', id },
      actor: actorOf(viewer),
      audience: { clientId, squadId },
      related: { clientId },
      details: { title: series.pattern.title },
      changes,
    });
    const [row] = await tx.query(seriesStatement(tx.agencyId, tx.at.toString(), { seriesId: id }));
    return row ? ok({ series: toSeries(row), ...done }) : err(notFound('PlanSeries'));
  }

  private async problemsOf(tx: Tx, clientId: Id, input: SeriesInput, before?: LoadedSeries): Promise<InputIssue[]> {
    const { startsOn, campaignId } = input;
    const channels = before?.pattern.channels.map(({ id }) => id) ?? [];
    const issues = await referenceIssues(
      tx,
      clientId,
      { ...input, publishOn: startsOn, campaignId: null },
      { channelIds: channels, campaignId: null },
    );
    if (campaignId !== null && campaignId !== before?.campaignId) {
      const campaign = await tx.db.campaign.findFirst({
        where: { agencyId: tx.agencyId, clientId, id: campaignId },
        select: { state: true },
      });
      if (!campaign) issues.push(issue(['campaignId'], 'unknown_campaign'));
      else if (campaign.state === 'closed') issues.push(issue(['campaignId'], 'campaign_closed'));
    }
    const today = dateOf(tx.at, await zoneOf(tx));
    issues.push(...startIssues(input, today));
    if (issues.length === 0 && !hasTurns(input, today)) issues.push(issue(['rhythm'], 'no_turns'));
    return issues;
  }

  private async goesOn({ db, agencyId }: Tx, id: Id): Promise<boolean> {
    const series = await db.planSeries.findFirst({
      where: { agencyId, id },
      select: { pausedAt: true, endedAt: true },
    });
    return series !== null && isGoingOn({ ...series, pausedAt: null });
  }

  /** Of the publication that repeats, with who does it, else of the template; without fees. */
  private async tasksOf(tx: Tx, item: LoadedItem | null, kept: ItemPattern | undefined): Promise<readonly TurnTask[]> {
    if (kept) return kept.tasks;
    const work = item ? ((await this.work.describe(tx, [item.id])).get(item.id) ?? []) : [];
    return work.map((task) => turnTaskSchema.parse(task));
  }
}

/** The words of each turn, on the client's own rubric and channels. */
async function patternOf(
  { db, agencyId }: Tx,
  key: string,
  input: SeriesInput,
): Promise<Omit<ItemPattern, 'wasOn' | 'tasks'>> {
  const { title, idea, format, wantsClientApproval, publishTime, rubricId, channelIds } = input;
  const rubric =
    rubricId === null
      ? null
      : await db.rubric.findFirst({
          where: { agencyId, id: rubricId },
          select: { id: true, name: true, colour: true },
        });
  const channels = await db.channel.findMany({
    where: { agencyId, id: { in: channelIds } },
    select: { id: true, network: true },
    orderBy: { position: 'asc' },
  });
  return {
    key,
    title,
    idea,
    format,
    wantsClientApproval,
    rubric,
    channels: channels.flatMap(({ id, network }) => (isNetwork(network) ? [{ id, network }] : [])),
    time: publishTime.toString({ smallestUnit: 'minute' }),
  };
}

function rowOf({ rhythm, startsOn, endsOn, times, onDayOff, campaignId }: SeriesInput, pattern: object) {
  const rule = toRRule(rhythm);
  const row = {
    rule,
    startsOn: toDbDate(startsOn),
    endsOn: endsOn ? toDbDate(endsOn) : null,
    times: times ?? null,
    onDayOff,
    campaignId,
    data: JSON.parse(JSON.stringify(pattern)) as Prisma.InputJsonValue,
  };
  return { rule, row };
}

/** What the journal tells of it. */
const toldOf = ({ rhythm: _rhythm, endsOn = null, times = null, ...input }: SeriesInput) => ({
  ...input,
  endsOn,
  times,
  publishTime: input.publishTime.toString({ smallestUnit: 'minute' }),
  channelIds: input.channelIds.toSorted(),
});

const toldBefore = ({ pattern, rule, startsOn, endsOn, times, onDayOff, campaignId }: LoadedSeries) => ({
  rule,
  startsOn,
  endsOn,
  times,
  onDayOff,
  campaignId,
  title: pattern.title,
  idea: pattern.idea,
  format: pattern.format,
  wantsClientApproval: pattern.wantsClientApproval,
  publishTime: pattern.time,
  rubricId: pattern.rubric?.id ?? null,
  channelIds: pattern.channels.map(({ id }) => id).toSorted(),
});

/** The publication that was there first is a turn, too, and stays as a person made it. */
async function adopt({ db, agencyId }: Tx, { id }: LoadedItem, seriesId: Id, on: PlainDate): Promise<void> {
  await db.contentItem.updateMany({
    where: { agencyId, id },
    data: { seriesId, seriesOn: toDbDate(on), seriesVersion: handmade },
  });
}

/** From now on those before a day are nobody's but their readers'. */
async function letGo({ db, agencyId }: Tx, seriesId: Id, before: PlainDate): Promise<void> {
  await db.contentItem.updateMany({
    where: { agencyId, seriesId, seriesOn: { lt: toDbDate(before) }, deletedAt: null },
    data: { seriesVersion: handmade },
  });
}

/** No publication has this version. */
const handmade = 0;
