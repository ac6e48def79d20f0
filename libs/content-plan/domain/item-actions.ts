import type { ItemStatus } from './item-status';

export const itemActions = [
  'edit',
  'move',
  'copy',
  'mark_published',
  'set_links',
  'undo_publication',
  'delete',
] as const;
/** What a person does to a publication; its status is not among it, since that follows. */
export type ItemAction = (typeof itemActions)[number];

export interface ItemActionFacts {
  readonly status: ItemStatus;
  /** A task that is neither cancelled nor a draft hangs on it: somebody's work, and maybe committed money. */
  readonly hasWork: boolean;
}

const byStatus: Readonly<Record<ItemStatus, readonly ItemAction[]>> = {
  planned: ['edit', 'move', 'copy', 'mark_published', 'delete'],
  in_production: ['edit', 'move', 'copy', 'mark_published', 'delete'],
  awaiting_client: ['edit', 'move', 'copy', 'mark_published', 'delete'],
  ready: ['mark_published', 'move', 'edit', 'copy', 'delete'],
  published: ['edit', 'copy', 'set_links', 'undo_publication'],
  missed: ['move', 'mark_published', 'edit', 'copy', 'delete'],
};

/** The first is the primary one. */
export const itemActionsFor = ({ status, hasWork }: ItemActionFacts): readonly ItemAction[] =>
  byStatus[status].filter((action) => !(action === 'delete' && hasWork));
