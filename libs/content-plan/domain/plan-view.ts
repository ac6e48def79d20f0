import { savedViewSchema } from '@planerka/clients/domain';
import { issue, type Id, type InputIssue } from '@planerka/platform/domain';
import { z } from 'zod';
import { id } from './item';
import { itemStatuses } from './item-status';

export const planLayouts = ['month', 'week', 'board', 'table'] as const;
export const planGroupings = ['status', 'rubric', 'channel'] as const;
/** Columns of the table with what came of a publication: there where somebody asks for them. */
export const planMetricColumns = ['reach', 'views', 'engagement', 'er', 'clicks', 'spend'] as const;
export const planSortings = ['date', 'title', 'client', 'rubric', 'format', 'status', ...planMetricColumns] as const;
/** Columns of the table that may be left out; day and topic always stand there. */
export const planTableColumns = [
  'client',
  'channels',
  'rubric',
  'format',
  'campaign',
  'people',
  'work',
  'status',
] as const;

/** More ids than anybody ticks in one filter. */
const maxChoices = 100;
const choices = () => z.array(id()).max(maxChoices).default([]);

/** What the plan's page can be asked to show, but for whose plan it is: as its address says it. */
export const planShownSchema = z.strictObject({
  layout: z.enum(planLayouts).default('month'),
  groupedBy: z.enum(planGroupings).default('status'),
  sortedBy: z.enum(planSortings).default('date'),
  isDescending: z.boolean().default(false),
  hiddenColumns: z.array(z.enum(planTableColumns)).max(planTableColumns.length).default([]),
  metricColumns: z.array(z.enum(planMetricColumns)).max(planMetricColumns.length).default([]),
  /** "2026-12"; null follows the time. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable()
    .default(null),
  ofAllClients: z.boolean().default(false),
  clientIds: choices(),
  channelIds: choices(),
  rubricIds: choices(),
  assigneeIds: choices(),
  statuses: z.array(z.enum(itemStatuses)).max(itemStatuses.length).default([]),
  isAtRisk: z.boolean().default(false),
});
export type PlanShown = z.output<typeof planShownSchema>;

export const planViewSchema = savedViewSchema(planShownSchema);
export type PlanViewInput = z.output<typeof planViewSchema>;

/** What the shape alone cannot say: channels and rubrics are a client's, and without one nothing is found by them. */
export function planViewIssues({ clientId, shown }: Pick<PlanViewInput, 'clientId' | 'shown'>): readonly InputIssue[] {
  if (shown.ofAllClients) return clientId === null ? [] : [issue(['clientId'], 'view_of_all_clients')];
  if (clientId !== null) return [];
  return (['channelIds', 'rubricIds'] as const).flatMap((field) =>
    shown[field].length > 0 ? [issue(['clientId'], 'view_needs_client')] : [],
  );
}

/** Every client that a view names: whoever does not see one of them is not shown the view. */
export const clientsOfView = ({ clientId, shown }: Pick<PlanViewInput, 'clientId' | 'shown'>): readonly Id[] => [
  ...new Set([...(clientId === null ? [] : [clientId]), ...shown.clientIds]),
];
