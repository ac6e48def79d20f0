import type { KeyboardEvent } from 'react';
import type { ItemPatch } from '../bulk/item-changes.documents';
import type { PlanItem } from '../plan/plan-item';
import type { Plan } from '../plan/plan-page.documents';
import type { EditableField } from './table-edit';

/** Where the focus goes once the cell is left. */
export type Leaving = 'down' | 'next' | 'previous' | 'stay';

export interface CellEditorProps {
  item: PlanItem;
  field: EditableField;
  plan: Plan;
  /** What opened it, where somebody began to type in the closed cell: it is the first of the new text. */
  typed: string;
  problem: string | undefined;
  /** @param name of the person whom the change names */
  onCommit: (set: ItemPatch, leaving: Leaving, name?: string | null) => void;
  onCancel: () => void;
}

export function leavingBy(event: KeyboardEvent): Leaving | null {
  if (event.key === 'Enter') return 'down';
  if (event.key === 'Tab') return event.shiftKey ? 'previous' : 'next';
  return null;
}
