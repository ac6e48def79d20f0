import { ConflictException, NotFoundException, UnprocessableEntityException } from '@nestjs/common';
import {
  textOf,
  type CellIssue,
  type ColumnMapping,
  type PreviewColumn,
  type PreviewIssue,
} from '@planerka/content-plan/domain';
import type { IssueParams } from '@planerka/platform/domain';
import type { TableFile } from './table';
import type { TableRefusal } from './table-import';

/** The table's columns with what stands in them, and what they are taken for. */
export function columnsJson<C extends string>(
  { rows }: TableFile,
  { row, mapping }: { readonly row: number; readonly mapping: ColumnMapping<C> },
): readonly PreviewColumn<C>[] {
  const headers = rows[row] ?? [];
  const first = rows[row + 1] ?? [];
  return Array.from({ length: Math.max(headers.length, mapping.length) }, (_, index) => ({
    index,
    header: textOf(headers[index] ?? null).slice(0, 200),
    sample: textOf(first[index] ?? null).slice(0, 80),
    column: mapping[index] ?? null,
  }));
}

/** What stands in a row under that column, no longer than a person looks at it. */
export const cellText = <C extends string>({ rows }: TableFile, mapping: ColumnMapping<C>, row: number, column: C) => {
  const index = mapping.indexOf(column);
  return index === -1 ? '' : textOf(rows[row - 1]?.[index] ?? null).slice(0, 200);
};

interface FoundIssue extends Omit<CellIssue, 'column'> {
  readonly column: string;
  readonly params: IssueParams;
}

export const issuesJson = (issues: readonly FoundIssue[]): readonly PreviewIssue[] =>
  issues.map(({ ref, column, code, params }) => ({ cell: ref, column, code, params }));

/** How many rows come to what; of each kind, those of which there is none too. */
export function countsJson<Kind extends string>(
  rows: readonly { readonly kind: Kind }[],
  none: Readonly<Record<Kind, 0>>,
): Readonly<Record<Kind, number>> {
  const counts: Record<Kind, number> = { ...none };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}

/** "0:date,3:title,4:" → choices by hand, the fifth column is not taken; null where it is not written so. */
export function choicesIn<C extends string>(
  text: string,
  isColumn: (value: unknown) => value is C,
): ReadonlyMap<number, C | null> | null {
  const choices = new Map<number, C | null>();
  for (const part of text === '' ? [] : text.split(',')) {
    const [, index, column = ''] = /^(\d{1,3}):(\w*)$/.exec(part) ?? [];
    if (index === undefined || (column !== '' && !isColumn(column))) return null;
    choices.set(Number(index), isColumn(column) ? column : null);
  }
  return choices;
}

/** As HTTP says it. */
export function tableRefused<Preview>(refusal: TableRefusal<Preview>, json: (preview: Preview) => object): Error {
  switch (refusal.kind) {
    case 'NotFound':
      return new NotFoundException({ code: 'not_found' });
    case 'BadFile':
      return new UnprocessableEntityException(refusal.refusal);
    case 'Changed':
      return new ConflictException({ code: 'plan_changed', preview: json(refusal.preview) });
  }
}
