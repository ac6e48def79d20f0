import type { OwnDays } from '@planerka/platform/domain';
import { can, type Discipline } from '@planerka/agency/domain';
import { memberRule } from '@planerka/agency/server';
import type { Network } from '@planerka/clients/domain';
import { channelRead, clientRead, type ChannelObject, type ClientObject } from '@planerka/clients/server';
import { itemActionsFor, itemStatusWhen, linkDoubt, type ItemStatus } from '@planerka/content-plan/domain';
import { fromRRule } from '@planerka/content-plan/domain/series';
import { fileRead, read, type FileObject, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { RubricObject } from '../rubric/rubric.object';
import type { PlanSeriesRefObject } from '../series/series-ref.object';
import type {
  CampaignRefObject,
  ContentItemObject,
  ItemTaskObject,
  PublicationLinkObject,
} from './content-item.object';
import { riskOf, type AwayRow } from './item-risk';

/*
 * A publication with everything its card shows: rows of `item` content_item, `client`, and `clock`, the agency's time
 * (see plan-clock.ts); `shown` has the ids of all of them.
 *
 * Of `task` and `task_dependency`, which belong to the domain above, it reads the few columns that a card or the chain
 * of briefs in the side panel draws: discipline, state, person, due day, fee. The calendar is one screen and one
 * statement; asking the tasks' own reads would cost one more for each of its items, or a second round trip for all.
 * Nothing is decided by them here, and nothing is written.
 */

export const rubricRead: ReadType = {
  name: 'Rubric',
  fields: {
    id: read.id(sql`r.id`),
    clientId: read.id(sql`r.client_id`),
    name: read.text(sql`r.name`),
    colour: read.int(sql`r.colour`),
    targetShare: read.int(sql`r.target_share`),
    version: read.int(sql`r.version`),
  } satisfies Record<keyof RubricObject, ReadField>,
};

export const campaignRefRead: ReadType = {
  name: 'CampaignRef',
  fields: {
    id: read.id(sql`campaign.id`),
    name: read.text(sql`campaign.name`),
    startsOn: read.date(sql`campaign.starts_on`),
    endsOn: read.date(sql`campaign.ends_on`),
  } satisfies Record<keyof CampaignRefObject, ReadField>,
};

const whose = { squadId: read.id(sql`client.squad_id`) };

const itemTask: ReadType = {
  name: 'ItemTask',
  fields: {
    id: read.id(sql`t.id`),
    discipline: read.enumeration<Discipline>(sql`t.discipline`),
    title: read.text(sql`t.title`),
    state: read.text(sql`t.state`),
    assigneeId: read.nullable(read.id(sql`t.assignee_id`)),
    assigneeName: read.nullable(read.text(sql`m.name`)),
    dueAt: read.nullable(read.instant(sql`t.due_at`)),
    stateSince: read.instant(sql`t.state_since`),
    fee: memberRule(
      {
        ...whose,
        assigneeId: read.nullable(read.id(sql`t.assignee_id`)),
        ...read.sum(sql`t.fee_minor`, sql`t.currency`),
      },
      (fee, viewer) => (can(viewer, 'fee.view', fee) ? read.sumOf(fee) : null),
    ),
    deliverableNumber: read.int(sql`t.deliverable_number`),
    openQuestions: read.int(sql`t.open_questions`),
    afterIds: read.listOf(
      read.id(sql`array(
        SELECT d.after_task_id FROM task_dependency d WHERE d.agency_id = t.agency_id AND d.task_id = t.id)`),
    ),
  } satisfies Record<keyof ItemTaskObject, ReadField>,
};

/** `task.view`: whoever only serves the client sees their own work. */
export const seesTask = sql`(${read.value('seesAllTasks')}::boolean OR client.squad_id = ANY(${read.value('ledSquadIds')}::uuid[])
  OR t.assignee_id = ${read.value('memberId')}::uuid)`;

const isPast = read.boolean(sql`item.publish_at < clock.at`);
const stored = read.enumeration<ItemStatus>(sql`item.status`);

const hasWork = read.boolean(sql`EXISTS (
  SELECT FROM task t
  WHERE t.agency_id = item.agency_id AND t.item_id = item.id AND t.state NOT IN ('draft', 'cancelled'))`);

/** Days of the publication's tasks, in the order of the work. What is out, ready or past is at no risk. */
const daysOf = (column: ReturnType<typeof sql>, of: ReturnType<typeof sql>) =>
  read.listOf(
    read.date(sql`CASE WHEN item.publish_at >= clock.at AND item.status NOT IN ('ready', 'published') THEN array(
      SELECT (${column} AT TIME ZONE clock.zone)::date FROM task t
      WHERE t.agency_id = item.agency_id AND t.item_id = item.id AND ${of} ORDER BY t.discipline, t.created_at, t.id) END`),
  );

const publishOn = read.date(sql`(item.publish_at AT TIME ZONE clock.zone)::date`);

const awayRow: ReadType = {
  name: 'ClientDate',
  fields: {
    startsOn: read.date(sql`dated.starts_on`),
    endsOn: read.date(sql`dated.ends_on`),
    isYearly: read.boolean(sql`dated.is_yearly`),
  } satisfies Record<keyof AwayRow, ReadField>,
};

/** Days of late and to come, or of every year, on which nobody of the client answers. */
const away = read.many<AwayRow>(
  () => awayRow,
  (object) => sql`(
    SELECT string_agg(${object}, ',' ORDER BY dated.starts_on, dated.id) FROM client_date dated
    WHERE dated.agency_id = item.agency_id AND dated.client_id = item.client_id AND dated.kind = 'away'
      AND (dated.is_yearly OR dated.ends_on >= clock.today - 31))`,
);

const linkRead: ReadType = {
  name: 'PublicationLink',
  fields: {
    channelId: read.nullable(read.id(sql`link.channel_id`)),
    url: read.text(sql`link.url`),
    doubt: memberRule(
      {
        url: read.text(sql`link.url`),
        network: read.nullable(read.text<Network>(sql`link.network`)),
      },
      ({ url, network }) => linkDoubt(url, network),
    ),
  } satisfies Record<keyof PublicationLinkObject, ReadField>,
};

/** Where the publication of this alias is out, as `link`: by `position` and `channel_id` in the order of its channels; what is at none comes last. */
export const linksWhereOut = (item: string) => sql`(
  SELECT ic.channel_id, ic.url, channel.network::text AS network, channel.position
  FROM item_channel ic JOIN channel ON channel.agency_id = ic.agency_id AND channel.id = ic.channel_id
  WHERE ic.agency_id = ${sql.ref(`${item}.agency_id`)} AND ic.item_id = ${sql.ref(`${item}.id`)} AND ic.url IS NOT NULL
  UNION ALL
  SELECT NULL, ${sql.ref(`${item}.published_url`)}, NULL, NULL WHERE ${sql.ref(`${item}.published_url`)} IS NOT NULL) link`;

const seriesRef: ReadType = {
  name: 'PlanSeriesRef',
  fields: {
    rhythm: memberRule({ rule: read.text(sql`series.rule`) }, ({ rule }) => fromRRule(rule)),
    on: read.date(sql`item.series_on`),
    isPaused: read.boolean(sql`series.paused_at IS NOT NULL`),
    isEnded: read.boolean(sql`series.ended_at IS NOT NULL`),
  } satisfies Record<keyof PlanSeriesRefObject, ReadField>,
};

const risk = memberRule(
  {
    stored,
    isPast,
    publishOn,
    wantsClientApproval: read.boolean(sql`item.wants_client_approval`),
    openDueDays: daysOf(sql`t.due_at`, sql`t.due_at IS NOT NULL AND t.state NOT IN ('done', 'cancelled')`),
    sentOn: daysOf(sql`t.state_since`, sql`t.state = 'client_review'`),
    today: read.date(sql`clock.today`),
    ownDays: read.json<OwnDays>(sql`clock.own_days`),
    answerDays: read.nullable(read.int(sql`client.answer_days`)),
    away,
  },
  riskOf,
);

export const contentItemRead: ReadType = {
  name: 'ContentItem',
  fields: {
    id: read.id(sql`item.id`),
    client: read.here<ClientObject>(clientRead),
    title: read.text(sql`item.title`),
    idea: read.text(sql`item.idea`),
    format: read.enumeration(sql`item.format`),
    publishAt: read.instant(sql`item.publish_at`),
    publishOn,
    publishTime: read.text(sql`to_char(item.publish_at AT TIME ZONE clock.zone, 'HH24:MI')`),
    status: memberRule({ stored, isPast }, (facts) => itemStatusWhen(facts.stored, facts.isPast)),
    wantsClientApproval: read.boolean(sql`item.wants_client_approval`),
    publishedAt: read.nullable(read.instant(sql`item.published_at`)),
    links: read.many<PublicationLinkObject>(
      () => linkRead,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY link.position, link.channel_id) FROM ${linksWhereOut('item')})`,
    ),
    publishedUrl: read.nullable(
      read.text(sql`(SELECT link.url FROM ${linksWhereOut('item')} ORDER BY link.position, link.channel_id LIMIT 1)`),
    ),
    rubric: read.one<RubricObject>(
      () => rubricRead,
      (object) => sql`(SELECT ${object} FROM rubric r WHERE r.agency_id = item.agency_id AND r.id = item.rubric_id)`,
    ),
    campaign: read.one<CampaignRefObject>(
      () => campaignRefRead,
      (object) => sql`(
        SELECT ${object} FROM campaign
        WHERE campaign.agency_id = item.agency_id AND campaign.id = item.campaign_id)`,
    ),
    channels: read.manyAtOnce<ChannelObject>(
      () => channelRead,
      (object, _, alias) => sql`LEFT JOIN (
        SELECT ic.item_id, string_agg(${object}, ',' ORDER BY channel.position, channel.id) AS list
        FROM shown JOIN item_channel ic ON ic.agency_id = ${read.value('agencyId')}::uuid AND ic.item_id = shown.id
        JOIN channel ON channel.agency_id = ic.agency_id AND channel.id = ic.channel_id
        GROUP BY ic.item_id) ${alias} ON ${alias}.item_id = item.id`,
    ),
    tasks: read.many<ItemTaskObject>(
      () => itemTask,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY t.discipline, t.created_at, t.id)
        FROM task t LEFT JOIN member m ON m.agency_id = t.agency_id AND m.id = t.assignee_id
        WHERE t.agency_id = item.agency_id AND t.item_id = item.id AND t.state <> 'cancelled' AND ${seesTask})`,
    ),
    ideaPicture: read.one<FileObject>(
      () => fileRead,
      (object) => sql`(
        SELECT ${object} FROM idea
        JOIN file f ON f.agency_id = idea.agency_id AND f.id = idea.file_id AND f.state = 'ready'
        WHERE idea.agency_id = item.agency_id AND idea.item_id = item.id
        ORDER BY idea.created_at, idea.id LIMIT 1)`,
    ),
    risk,
    seriesId: read.nullable(read.id(sql`item.series_id`)),
    series: read.one<PlanSeriesRefObject>(
      () => seriesRef,
      (object) => sql`(
        SELECT ${object} FROM plan_series series
        WHERE series.agency_id = item.agency_id AND series.id = item.series_id)`,
    ),
    version: read.int(sql`item.version`),
    availableActions: memberRule({ ...whose, stored, isPast, hasWork }, (facts, viewer) =>
      can(viewer, 'item.edit', facts)
        ? itemActionsFor({ status: itemStatusWhen(facts.stored, facts.isPast), hasWork: facts.hasWork })
        : [],
    ),
    viewerCanEdit: memberRule(whose, (facts, viewer) => can(viewer, 'item.edit', facts)),
  } satisfies Record<keyof ContentItemObject, ReadField>,
};
