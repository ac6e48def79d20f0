import type { Client } from 'pg';
import { signIn, type BenchViewer } from './agency.ts';

/** A task or a payout, as a command names it. */
export interface Subject {
  readonly id: string;
  readonly version: number;
}

/** Who gives a command, and what of: each may be given once. */
export interface Prepared {
  readonly viewer: BenchViewer;
  readonly subjects: readonly Subject[];
}

export const COMMANDS = ['accept', 'submit', 'approve', 'payout'] as const;
export type Command = (typeof COMMANDS)[number];

/** Lines are the rows that commands meet at: as many as an agency of twenty-five clients has open. */
const MONTHS = 4;
/** Works in a payout. */
const WORKS = 3;
const FEE = 450_000;

const BRIEF = {
  discipline: 'copy',
  textType: 'post',
  goal: 'Читатель пишет «хочу стол» в сообщения',
  audience: { who: 'Семьи с детьми', pains: 'Маленькая кухня' },
  keyMessages: ['Стол раздвигается за минуту'],
  callToAction: { text: 'Напишите «хочу стол»', link: 'https://sosna.example/stol' },
  maxLength: 900,
  criteria: ['Не длиннее 900 знаков', 'Без стоп-слов'],
};
const BRAND = { stopWords: ['уникальный', 'лучший', 'дёшево'] };

/**
 * Work that waits for one command each, `count` of every kind, with the money behind it in the book: issued for its
 * assignee, in progress with its fee committed, in review, and done with an approved payout of three works.
 */
export async function layDownCommands(
  db: Client,
  agencyId: string,
  count: number,
  secret: string,
): Promise<Readonly<Record<Command, Prepared>>> {
  const { rows: people } = await within(db, agencyId, () =>
    db.query<{ id: string; user_id: string; role: string }>(
      `SELECT DISTINCT ON (role) id, user_id, role::text FROM member WHERE agency_id = $1 ORDER BY role, id`,
      [agencyId],
    ),
  );
  const person = (role: string) => {
    const found = people.find((one) => one.role === role);
    if (!found) throw new Error(`The agency has no ${role}`);
    return found;
  };
  const [owner, manager, specialist] = [person('owner'), person('manager'), person('specialist')];
  await layDownLines(db, agencyId);
  const laid = (state: string, tasks: number) =>
    layDownTasks(db, { agencyId, state, tasks, assigneeId: specialist.id, managerId: manager.id });
  const issued = await laid('issued', count);
  const inProgress = await laid('in_progress', count);
  const inReview = await laid('in_review', count);
  const done = await laid('done', count * WORKS);
  await post(db, agencyId, [...inProgress, ...inReview, ...done], 'commitment', 'available', 'committed');
  await post(db, agencyId, done, 'payable', 'committed', 'payable');
  const payouts = await layDownPayouts(db, agencyId, done, specialist.id, owner.id);
  const signedIn = async ({ user_id: userId }: { user_id: string }): Promise<BenchViewer> => ({
    agencyId,
    userId,
    cookie: await signIn(db, userId, secret),
  });
  const [worker, lead, payer] = [await signedIn(specialist), await signedIn(manager), await signedIn(owner)];
  const of = (viewer: BenchViewer, ids: readonly string[]): Prepared => ({
    viewer,
    subjects: ids.map((id) => ({ id, version: 1 })),
  });
  return {
    accept: of(worker, issued),
    submit: of(worker, inProgress),
    approve: of(lead, inReview),
    payout: of(payer, payouts),
  };
}

async function layDownLines(db: Client, agencyId: string): Promise<void> {
  await within(db, agencyId, () =>
    db.query(
      `INSERT INTO budget_line (agency_id, id, campaign_id, category, month, is_hard, currency, planned_minor, available_minor)
        SELECT $1, uuidv7(), c.id, 'copy', (date_trunc('month', now()) - n * interval '1 month')::date, true, 'RUB', 1e13, 1e13
        FROM campaign c, generate_series(0, ${MONTHS - 1}) n WHERE c.agency_id = $1`,
      [agencyId],
    ),
  );
}

