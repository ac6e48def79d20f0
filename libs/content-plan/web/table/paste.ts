import {
  type PastedPatch,
  planNames,
  type PlanPerson,
  readClipboard,
  readPastedCell,
  spread,
} from '@planerka/content-plan/domain';
import { errorText, type TextParams } from '@planerka/platform/web';
import { presentOf } from '../bulk/use-item-changes';
import type { ItemPatch } from '../bulk/item-changes.documents';
import { canMove, personColumnOf, type PlanItem } from '../plan/plan-item';
import type { Plan } from '../plan/plan-page.documents';
import type { CellField, CellRange, RangeCell } from './cell-range';
import { workProblemIn } from './cell-work';

export interface PastedCell {
  readonly field: CellField;
  readonly text: string;
  /** Why it cannot be taken. */
  readonly problem?: string;
  readonly set?: ItemPatch;
  /** Whom it names. */
  readonly personName?: string;
  /** Worth knowing before it is done. */
  readonly note?: string;
}

export interface PastedRow {
  readonly item: PlanItem;
  /** Those that would change something, or cannot be taken. */
  readonly cells: readonly PastedCell[];
}

export interface Pasted {
  readonly rows: readonly PastedRow[];
  /** Rows and columns of what was pasted that the table has no cells for. */
  readonly beyond: { readonly rows: number; readonly columns: number };
  /** How many cells it lies over. */
  readonly cellCount: number;
}

export interface PasteWords {
  readonly notEditable: string;
  readonly notMovable: string;
  readonly failed: string;
  /** Of somebody who is away. */
  readonly awayUntil: (name: string, day: string) => string;
}

export interface PastePerson extends PlanPerson {
  readonly awayUntil: string | null;
}

/** What would be where, if the text were pasted there: nothing is done yet. */
export function pastedInto(
  text: string,
  range: CellRange,
  cell: RangeCell,
  {
    plan,
    items,
    people,
    words,
  }: { plan: Plan; items: readonly PlanItem[]; people: readonly PastePerson[]; words: PasteWords },
): Pasted {
  const chosen = range.block(cell);
  const block = spread(readClipboard(text), chosen.ids.length, chosen.fields.length);
  const width = block[0]?.length ?? 0;
  const { ids, fields } = range.reach(cell, block.length, width);
  const byId = new Map(items.map((item) => [item.id, item]));
  const names = planNames({
    channels: plan.channels.map(({ network, ...channel }) => ({ ...channel, network: lower(network), url: '' })),
    rubrics: plan.rubrics,
    campaigns: plan.campaigns,
  });
  const rows = ids.flatMap((id, row): PastedRow[] => {
    const item = byId.get(id);
    if (!item) return [];
    const context = { names, people, year: Number(item.publishOn.slice(0, 4)) };
    const cells = fields.map((field, column): PastedCell => {
      const value = block[row]?.[column] ?? '';
      const pasted = { field, text: value };
      const read = readPastedCell(field, value, context);
      if (!read.ok) {
        const { code, params } = read.error;
        return { ...pasted, problem: errorText(code, params as TextParams) ?? words.failed };
      }
      const set = patchOf(read.value);
      const person = personColumnOf(field);
      const problem = person && workProblemIn(item, person);
      // An empty cell beside work that nobody has is no wish.
      if (isPresent(item, set) && !(problem && value.trim() !== '')) return pasted;
      if (problem) return { ...pasted, problem: errorText(problem) ?? words.failed };
      if (!item.availableActions.includes('edit')) return { ...pasted, problem: words.notEditable };
      if (field === 'when' && !canMove(item)) return { ...pasted, problem: words.notMovable };
      const named = person && people.find(({ id }) => id === set[person]);
      const note = named?.awayUntil ? { note: words.awayUntil(named.name, named.awayUntil) } : {};
      return { ...pasted, set, ...(named && { personName: named.name }), ...note };
    });
    const told = cells.filter(({ problem, set }) => problem !== undefined || set !== undefined);
    return told.length > 0 ? [{ item, cells: told }] : [];
  });
  return {
    rows,
    beyond: { rows: block.length - ids.length, columns: width - fields.length },
    cellCount: ids.length * fields.length,
  };
}

/** Of every row one change: its cells together. */
export const changesIn = (rows: readonly PastedRow[]) =>
  rows.flatMap(({ item, cells }) => {
    const set = Object.assign({}, ...cells.map((cell) => cell.set ?? {})) as ItemPatch;
    return Object.keys(set).length > 0 ? [{ item, set }] : [];
  });

/** The wire writes enums large. */
const patchOf = ({ format, channelIds, ...patch }: PastedPatch): ItemPatch => ({
  ...patch,
  ...(channelIds && { channelIds: [...channelIds] }),
  ...(format && { format: format.toUpperCase() as Uppercase<typeof format> }),
});

const sameness = (patch: ItemPatch): string =>
  JSON.stringify(
    Object.entries(patch)
      .map(([field, value]) => [field, Array.isArray(value) ? value.toSorted() : value])
      .toSorted(([one], [other]) => String(one).localeCompare(String(other))),
  );

const isPresent = (item: PlanItem, set: ItemPatch): boolean => sameness(presentOf(item, set)) === sameness(set);

const lower = <N extends string>(value: N) => value.toLowerCase() as Lowercase<N>;
