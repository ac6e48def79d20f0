// Subscribers with sessions of their own: managers of one squad in each agency, who hear what concerns its clients, and specialists, who
// must hear nothing of it.
import pg from 'pg';
import { v7 } from 'uuid';
import { layDownAgency, signIn } from '../data/agency.ts';
import type { Workshop } from '../lib/workshop.ts';
import { now } from './protocol.ts';

const SIZE = { clients: 5, tasks: 200 };

export interface Person {
  readonly agencyId: string;
  readonly cookie: string;
  readonly mayHear: boolean;
}

/** An agency whose managers hear what one of them does for a client. */
export interface LiveAgency {
  readonly agencyId: string;
  readonly clientId: string;
  readonly squadId: string;
  readonly people: readonly Person[];
}

export async function layDownAudience(
  { ownerUrl, secret }: Workshop,
  agencies: number,
  { managers, specialists }: { readonly managers: number; readonly specialists: number },
): Promise<readonly LiveAgency[]> {
  const db = new pg.Client({ connectionString: ownerUrl });
  await db.connect();
  try {
    const laidDown: LiveAgency[] = [];
    for (let n = 0; n < agencies; n++) {
      const { agencyId } = await layDownAgency(db, `Агентство ${n + 1}`, SIZE, secret);
      laidDown.push(await hire(db, agencyId, secret, managers, specialists));
    }
    await db.query('VACUUM (ANALYZE)');
    return laidDown;
  } finally {
    await db.end();
  }
}

async function hire(
  db: pg.Client,
  agencyId: string,
  secret: string,
  managers: number,
  specialists: number,
): Promise<LiveAgency> {
  await db.query('BEGIN');
  await db.query(`SET LOCAL app.agency_id = '${agencyId}'`);
  const { rows } = await db.query<{ id: string; squad_id: string }>(
    `SELECT id, squad_id FROM client WHERE agency_id = $1 ORDER BY id LIMIT 1`,
    [agencyId],
  );
  const [{ id: clientId, squad_id: squadId }] = rows as [(typeof rows)[number]];
  const users = Array.from({ length: managers + specialists }, () => v7());
  await db.query(
    `WITH person AS (SELECT id, n, CASE WHEN n <= $3 THEN 'manager' ELSE 'specialist' END AS role
        FROM unnest($2::uuid[]) WITH ORDINALITY AS hired (id, n)),
      user_of AS (INSERT INTO app_user (id, name, email) SELECT id, 'Слушатель ' || n, id || '@live.example' FROM person),
      member_of AS (INSERT INTO member (agency_id, id, user_id, name, email, role)
        SELECT $1, id, id, 'Слушатель ' || n, id || '@live.example', role::"Role" FROM person)
      INSERT INTO squad_member (agency_id, squad_id, member_id) SELECT $1, $4, id FROM person`,
    [agencyId, users, managers, squadId],
  );
  await db.query('COMMIT');
  const people: Person[] = [];
  for (const [n, userId] of users.entries())
    people.push({ agencyId, cookie: await signIn(db, userId, secret), mayHear: n < managers });
  return { agencyId, clientId, squadId, people };
}

const CAPTURE = `mutation CaptureIdea($input: CaptureIdeaInput!) {
  captureIdea(input: $input) { __typename ... on CaptureIdeaSuccess { idea { id } } }
}`;

/** A command as the browser sends it; resolves to the id that its event carries and the moment it was sent. */
export async function command(
  url: string,
  { agencyId, clientId, people }: LiveAgency,
): Promise<{ readonly id: string; readonly sentAt: number }> {
  const sentAt = now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: people[0]?.cookie ?? '', 'x-planerka-agency': agencyId },
    body: JSON.stringify({ query: CAPTURE, variables: { input: { clientId, text: 'Снять, как раздвигается стол' } } }),
  });
  const text = await response.text();
  const id = /"id":"([^"]+)"/.exec(text)?.[1];
  if (!id) throw new Error(`The command was not done: ${text.slice(0, 500)}`);
  return { id, sentAt };
}
