import { toastProblem } from '@planerka/platform/web';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ItemPatch } from '../bulk/item-changes.documents';
import { useItemChanges } from '../bulk/use-item-changes';
import { useT } from '../locales';
import type { PlanItem } from '../plan/plan-item';
import type { Plan } from '../plan/plan-page.documents';
import {
  accepted,
  drafted,
  isUnchanged,
  withDraft,
  type CellPlace,
  type Drafts,
  type EditableField,
} from './table-edit';

/** The same as long as the plan is: rows that nothing happens to are not drawn anew. */
export interface TableEdit {
  readonly plan: Plan;
  begin: (place: CellPlace | null) => void;
  /** Saves what was written; the cell is free at once. */
  commit: (item: PlanItem, field: EditableField, set: ItemPatch) => void;
  /** Gives up what was refused. */
  drop: (place: CellPlace) => void;
}

export interface TableEditState {
  readonly edit: TableEdit;
  readonly editing: CellPlace | null;
  /** What stands in the cells, with what is on its way. */
  readonly items: readonly PlanItem[];
  problemsOf: (id: string) => string | undefined;
  problemAt: (place: CellPlace) => string | undefined;
}

/** Cells edited in place: each saves by itself under the version that was seen, and can be taken back. */
export function useTableEdit(plan: Plan, items: readonly PlanItem[], { keepsRefused = true } = {}): TableEditState {
  const t = useT();
  const [apply] = useItemChanges();
  const [editing, begin] = useState<CellPlace | null>(null);
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const [versions] = useState(() => new Map<string, number>());
  const [lines] = useState(() => new Map<string, Promise<unknown>>());

  const latest = useRef({ items, drafts });
  useEffect(() => {
    latest.current = { items, drafts };
  });
  const drop = useCallback((place: CellPlace) => setDrafts((present) => withDraft(present, place, null)), []);
  const commit = useCallback(
    (shownItem: PlanItem, field: EditableField, set: ItemPatch) => {
      const place = { id: shownItem.id, field };
      begin(null);
      // What was refused is shown in its cell, but never stood in the plan: there is no way back to it.
      const { items: known, drafts: present } = latest.current;
      const own = known.find(({ id }) => id === shownItem.id) ?? shownItem;
      const item = drafted(own, accepted(present), plan);
      if (isUnchanged(item, set)) return drop(place);
      setDrafts((present) => withDraft(present, place, { set }));
      const save = async () => {
        // Of two cells of one row that are written quickly, the second follows our own first.
        const version = Math.max(item.version, versions.get(item.id) ?? 0);
        const refused = await apply([{ item: { ...item, version }, set }], t('table.saved', { title: item.title }));
        const problem = refused === null ? t('table.notSaved') : refused[0]?.reason;
        if (problem !== undefined && keepsRefused)
          return setDrafts((present) => withDraft(present, place, { set, problem }));
        if (problem !== undefined) {
          if (refused !== null) toastProblem(`${item.title}: ${problem}`);
          return drop(place);
        }
        versions.set(item.id, version + 1);
        setDrafts((present) => withDraft(present, place, { set, version: version + 1 }));
      };
      const line = (lines.get(item.id) ?? Promise.resolve()).then(save);
      lines.set(item.id, line);
    },
    [apply, drop, keepsRefused, lines, plan, t, versions],
  );
  const shown = useMemo(() => items.map((item) => drafted(item, drafts, plan)), [items, drafts, plan]);
  const problemAt = useCallback(({ id, field }: CellPlace) => drafts.get(id)?.get(field)?.problem, [drafts]);
  const problemsOf = useCallback(
    (id: string) => {
      const problems = [...(drafts.get(id) ?? [])].flatMap(([field, { problem }]) =>
        problem ? `${field} ${problem}` : [],
      );
      return problems.length > 0 ? problems.join('\n') : undefined;
    },
    [drafts],
  );
  const edit = useMemo(() => ({ plan, begin, commit, drop }), [plan, commit, drop]);
  return { edit, editing, items: shown, problemsOf, problemAt };
}
