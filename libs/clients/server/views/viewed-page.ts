import type { CurrentMember } from '@planerka/agency/server';
import type { SavedViewInput, ViewedPage } from '@planerka/clients/domain';
import { issue, type Id, type InputIssue } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import type { z } from 'zod';

/** What a page says of itself so that its choices can be kept under names. */
export interface PageOfViews<Shown extends object> {
  readonly page: ViewedPage;
  /** As the API, the journal and errors call one of its views. */
  readonly name: 'PlanView' | 'TaskView';
  readonly shown: z.ZodType<Shown>;
  /** Whoever does work for a client may choose it here, though another squad serves it. */
  readonly isOfOwnWork: boolean;
  /** What the shape alone cannot say. */
  issues: (view: SavedViewInput<Shown>) => readonly InputIssue[];
  /** Every client that a view names: whoever does not see one of them is not shown the view. */
  clientsOf: (view: SavedViewInput<Shown>) => readonly Id[];
  /** Ids in its filters that the viewer could not have found. */
  unknown: (tx: Tx, viewer: CurrentMember, view: SavedViewInput<Shown>) => Promise<readonly InputIssue[]>;
}

/** Of what is asked for by these ids, nothing if there are none. */
export const found = async <T>(
  ids: readonly Id[],
  ask: (id: { readonly in: Id[] }) => Promise<readonly T[]>,
): Promise<readonly T[]> => (ids.length === 0 ? [] : ask({ in: [...ids] }));

/** An issue for every wanted id that is not known, at its place in what is shown. */
export function missing(
  field: string,
  code: string,
  wanted: readonly Id[],
  known: readonly { readonly id: Id }[],
): readonly InputIssue[] {
  const ids = new Set(known.map(({ id }) => id));
  return wanted.flatMap((id, index) => (ids.has(id) ? [] : [issue(['shown', field, index], code)]));
}
