import type { Ids } from '@planerka/testing/server';

export interface Operation {
  readonly document: string;
  readonly variables: object;
}

/** By root field: the operation that names these ids. */
export type TenancyCases = Readonly<Record<string, (ids: Ids) => Operation>>;
