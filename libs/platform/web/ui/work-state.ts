import type { ChipTone } from './Chip';

export const WORK_STATES = [
  'draft',
  'issued',
  'in_progress',
  'in_review',
  'client_review',
  'done',
  'cancelled',
  'planned',
  'in_production',
  'awaiting_client',
  'ready',
  'published',
  'missed',
] as const;

/** States of tasks and of content items, as the domain spells them. */
export type WorkState = (typeof WORK_STATES)[number];

export type StateShape =
  'draft' | 'issued' | 'progress' | 'review' | 'client' | 'done' | 'cancelled' | 'published' | 'missed';

const SHAPES: Record<WorkState, StateShape> = {
  draft: 'draft',
  issued: 'issued',
  in_progress: 'progress',
  in_review: 'review',
  client_review: 'client',
  done: 'done',
  cancelled: 'cancelled',
  planned: 'draft',
  in_production: 'progress',
  awaiting_client: 'client',
  ready: 'done',
  published: 'published',
  missed: 'missed',
};

const TONES: Record<StateShape, ChipTone> = {
  draft: 'neutral',
  issued: 'issued',
  progress: 'progress',
  review: 'review',
  client: 'client',
  done: 'done',
  cancelled: 'neutral',
  published: 'neutral',
  missed: 'danger',
};

export const shapeOf = (state: WorkState): StateShape => SHAPES[state];

export const toneOf = (state: WorkState): ChipTone => TONES[SHAPES[state]];

/** GraphQL enums are SCREAMING_CASE, the kit speaks the domain's snake_case. */
export function workState(value: string): WorkState {
  const state = value.toLowerCase();
  return (WORK_STATES as readonly string[]).includes(state) ? (state as WorkState) : 'draft';
}
