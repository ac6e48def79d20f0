import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type QueryExecutorProvider,
} from 'kysely';
import type { Tables } from './kysely';

/** What Kysely builds, whether by its builder or as `sql`…``. */
export interface Statement<Row = unknown> {
  compile(provider: QueryExecutorProvider): CompiledQuery<Row>;
}

/** A statement as pg takes it. With a name, PostgreSQL parses it once for a connection and soon keeps its plan. */
export interface PreparedStatement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Builds statements for `tx.query` and `tx.write`; asks no database itself. */
export const tables = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

export function prepare(statement: Statement): PreparedStatement {
  const { sql: text, parameters: values } = statement.compile(tables);
  const name = nameOf(text);
  return { ...(name !== undefined && { name }), text, values };
}

const names = new Map<string, string>();
/** A connection remembers every name it has heard. Texts that grow with their lists must not fill it without end. */
const mostNames = 1_000;

/** The name of a text in this process; undefined where there are too many already. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known;
  const name = `statement ${names.size + 1}`;
  names.set(text, name);
  return name;
}
