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
import { statementName } from './statement-names';

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

/** Builds and compiles statements; asks no database itself. */
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
  const name = statementName(text);
  return { ...(name !== undefined && { name }), text, values };
}
