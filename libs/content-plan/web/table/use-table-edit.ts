import { errorText, toastProblem } from '@planerka/platform/web';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ItemPatch } from '../bulk/item-changes.documents';
import { useItemChanges } from '../bulk/use-item-changes';
import { useT } from '../locales';
import { executorOf, personColumnOf, type PlanItem } from '../plan/plan-item';
import type { Plan } from '../plan/plan-page.documents';
import { workProblemIn } from './cell-work';
import {
  accepted,
  drafted,
  editable,
  isUnchanged,
  unheard,
  withDraft,
  type CellPlace,
  type Drafts,
  type EditableField,
  type OpenCell,
} from './table-edit';

/** The same as long as the plan is: rows that nothing happens to are not drawn anew. */
export interface TableEdit {
  readonly plan: Plan;
  /** @param typed what was typed in the closed cell */
  begin: (place: CellPlace | null, typed?: string) => void;
  /**
   * Saves what was written; the cell is free at once.
   * @param name of the person whom it names
   */
  commit: (item: PlanItem, field: EditableField, set: ItemPatch, name?: string | null) => void;
  /** Gives up what was refused. */
  drop: (place: CellPlace) => void;
  /** The cell is left that said why it cannot be opened. */
  leave: () => void;
}

export interface TableEditState {
  readonly edit: TableEdit;
  readonly editing: OpenCell | null;
  /** What stands in the cells, with what is on its way. */
  readonly items: readonly PlanItem[];
  problemsOf: (id: string) => string | undefined;
  problemAt: (place: CellPlace) => string | undefined;
}

/** Cells edited in place: each saves by itself under the version that was seen, and can be taken back. */
export function useTableEdit(plan: Plan, items: readonly PlanItem[], { keepsRefused = true } = {}): TableEditState {
  const t = useT();
  const [apply] = useItemChanges();
  const [editing, setEditing] = useState<OpenCell | null>(null);
  /** A cell that could not be opened: it says why until another is gone to. */
  const [told, setTold] = useState<(CellPlace & { readonly problem: string }) | null>(null);
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const [versions] = useState(() => new Map<string, number>());
  const [heardOf, setHeardOf] = useState(items);
  if (heardOf !== items) {
    setHeardOf(items);
    if (drafts.size > 0) setDrafts(unheard(drafts, items));
  }
  const [lines] = useState(() => new Map<string, Promise<unknown>>());

  const latest = useRef({ items, drafts });
  useEffect(() => {
    latest.current = { items, drafts };
  });
  const drop = useCallback((place: CellPlace) => {
    setTold(null);
    setDrafts((present) => withDraft(present, place, null));
  }, []);
  /** Work that nobody else can get says so at once. */
  const refuseAtOnce = useCallback(
    (item: PlanItem | undefined, place: CellPlace): boolean => {
      const column = personColumnOf(place.field);
      const reason = item && column && workProblemIn(item, column);
      if (!reason) return false;
      setTold({ ...place, problem: errorText(reason) ?? t('table.notSaved') });
      return true;
    },
    [t],
  );
  const begin = useCallback(
    (place: CellPlace | null, typed = '') => {
      const item = latest.current.items.find(({ id }) => id === place?.id);
      if (place && refuseAtOnce(item, place)) return;
      setTold(null);
      // Its code may still be on its way: what is typed meanwhile is added to what has opened it.
      setEditing((open) => place && { ...place, typed: (isSameCell(open, place) ? open.typed : '') + typed });
    },
    [refuseAtOnce],
  );
  const commit = useCallback(
    (shownItem: PlanItem, field: EditableField, set: ItemPatch, name: string | null = null) => {
      const place = { id: shownItem.id, field };
      setEditing(null);
      setTold(null);
      // What was refused is shown in its cell, but never stood in the plan: there is no way back to it.
      const { items: known, drafts: present } = latest.current;
      const own = known.find(({ id }) => id === shownItem.id) ?? shownItem;
      const item = drafted(own, accepted(present), plan);
      if (isUnchanged(item, set)) return drop(place);
      if (refuseAtOnce(item, place)) return;
      const column = personColumnOf(field);
      const draft = column ? { set, person: { name, before: executorOf(item, column) } } : { set };
      setDrafts((present) => withDraft(present, place, draft));
      const save = async () => {
        // Of two cells of one row that are written quickly, the second follows our own first.
        const version = Math.max(item.version, versions.get(item.id) ?? 0);
        const changes = [{ item: { ...item, version }, set }];
        const refused = await apply(changes, t('table.saved', { title: item.title }), () => drop(place));
        const problem = refused === null ? t('table.notSaved') : refused[0]?.reason;
        if (problem !== undefined && keepsRefused)
          return setDrafts((present) => withDraft(present, place, { ...draft, problem }));
        if (problem !== undefined) {
          if (refused !== null) toastProblem(`${item.title}: ${problem}`);
          return drop(place);
        }
        if (column) return;
        versions.set(item.id, version + 1);
        setDrafts((present) => withDraft(present, place, { set, version: version + 1 }));
      };
      const line = (lines.get(item.id) ?? Promise.resolve()).then(save);
      lines.set(item.id, line);
    },
    [apply, drop, refuseAtOnce, keepsRefused, lines, plan, t, versions],
  );
  const shown = useMemo(() => items.map((item) => drafted(item, drafts, plan)), [items, drafts, plan]);
  const problemAt = useCallback(
    ({ id, field }: CellPlace) =>
      told?.id === id && told.field === field ? told.problem : drafts.get(id)?.get(field)?.problem,
    [drafts, told],
  );
  const problemsOf = useCallback(
    (id: string) => {
      const problems = editable.flatMap((field) => {
        const problem = problemAt({ id, field });
        return problem === undefined ? [] : `${field} ${problem}`;
      });
      return problems.length > 0 ? problems.join('\n') : undefined;
    },
    [problemAt],
  );
  const leave = useCallback(() => setTold(null), []);
  const edit = useMemo(() => ({ plan, begin, commit, drop, leave }), [plan, begin, commit, drop, leave]);
  return { edit, editing, items: shown, problemsOf, problemAt };
}

const isSameCell = (open: OpenCell | null, { id, field }: CellPlace): open is OpenCell =>
  open?.id === id && open.field === field;
