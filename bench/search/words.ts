import type { Client } from 'pg';

const SYLLABLES = [
  ...'ба во ги до же за ки ло му не пи ро су ти фа хо це чу ша юн ян ер ит ов ск тр пл кр ст вз'.split(' '),
  ...'ани оло ере уро иса ова еле иро уса ате'.split(' '),
];
const ENDINGS = ['', 'а', 'у', 'ом', 'е', 'ы', 'ами', 'ов', 'ый', 'ого', 'ая', 'ость'];
const BATCH = 500;

/** Every number follows from the one before: the same words each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Russian enough to be inflected and stemmed; few are said often, most hardly ever, as in any language. */
export function inventWords(count: number): readonly string[] {
  const next = numbers(7);
  const words = new Set<string>();
  while (words.size < count) {
    const length = 2 + Math.floor(next() * 3);
    const stem = Array.from({ length }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join('');
    words.add(stem + (ENDINGS[Math.floor(next() * ENDINGS.length)] ?? ''));
  }
  return [...words];
}

/** A brief for every task of the agency, of so many words. */
export async function layDownBriefs(
  db: Client,
  agencyId: string,
  words: readonly string[],
  wordsEach: number,
): Promise<void> {
  const next = numbers(11);
  const text = () => Array.from({ length: wordsEach }, () => words[Math.floor(words.length * next() ** 3)]).join(' ');
  await db.query('BEGIN');
  await db.query(`SET LOCAL app.agency_id = '${agencyId}'`);
  const { rows } = await db.query<{ id: string }>('SELECT id FROM task WHERE agency_id = $1 ORDER BY id', [agencyId]);
  for (let start = 0; start < rows.length; start += BATCH) {
    const ids = rows.slice(start, start + BATCH).map(({ id }) => id);
    await db.query(
      `INSERT INTO brief_version (agency_id, id, task_id, number, data, fee_minor, issued_at)
        SELECT $1, uuidv7(), task, 1, json_build_object('discipline', 'copy', 'goal', goal), 0, now()
        FROM unnest($2::uuid[], $3::text[]) AS brief (task, goal)`,
      [agencyId, ids, ids.map(text)],
    );
  }
  await db.query('COMMIT');
}
