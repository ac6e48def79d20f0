import { disciplines } from '@planerka/agency/domain';
import { savedViewSchema, type SavedViewInput } from '@planerka/clients/domain';
import { isId } from '@planerka/platform/domain';
import { z } from 'zod';
import { taskStates } from './task-state';
import { timelineZooms, type TimelineZoom } from './timeline';

export const taskLayouts = ['board', 'table', 'timeline', 'queue'] as const;
/** `overrun` begins with what went furthest past its estimate. */
export const taskOrders = ['due', 'recent', 'title', 'fee', 'overrun'] as const;
export type TaskOrder = (typeof taskOrders)[number];
export const timelineGroupings = ['person', 'client', 'campaign', 'item'] as const;
const zooms = Object.keys(timelineZooms) as [TimelineZoom, ...TimelineZoom[]];

const id = () =>
  z
    .string()
    .refine(isId, { params: { code: 'not_an_id' } })
    .nullable()
    .default(null);

/** What the page of tasks can be asked to show, but for whose: as its address says it. */
export const tasksShownSchema = z.strictObject({
  layout: z.enum(taskLayouts).default('board'),
  /** Null: as the page orders them itself. */
  orderedBy: z.enum(taskOrders).nullable().default(null),
  search: z.string().trim().max(100).default(''),
  campaignId: id(),
  assigneeId: id(),
  discipline: z.enum(disciplines).nullable().default(null),
  /** Of whoever looks, not of who kept it. */
  isMine: z.boolean().default(false),
  isOverdue: z.boolean().default(false),
  states: z.array(z.enum(taskStates)).max(taskStates.length).default([]),
  withClosed: z.boolean().default(false),
  zoom: z.enum(zooms).default('month'),
  groupedBy: z.enum(timelineGroupings).default('person'),
  asList: z.boolean().default(false),
});
export type TasksShown = z.output<typeof tasksShownSchema>;
export type TaskViewInput = SavedViewInput<TasksShown>;

export const taskViewSchema = savedViewSchema(tasksShownSchema);
