import type pg from 'pg';
import { prepare, type Statement } from './statement';

/** A statement that waits for a lock for ever would keep its own locks for ever. */
const open = `BEGIN; SET LOCAL statement_timeout = '15s'`;

/**
 * One command's transaction on its connection. Statements are sent as they come, in order, without waiting for the answers
 * before them; PostgreSQL does each after the other. So what a command only writes costs it no round trip.
 */
export class CommandConnection {
  private readonly sent: Promise<unknown>[] = [];

  constructor(readonly client: pg.PoolClient) {}

  begin(settings: readonly string[]): void {
    for (const statement of [open, ...settings]) void this.send({ text: statement });
  }

  async query<Row>(statement: Statement<Row>): Promise<readonly Row[]> {
    const { rows } = await this.send(prepare(statement));
    return rows as Row[];
  }

  write(statement: Statement): void {
    void this.send(prepare(statement));
  }

  /** Sent right behind the rest: where one of them has failed, PostgreSQL makes it a rollback, and the failure is thrown. */
  async commit(): Promise<void> {
    const committed = this.send({ text: 'COMMIT' });
    const failed = await this.firstFailure();
    if (failed) throw failed;
    const { command } = await committed;
    if (command !== 'COMMIT') throw new Error('A statement of the transaction had failed');
  }

  /** The connection's own end of it: undefined, or why the connection serves no more. */
  async rollback(): Promise<Error | undefined> {
    return this.client.query('ROLLBACK').then(
      () => undefined,
      (problem: unknown) => problem as Error,
    );
  }

  /** What went wrong first; whatever came after was refused because of it. */
  async firstFailure(): Promise<Error | undefined> {
    const outcomes = await Promise.allSettled(this.sent);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    return failed?.reason as Error | undefined;
  }

  private send({ values, ...statement }: pg.QueryConfig | ReturnType<typeof prepare>): Promise<pg.QueryResult> {
    const answer = this.client.query({ ...statement, ...(values && { values: [...values] }) });
    this.sent.push(answer);
    // Looked at by `firstFailure`; until then nobody may be waiting for it.
    answer.catch(() => undefined);
    return answer;
  }
}