async function layDownTasks(
  db: Client,
  of: {
    readonly agencyId: string;
    readonly state: string;
    readonly tasks: number;
    readonly assigneeId: string;
    readonly managerId: string;
  },
): Promise<readonly string[]> {
  const { agencyId, state, tasks, assigneeId, managerId } = of;
  return within(db, agencyId, async () => {
    // Of the manager's own squad, else they would not be theirs to review.
    const { rows } = await db.query<{ id: string }>(
      `WITH line AS (
          SELECT l.id, c.id AS campaign_id, c.client_id, row_number() OVER (ORDER BY l.id) - 1 AS place, count(*) OVER () AS lines
          FROM budget_line l JOIN campaign c ON c.agency_id = l.agency_id AND c.id = l.campaign_id
          JOIN client cl ON cl.agency_id = c.agency_id AND cl.id = c.client_id
          JOIN squad_member s ON s.agency_id = cl.agency_id AND s.squad_id = cl.squad_id AND s.member_id = $5
          WHERE l.agency_id = $1
        ), item AS (
          SELECT id, client_id, row_number() OVER (PARTITION BY client_id ORDER BY id) - 1 AS place,
            count(*) OVER (PARTITION BY client_id) AS items
          FROM content_item WHERE agency_id = $1)
        INSERT INTO task (agency_id, id, client_id, campaign_id, item_id, budget_line_id, discipline, title, state, assignee_id,
          manager_id, due_at, estimated_minutes, fee_minor, committed_minor, currency, wants_client_approval, brief_number,
          deliverable_number, state_since)
        SELECT $1, uuidv7(), line.client_id, line.campaign_id, item.id, line.id, 'copy', 'Задача ' || n || ': пост про стол',
          $3::"TaskState", $4, $5, date_trunc('hour', now()) + interval '3 days', 180, ${FEE},
          CASE WHEN $3 IN ('in_progress', 'in_review') THEN ${FEE} ELSE 0 END, 'RUB', false, 1,
          CASE WHEN $3 IN ('in_review', 'done') THEN 1 ELSE 0 END, now()
        FROM generate_series(1, $2::int) n JOIN line ON line.place = n % line.lines
        JOIN item ON item.client_id = line.client_id AND item.place = n / line.lines % item.items
        RETURNING id`,
      [agencyId, tasks, state, assigneeId, managerId],
    );
    const ids = rows.map(({ id }) => id);
    await db.query(
      `INSERT INTO brief_version (agency_id, id, task_id, number, data, brand_snapshot, fee_minor, issued_at)
        SELECT $1, uuidv7(), t, number, $3::jsonb, $4::jsonb, ${FEE}, now()
        FROM unnest($2::uuid[]) t, generate_series(0, 1) number`,
      [agencyId, ids, JSON.stringify(BRIEF), JSON.stringify(BRAND)],
    );
    await db.query(
      `INSERT INTO deliverable (agency_id, id, task_id, number, data, content_hash, submitted_by_id, submitted_at)
        SELECT $1, uuidv7(), id, 1, '{}', '', assignee_id, now() FROM task
        WHERE agency_id = $1 AND id = ANY($2::uuid[]) AND deliverable_number = 1`,
      [agencyId, ids],
    );
    return ids;
  });
}

/** One transaction and one transfer for each task's fee, and the lines' balances that follow. */
async function post(
  db: Client,
  agencyId: string,
  taskIds: readonly string[],
  kind: string,
  from: string,
  to: string,
): Promise<void> {
  await within(db, agencyId, async () => {
    await db.query(
      `WITH posted AS (
          INSERT INTO ledger_transaction (agency_id, id, kind, memo, task_id, actor_name, posted_at)
          SELECT $1, uuidv7(), $3::"LedgerKind", 'Пост про стол', t, 'Участник 7', now() FROM unnest($2::uuid[]) t
          RETURNING id, task_id)
        INSERT INTO ledger_transfer (agency_id, id, transaction_id, line_id, from_account, to_account, amount_minor,
          available_after_minor, posted_at)
        SELECT $1, uuidv7(), p.id, t.budget_line_id, $4::"LedgerAccount", $5::"LedgerAccount", ${FEE}, 0, now()
        FROM posted p JOIN task t ON t.agency_id = $1 AND t.id = p.task_id`,
      [agencyId, taskIds, kind, from, to],
    );
    await db.query(
      `UPDATE budget_line l SET ${from}_minor = ${from}_minor - moved.minor, ${to}_minor = ${to}_minor + moved.minor
        FROM (SELECT budget_line_id, count(*) * ${FEE} AS minor FROM task
          WHERE agency_id = $1 AND id = ANY($2::uuid[]) GROUP BY budget_line_id) moved
        WHERE l.agency_id = $1 AND l.id = moved.budget_line_id`,
      [agencyId, taskIds],
    );
  });
}

async function layDownPayouts(
  db: Client,
  agencyId: string,
  taskIds: readonly string[],
  memberId: string,
  ownerId: string,
): Promise<readonly string[]> {
  return within(db, agencyId, async () => {
    const { rows } = await db.query<{ id: string }>(
      `INSERT INTO payout (agency_id, id, number, member_id, state, total_minor, currency, prepared_by_id, prepared_at,
          approved_by_id, approved_at)
        SELECT $1, uuidv7(), n, $3, 'approved', ${FEE * WORKS}, 'RUB', $4, now(), $4, now()
        FROM generate_series(1, $2::int) n RETURNING id`,
      [agencyId, taskIds.length / WORKS, memberId, ownerId],
    );
    const ids = rows.map(({ id }) => id);
    await db.query(
      `INSERT INTO payout_item (agency_id, id, payout_id, task_id, line_id, amount_minor)
        SELECT $1, uuidv7(), ($2::uuid[])[1 + (n - 1) / ${WORKS}], t.id, t.budget_line_id, ${FEE}
        FROM unnest($3::uuid[]) WITH ORDINALITY AS work (id, n) JOIN task t ON t.agency_id = $1 AND t.id = work.id`,
      [agencyId, ids, taskIds],
    );
    return ids;
  });
}

async function within<T>(db: Client, agencyId: string, work: () => Promise<T>): Promise<T> {
  await db.query('BEGIN');
  await db.query(`SET LOCAL app.agency_id = '${agencyId}'`);
  const done = await work();
  await db.query('COMMIT');
  return done;
}
