import { createHmac, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { v7 } from 'uuid';

/** How much there is of an agency; what is not named follows from it. */
export interface AgencySize {
  readonly clients: number;
  readonly tasks: number;
}

/** Who asks in a bench. */
export interface BenchViewer {
  readonly agencyId: string;
  readonly userId: string;
  readonly cookie: string;
}

export interface BenchMember extends BenchViewer {
  readonly memberId: string;
}

export interface BenchAgency {
  readonly agencyId: string;
  /** Of one squad of five. */
  readonly manager: BenchMember & { readonly squadIds: readonly string[] };
  readonly owner: BenchMember;
}

const SQUADS = 5;
const MEMBERS = 30;
const RUBRICS = 4;
/** A client's publications: one a day, until two months from now. */
const ITEMS = 360;
const DAYS_AHEAD = 60;
const SESSION_DAYS = 30;
const POST = `jsonb_build_object('kind', 'copy', 'variants', '[]'::jsonb, 'text', jsonb_build_object('type', 'doc', 'content',
  jsonb_build_array(jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text',
    repeat('Гости пришли, а стол мал: раздвиньте его одной рукой. ', 15)))))))`;

/**
 * An agency as rows, laid down in sets under its own row-level security. Of two hundred tasks ten are open or cancelled, as in an
 * agency that has worked for a few years; all else is the same every time but for the ids and today's date.
 */
export async function layDownAgency(
  db: Client,
  name: string,
  { clients, tasks }: AgencySize,
  secret: string,
): Promise<BenchAgency> {
  const agencyId = v7();
  const ids = async (sql: string, ...values: unknown[]): Promise<readonly string[]> => {
    const { rows } = await db.query<{ id: string }>(`${sql} RETURNING id`, [agencyId, ...values]);
    return rows.map(({ id }) => id);
  };
  const many = async (sql: string, ...values: unknown[]): Promise<void> =>
    void (await db.query(sql, [agencyId, ...values]));
  await db.query('BEGIN');
  await db.query(`SET LOCAL app.agency_id = '${agencyId}'`);
  await many(`INSERT INTO agency (id, name, margin_goal) VALUES ($1, $2, 40)`, name);
  const squads = await ids(
    `INSERT INTO squad (agency_id, id, name) SELECT $1, uuidv7(), 'Команда ' || n FROM generate_series(1, ${SQUADS}) n`,
  );
  const users = await ids(
    `INSERT INTO app_user (id, name, email)
      SELECT uuidv7(), 'Участник ' || n, n || '@' || $1::uuid || '.example' FROM generate_series(1, ${MEMBERS}) n`,
  );
  const members = await ids(
    `INSERT INTO member (agency_id, id, user_id, name, email, role, disciplines)
      SELECT $1, uuidv7(), u, 'Участник ' || n, n || '@' || $1::uuid || '.example',
        (CASE WHEN n = 1 THEN 'owner' WHEN n <= 1 + ${SQUADS} THEN 'manager' ELSE 'specialist' END)::"Role",
        CASE WHEN n > 1 + ${SQUADS} THEN ARRAY[(enum_range(NULL::"Discipline"))[1 + n % 3]] ELSE '{}' END
      FROM unnest($2::uuid[]) WITH ORDINALITY AS person (u, n)`,
    users,
  );
  const [, manager = '', ...others] = members;
  await many(
    `INSERT INTO squad_member (agency_id, squad_id, member_id)
      SELECT $1, ($2::uuid[])[1 + (n - 1) % ${SQUADS}], m FROM unnest($3::uuid[]) WITH ORDINALITY AS person (m, n)`,
    squads,
    [manager, ...others],
  );
  const clientIds = await ids(
    `INSERT INTO client (agency_id, id, name, squad_id)
      SELECT $1, uuidv7(), 'Клиент ' || n, ($2::uuid[])[1 + n % ${SQUADS}] FROM generate_series(0, $3::int - 1) n`,
    squads,
    clients,
  );
  const campaigns = await ids(
    `INSERT INTO campaign (agency_id, id, client_id, name, goal, starts_on, ends_on)
      SELECT $1, uuidv7(), c, 'Кампания ' || n, 'leads', current_date - 60, current_date + 60
      FROM unnest($2::uuid[]) WITH ORDINALITY AS served (c, n)`,
    clientIds,
  );
  const rubrics = await ids(
    `INSERT INTO rubric (agency_id, id, client_id, name, colour)
      SELECT $1, uuidv7(), c, 'Рубрика ' || n, n FROM unnest($2::uuid[]) WITH ORDINALITY AS served (c, k), generate_series(1, ${RUBRICS}) n ORDER BY k, n`,
    clientIds,
  );
  const channels = await ids(
    `INSERT INTO channel (agency_id, id, client_id, network, title)
      SELECT $1, uuidv7(), c, n::"Network", 'Сообщество'
      FROM unnest($2::uuid[]) WITH ORDINALITY AS served (c, k), unnest(ARRAY['vk', 'telegram']) WITH ORDINALITY AS social (n, place)
      ORDER BY k, place`,
    clientIds,
  );
  const items = await ids(
    `INSERT INTO content_item (agency_id, id, client_id, campaign_id, rubric_id, title, idea, format, publish_at, status, published_at)
      SELECT $1, uuidv7(), c, ($3::uuid[])[k], ($4::uuid[])[1 + (k - 1) * ${RUBRICS} + n % ${RUBRICS}],
        'Публикация ' || n, 'Показать, что за столом хватит места всем', (enum_range(NULL::"ItemFormat"))[1 + n % 5], s.at,
        (CASE WHEN s.at < now() THEN 'published' ELSE 'in_production' END)::"ItemStatus",
        CASE WHEN s.at < now() THEN s.at END
      FROM unnest($2::uuid[]) WITH ORDINALITY AS served (c, k), generate_series(0, ${ITEMS - 1}) n,
        LATERAL (SELECT date_trunc('day', now()) + (n - ${ITEMS - DAYS_AHEAD}) * interval '1 day' + k % 9 * interval '1 hour' AS at) s`,
    clientIds,
    campaigns,
    rubrics,
  );
  await many(
    `INSERT INTO item_channel (agency_id, item_id, channel_id)
      SELECT $1, i, ($3::uuid[])[1 + (n - 1) / ${ITEMS} * 2 + place]
      FROM unnest($2::uuid[]) WITH ORDINALITY AS item (i, n), generate_series(0, 1) place`,
    items,
    channels,
  );
  // Task n is of client n + n / 200: its state, which follows from n alone, falls on every client alike.
  const ofClient = (list: string) => `(${list}::uuid[])[1 + (n + n / 200) % $3::int]`;
  const taskIds = await ids(
    `INSERT INTO task (agency_id, id, client_id, campaign_id, item_id, discipline, title, state, assignee_id, manager_id, due_at,
        estimated_minutes, fee_minor, currency, rounds, brief_number, deliverable_number, state_since)
      SELECT $1, uuidv7(), ${ofClient('$2')}, ${ofClient('$4')},
        ($7::uuid[])[1 + (n + n / 200) % $3::int * ${ITEMS} + n % ${ITEMS}],
        (enum_range(NULL::"Discipline"))[1 + n % 3], 'Задача ' || n || ': пост про раздвижной стол', s.state::"TaskState",
        ($5::uuid[])[2 + ${SQUADS} + n % ${MEMBERS - 1 - SQUADS}], ($5::uuid[])[2 + n % ${SQUADS}],
        date_trunc('hour', now()) + CASE WHEN s.state IN ('done', 'cancelled') THEN -(n % 900) ELSE n % 30 - 10 END * interval '1 day',
        180, 450000, 'RUB', n % 3, CASE WHEN s.state = 'draft' THEN 0 ELSE 1 END,
        CASE WHEN s.state IN ('draft', 'issued', 'in_progress') THEN 0 ELSE 1 END,
        date_trunc('hour', now()) - n * interval '1 minute'
      FROM generate_series(1, $6::int) n, LATERAL (SELECT CASE
          WHEN n % 200 < 190 THEN 'done' WHEN n % 200 < 192 THEN 'cancelled' WHEN n % 200 = 192 THEN 'draft'
          WHEN n % 200 = 193 THEN 'issued' WHEN n % 200 < 197 THEN 'in_progress' WHEN n % 200 < 199 THEN 'in_review'
          ELSE 'client_review' END AS state) s`,
    clientIds,
    clients,
    campaigns,
    members,
    tasks,
    items,
  );
  await many(
    `INSERT INTO criterion (agency_id, id, task_id, position, text, checked_at)
      SELECT $1, uuidv7(), t, place, 'Не длиннее 900 знаков', CASE WHEN place = 0 THEN now() END
      FROM unnest($2::uuid[]) t, generate_series(0, 2) place`,
    taskIds,
  );
  await many(
    `INSERT INTO task_dependency (agency_id, task_id, after_task_id)
      SELECT $1, t, ($2::uuid[])[n - 1] FROM unnest($2::uuid[]) WITH ORDINALITY AS task (t, n) WHERE n % 2 = 0`,
    taskIds,
  );
  await many(
    `WITH version AS (
        INSERT INTO deliverable (agency_id, id, task_id, number, data, content_hash, submitted_by_id, submitted_at)
        SELECT $1, uuidv7(), id, 1, CASE WHEN state = 'done' THEN '{}' ELSE ${POST} END, '', assignee_id, state_since
        FROM task WHERE deliverable_number = 1
        RETURNING id, task_id)
      INSERT INTO comment (agency_id, id, task_id, deliverable_id, visibility, author_name, body, resolved_at)
      SELECT $1, uuidv7(), task_id, id, 'internal', 'Участник 2', 'Короче: второе предложение повторяет первое',
        CASE WHEN place > 1 THEN now() END
      FROM version, generate_series(1, 3) place`,
  );
  await db.query('COMMIT');
  const person = async (place: number): Promise<BenchMember> => {
    const userId = users[place] ?? '';
    return { agencyId, userId, memberId: members[place] ?? '', cookie: await signIn(db, userId, secret) };
  };
  return { agencyId, owner: await person(0), manager: { ...(await person(1)), squadIds: [squads[0] ?? ''] } };
}

/** A session and the cookie that better-auth would set for it. */
export async function signIn(db: Client, userId: string, secret: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await db.query(
    `INSERT INTO session (id, user_id, token, expires_at) VALUES ($1, $2, $3, now() + ${SESSION_DAYS} * interval '1 day')`,
    [v7(), userId, token],
  );
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `planerka.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
