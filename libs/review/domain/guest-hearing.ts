import { monthsOfItem } from '@planerka/content-plan/domain';
import type { Changes, Id } from '@planerka/platform/domain';

/** A client's page, as far as something that happens can touch it. */
export type GuestPlace =
  | {
      readonly kind: 'approval';
      readonly approvalId: Id;
      /** What they are asked about. */
      readonly taskIds: ReadonlySet<Id>;
      readonly itemIds: ReadonlySet<Id>;
    }
  | {
      readonly kind: 'plan';
      readonly clientId: Id;
      /** `2026-12` */
      readonly month: string;
    };

/** Something that happened, as an event carries it. */
export interface Happened {
  readonly type: string;
  readonly entity: { readonly type: string; readonly id: Id };
  readonly audience: { readonly clientId?: Id | undefined };
  readonly related?: Readonly<Record<string, Id | null>>;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
  /** What is different now, by field. */
  readonly changes?: Changes;
}

const ofApproval: ReadonlySet<string> = new Set([
  'approval.answered',
  'approval.approved',
  'approval.changed',
  'approval.changes_requested',
  'approval.expired',
  'approval.link_renewed',
  'approval.link_revoked',
  'approval.voided',
  'approval.withdrawn',
]);

const ofTalk: ReadonlySet<string> = new Set([
  'comment.added',
  'comment.edited',
  'comment.replied',
  'comment.reopened',
  'comment.resolved',
]);

const ofItem: ReadonlySet<string> = new Set([
  'item.created',
  'item.deleted',
  'item.moved',
  'item.publication_undone',
  'item.published',
  'item.restored',
]);

/** What a client is shown of a publication; its campaign, its notes and whatever else is written at it are the agency's. */
const shownOfItem = ['title', 'idea', 'format', 'publishAt', 'rubricId', 'channelIds'];

/** After these a finished text or picture stands on the page, or does so no more. */
const ofWork: ReadonlySet<string> = new Set(['task.done', 'task.reopened']);

const ofMonth: ReadonlySet<string> = new Set([
  'plan.answered',
  'plan.approved',
  'plan.changes_requested',
  'plan.link_revoked',
  'plan.remarked',
  'plan.shared',
]);

const ofPlan: ReadonlySet<string> = new Set(['plan.imported', 'rubric.archived', 'rubric.updated']);

/**
 * Whether the page may show something else now. Only what its reader may read counts: that anything internal happened, they do not
 * learn even by an empty word.
 */
export function changesPage(place: GuestPlace, event: Happened): boolean {
  return place.kind === 'approval' ? changesApproval(place, event) : changesPlan(place, event);
}

/** Whether the link by which the page was opened may be closed now. */
export const mayCloseLink = (place: GuestPlace, { type, entity, audience }: Happened): boolean =>
  place.kind === 'approval'
    ? (type === 'approval.link_revoked' || type === 'approval.link_renewed') && entity.id === place.approvalId
    : type === 'plan.link_revoked' && audience.clientId === place.clientId;

function changesApproval(
  { approvalId, taskIds, itemIds }: Extract<GuestPlace, { kind: 'approval' }>,
  event: Happened,
): boolean {
  const { type, entity, related = {}, details = {} } = event;
  const { taskId, itemId } = related;
  if (ofApproval.has(type)) return entity.id === approvalId;
  if (ofTalk.has(type)) return details['visibility'] === 'client' && taskIds.has(taskId ?? '');
  return (changesItem(event) || ofWork.has(type)) && itemIds.has(itemId ?? '');
}

function changesPlan({ clientId, month }: Extract<GuestPlace, { kind: 'plan' }>, event: Happened): boolean {
  const { type, audience, related = {}, details = {} } = event;
  if (audience.clientId !== clientId) return false;
  if (ofMonth.has(type)) return details['month'] === month;
  if (changesItem(event)) return isOfMonth(event, month);
  return ofPlan.has(type) || (ofWork.has(type) && Boolean(related['itemId']));
}

/** The most that an agency's day is away from that of the event. */
const zoneHours = 14;

/** Where the event does not say when, it may be this month's. */
function isOfMonth(event: Happened, month: string): boolean {
  const months = monthsOfItem(event, zoneHours);
  return months.size === 0 || months.has(month);
}

const changesItem = ({ type, changes }: Happened): boolean =>
  ofItem.has(type) || (type === 'item.updated' && (!changes || shownOfItem.some((field) => field in changes)));
