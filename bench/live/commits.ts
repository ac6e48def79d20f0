import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { v7 } from 'uuid';
import { median } from '../lib/load.ts';
import { round } from '../lib/report.ts';
import type { LiveAgency } from './audience.ts';

/** What a command's transaction does besides its own row, while a node hands on what it finds. */
const CONTENDERS = {
  none: [],
  outbox: ['event'],
  /** What was not chosen: telling the other nodes from within the transaction. */
  notify: ['notify'],
} as const;
type Contender = keyof typeof CONTENDERS;

export interface CommitFigures {
  readonly perSecond: Readonly<Record<Contender, number>>;
  /** As a part of the commits without events, of the medians. */
  readonly ratio: Readonly<Record<Contender, number>>;
  readonly spread: Readonly<Record<Contender, { readonly least: number; readonly most: number }>>;
  /** Events that the node handed on in a second, while nobody committed. */
  readonly handedOn: number;
}

export interface CommitSettings {
  readonly connections: number;
  readonly seconds: number;
  readonly repeats: number;
}

export async function commits(
  ownerUrl: string,
  { agencyId, clientId, squadId }: LiveAgency,
  { connections, seconds, repeats }: CommitSettings,
): Promise<CommitFigures> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: ownerUrl, pipeline: true });
      await client.connect();
      return client;
    }),
  );
  const [first] = clients as [pg.Client];
  const ideas = Array.from({ length: connections }, () => v7());
  const payload = JSON.stringify({
    entity: { type: 'Idea', id: ideas[0] },
    actor: { memberId: null, name: 'Анна Белова' },
    audience: { clientId, squadId },
    related: { clientId },
  });

  /** In two flights, as a command is: what opens it with what it reads or writes, then all that nobody waits for with the commit. */
  async function transaction(client: pg.Client, ideaId: string, what: readonly string[]): Promise<void> {
    await Promise.all([
      client.query('BEGIN'),
      client.query(`SET LOCAL app.agency_id = '${agencyId}'`),
      client.query({
        name: 'write',
        text: 'UPDATE idea SET text = $3 WHERE agency_id = $1 AND id = $2',
        values: [agencyId, ideaId, 'Снять, как раздвигается стол, и показать, сколько человек за ним помещается'],
      }),
    ]);
    const left: Promise<unknown>[] = [];
    if (what.includes('event'))
      left.push(
        client.query({
          name: 'event',
          text: `INSERT INTO outbox_event (agency_id, id, type, payload, created_at) VALUES ($1, $2, 'idea.captured', $3, now())`,
          values: [agencyId, v7(), payload],
        }),
      );
    if (what.includes('notify'))
      left.push(client.query({ name: 'notify', text: `SELECT pg_notify('planerka_bench', $1)`, values: [payload] }));
    await Promise.all([...left, client.query('COMMIT')]);
  }

  async function load(contender: Contender, forSeconds: number): Promise<number> {
    const end = performance.now() + forSeconds * 1_000;
    let done = 0;
    const start = performance.now();
    await Promise.all(
      clients.map(async (client, n) => {
        while (performance.now() < end) {
          await transaction(client, ideas[n] ?? '', CONTENDERS[contender]);
          done += 1;
        }
      }),
    );
    return done / ((performance.now() - start) / 1_000);
  }

  const waiting = async (): Promise<number> => {
    await first.query('BEGIN');
    await first.query(`SET LOCAL app.agency_id = '${agencyId}'`);
    const { rows } = await first.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM outbox_event WHERE agency_id = $1 AND dispatched_at IS NULL',
      [agencyId],
    );
    await first.query('COMMIT');
    return rows[0]?.count ?? 0;
  };
  /** The backlog goes: it must not weigh upon the next contender. */
  async function forget(): Promise<void> {
    await first.query('BEGIN');
    await first.query(`SET LOCAL app.agency_id = '${agencyId}'`);
    await first.query('DELETE FROM outbox_event WHERE agency_id = $1 AND dispatched_at IS NULL', [agencyId]);
    await first.query('COMMIT');
    await first.query('VACUUM outbox_event');
  }

  try {
    await first.query('BEGIN');
    await first.query(`SET LOCAL app.agency_id = '${agencyId}'`);
    await first.query(
      `INSERT INTO idea (agency_id, id, client_id, text, created_by_id)
        SELECT $1, i, $3, 'Снять, как раздвигается стол', (SELECT id FROM member WHERE agency_id = $1 LIMIT 1) FROM unnest($2::uuid[]) i`,
      [agencyId, ideas, clientId],
    );
    await first.query('COMMIT');
    const names = Object.keys(CONTENDERS) as Contender[];
    const rates = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Contender, number[]>;
    const handedOn: number[] = [];
    for (const name of names) await load(name, Math.min(seconds, 1));
    for (let turn = 0; turn < repeats; turn++) {
      for (const name of turn % 2 === 0 ? names : names.toReversed()) {
        rates[name].push(await load(name, seconds));
        if (name !== 'outbox') continue;
        const [before, since] = [await waiting(), performance.now()];
        await sleep(1_000);
        const after = await waiting();
        if (after > 0) handedOn.push((before - after) / ((performance.now() - since) / 1_000));
        await forget();
      }
    }
    const each = <T>(figure: (own: readonly number[]) => T) =>
      Object.fromEntries(names.map((name) => [name, figure(rates[name])])) as Record<Contender, T>;
    const perSecond = each((own) => Math.round(median(own)));
    return {
      perSecond,
      ratio: Object.fromEntries(names.map((name) => [name, round(perSecond[name] / perSecond.none, 2)])) as Record<
        Contender,
        number
      >,
      spread: each((own) => ({ least: Math.round(Math.min(...own)), most: Math.round(Math.max(...own)) })),
      handedOn: Math.round(median(handedOn)),
    };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
