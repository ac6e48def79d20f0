import pg from 'pg';

/** A statement of a flight; with a name it is parsed and planned once for a connection. */
export interface FlightStatement {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string | undefined;
}

/** Of each row of a statement its first column. */
export type FirstColumn = readonly (Buffer | string | null)[];

/** A query of pg's own, which knows how to write itself and what the connection has parsed; its types leave most of that out. */
interface OwnQuery {
  readonly text: string;
  readonly name: string | undefined;
  submit(connection: object): Error | null;
}

interface OwnConnection {
  readonly submittedNamedStatements: Record<string, string>;
  sync(): void;
}

/**
 * Statements that PostgreSQL does one after the other and answers at once: with one point of synchronisation for all of them,
 * where queries have one each, and with it a system call of PostgreSQL's and a piece for us to read. After a failure it skips
 * what is left: a transaction that was begun is still to be ended.
 *
 * A query to pg, for its pipeline takes nothing else. In front of it is always the one whose answer comes next.
 */
export class Flight extends pg.Query {
  readonly landed: Promise<readonly FirstColumn[]>;
  private readonly queries: readonly OwnQuery[];
  private readonly answers: FirstColumn[] = [];
  private column: (Buffer | string | null)[] = [];
  protected name: string | undefined;
  protected text: string | undefined;
  private callback!: (problem: Error | null) => void;

  constructor(readonly statements: readonly FlightStatement[]) {
    super({ text: '' });
    this.queries = statements.map(({ text, values, name }) => {
      const query = new pg.Query({ text, values: [...(values ?? [])], ...(name !== undefined && { name }) });
      return Object.assign(query, { queryMode: 'extended' }) as unknown as OwnQuery;
    });
    this.landed = new Promise((resolve, reject) => {
      this.callback = (problem) => {
        if (problem) reject(problem);
        else resolve(this.answers);
      };
    });
    this.turnToNext();
  }

  override submit = (connection: object): Error | null => {
    const open = withoutSync(connection as OwnConnection);
    const problem = this.queries.map((query) => query.submit(open)).find((each) => each !== null);
    (connection as OwnConnection).sync();
    return problem ?? null;
  };

  handleRowDescription(): void {
    // whoever asks knows what they asked for
  }

  handleDataRow({ fields }: { readonly fields: readonly (Buffer | string | null)[] }): void {
    this.column.push(fields[0] ?? null);
  }

  handleCommandComplete(): void {
    this.answers.push(this.column);
    this.column = [];
    this.turnToNext();
  }

  handleReadyForQuery(): void {
    this.callback(null);
  }

  handleError(problem: Error, { submittedNamedStatements }: OwnConnection): void {
    // What was skipped was not parsed either.
    for (const { name } of this.queries.slice(this.answers.length))
      if (name !== undefined) delete submittedNamedStatements[name];
    this.callback(problem);
  }

  /** pg notes what was parsed by the name and text of the query in front. */
  private turnToNext(): void {
    const next = this.queries[this.answers.length];
    this.name = next?.name;
    this.text = next?.text;
  }
}

const opened = new WeakMap<OwnConnection, object>();

/** The connection for those who would synchronise after each of their queries. */
function withoutSync(connection: OwnConnection): object {
  const known = opened.get(connection);
  if (known) return known;
  const open = Object.create(connection, { sync: { value: () => undefined } }) as object;
  opened.set(connection, open);
  return open;
}
