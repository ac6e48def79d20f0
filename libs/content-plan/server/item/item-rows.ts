import { can, type Discipline } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import {
  clientColumns,
  joinSquad,
  seesClient,
  toClient,
  type ChannelObject,
  type ClientRow,
} from '@planerka/clients/server';
import {
  itemActionsFor,
  itemRisk,
  itemStatusAt,
  type ItemFormat,
  type ItemStatus,
  type ItemTaskFacts,
  type Risk,
} from '@planerka/content-plan/domain';
import {
  addBusinessDays,
  dateOf,
  Temporal,
  type BusinessCalendar,
  type Id,
  type Instant,
  type PlainDate,
  type TimeZone,
} from '@planerka/platform/domain';
import { fromDbInstant, toMoneyObject, type ReadTransaction } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { RubricObject } from '../rubric/rubric.object';
import type { CampaignRefObject, ContentItemObject, ItemRiskObject, ItemTaskObject } from './content-item.object';

/*
 * A publication with everything its card shows, as one statement.
 *
 * Of `task` and `task_dependency`, which belong to the domain above, the statement reads the few columns that a card
 * or the chain of briefs in the side panel draws: discipline, state, person, due day, fee. The calendar is one screen
 * and one statement; asking the tasks' own queries would cost one more for each of its items, or a second round trip
 * for all. Nothing is decided by them here, and nothing is written.
 */

interface TaskRow {
  readonly id: Id;
  readonly discipline: Discipline;
  readonly title: string;
  readonly state: ItemTaskFacts['state'];
  readonly assignee_id: Id | null;
  readonly assignee_name: string | null;
  readonly due_at: string | null;
  readonly state_since: string;
  /** As text: a bigint does not survive JSON. */
  readonly fee_minor: string;
  readonly currency: string;
  readonly deliverable_number: number;
  readonly open_questions: number;
  readonly after_ids: readonly Id[];
}

export interface ItemRow extends ClientRow {
  readonly id: Id;
  readonly title: string;
  readonly idea: string;
  readonly format: ItemFormat;
  readonly publish_at: Date;
  readonly status: ItemStatus;
  readonly wants_client_approval: boolean;
  readonly published_at: Date | null;
  readonly published_url: string | null;
  readonly version: number;
  readonly rubric: RubricObject | null;
  readonly campaign: CampaignRefObject | null;
  readonly channels: readonly ChannelObject[];
  readonly tasks: readonly TaskRow[];
}

const rubric = sql<RubricObject | null>`(
  SELECT json_build_object('id', r.id, 'clientId', r.client_id, 'name', r.name, 'colour', r.colour,
    'targetShare', r.target_share, 'version', r.version)
  FROM rubric r WHERE r.agency_id = item.agency_id AND r.id = item.rubric_id)`;

const campaign = sql<CampaignRefObject | null>`(
  SELECT json_build_object('id', c.id, 'name', c.name, 'startsOn', c.starts_on, 'endsOn', c.ends_on)
  FROM campaign c WHERE c.agency_id = item.agency_id AND c.id = item.campaign_id)`;

const channels = sql<ChannelObject[]>`coalesce((
  SELECT json_agg(json_build_object('id', ch.id, 'clientId', ch.client_id, 'network', ch.network, 'title', ch.title,
    'url', ch.url, 'archivedAt', ch.archived_at, 'version', ch.version) ORDER BY ch.position, ch.id)
  FROM item_channel ic JOIN channel ch ON ch.agency_id = ic.agency_id AND ch.id = ic.channel_id
  WHERE ic.agency_id = item.agency_id AND ic.item_id = item.id), '[]')`;

const tasks = sql<TaskRow[]>`coalesce((
  SELECT json_agg(json_build_object('id', t.id, 'discipline', t.discipline, 'title', t.title, 'state', t.state,
    'assignee_id', t.assignee_id, 'assignee_name', m.name, 'due_at', t.due_at, 'state_since', t.state_since,
    'fee_minor', t.fee_minor::text, 'currency', t.currency, 'deliverable_number', t.deliverable_number,
    'open_questions', t.open_questions,
    'after_ids', coalesce((
      SELECT json_agg(d.after_task_id) FROM task_dependency d
      WHERE d.agency_id = t.agency_id AND d.task_id = t.id), '[]'))
    ORDER BY t.discipline, t.created_at, t.id)
  FROM task t LEFT JOIN member m ON m.agency_id = t.agency_id AND m.id = t.assignee_id
  WHERE t.agency_id = item.agency_id AND t.item_id = item.id AND t.state <> 'cancelled'), '[]')`;

/** Publications within the agency that the viewer may see; deleted ones are nowhere. */
export const selectItems = (db: ReadTransaction, viewer: CurrentMember) =>
  joinSquad(db.selectFrom('client'))
    .innerJoin('content_item as item', (join) =>
      join.onRef('item.agency_id', '=', 'client.agency_id').onRef('item.client_id', '=', 'client.id'),
    )
    .select(clientColumns)
    .select([
      'item.id',
      'item.title',
      'item.idea',
      'item.format',
      'item.publish_at',
      'item.status',
      'item.wants_client_approval',
      'item.published_at',
      'item.published_url',
      'item.version',
      rubric.as('rubric'),
      campaign.as('campaign'),
      channels.as('channels'),
      tasks.as('tasks'),
    ])
    .where('item.agency_id', '=', viewer.agencyId)
    .where('client.agency_id', '=', viewer.agencyId)
    .where('item.deleted_at', 'is', null)
    .where(seesClient(viewer));

/** What a row is looked at from: the agency's clock and calendar, and who asks. */
export interface ItemView {
  readonly viewer: CurrentMember;
  readonly zone: TimeZone;
  readonly calendar: BusinessCalendar;
  readonly at: Instant;
}

export function toItem(row: ItemRow, view: ItemView): ContentItemObject {
  const { viewer, zone, at } = view;
  const facts = { squadId: row.client_squad_id };
  const publishAt = fromDbInstant(row.publish_at);
  const local = publishAt.toZonedDateTimeISO(zone);
  const status = itemStatusAt({ status: row.status, publishAt }, at);
  const canEdit = can(viewer, 'item.edit', facts);
  const hasWork = row.tasks.some(({ state }) => state !== 'draft');
  return {
    id: row.id,
    client: toClient(viewer, row),
    title: row.title,
    idea: row.idea,
    format: row.format,
    publishAt: row.publish_at,
    publishOn: local.toPlainDate().toString(),
    publishTime: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    status,
    wantsClientApproval: row.wants_client_approval,
    publishedAt: row.published_at,
    publishedUrl: row.published_url,
    rubric: row.rubric,
    campaign: row.campaign,
    channels: row.channels,
    tasks: row.tasks
      .filter(({ assignee_id }) => can(viewer, 'task.view', { ...facts, assigneeId: assignee_id }))
      .map((task) => toTask(task, row, viewer)),
    risk: riskOf(row, status, local.toPlainDate(), view),
    version: row.version,
    availableActions: canEdit ? itemActionsFor({ status, hasWork }) : [],
    viewerCanEdit: canEdit,
  };
}

function toTask(task: TaskRow, { client_squad_id }: ItemRow, viewer: CurrentMember): ItemTaskObject {
  const seesFee = can(viewer, 'fee.view', { squadId: client_squad_id, assigneeId: task.assignee_id });
  return {
    id: task.id,
    discipline: task.discipline,
    title: task.title,
    state: task.state,
    assigneeId: task.assignee_id,
    assigneeName: task.assignee_name,
    dueAt: task.due_at,
    stateSince: task.state_since,
    fee: seesFee ? toMoneyObject(task.fee_minor, task.currency) : null,
    deliverableNumber: task.deliverable_number,
    openQuestions: task.open_questions,
    afterIds: task.after_ids,
  };
}

function riskOf(row: ItemRow, status: ItemStatus, publishOn: PlainDate, view: ItemView): ItemRiskObject | null {
  const { zone, calendar, at } = view;
  const day = (instant: string): PlainDate => dateOf(Temporal.Instant.from(instant), zone);
  const open = row.tasks.filter(({ state }) => state !== 'done');
  const sent = open.filter(({ state }) => state === 'client_review').map(({ state_since }) => day(state_since));
  const risk: Risk | null = itemRisk(
    {
      status,
      publishOn,
      wantsClientApproval: row.wants_client_approval,
      openDueDays: open.flatMap(({ due_at }) => (due_at === null ? [] : [day(due_at)])),
      sentOn: sent.at(-1) ?? null,
    },
    dateOf(at, zone),
    calendar,
  );
  if (risk === null) return null;
  const safeOn = addBusinessDays(calendar, risk.expectedOn, 1);
  return { level: risk.level, expectedOn: risk.expectedOn.toString(), safeOn: safeOn.toString() };
}
