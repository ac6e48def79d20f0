import { examine } from '../doctor/doctor.mjs';
import { withClient } from '../roles.mjs';

/** What the database holds, beside what people were told: sentences about every difference. */
export async function compare({ adminUrl, ownerUrl, dataDir, journal }) {
  const kept = await withClient(adminUrl, async (client) => {
    const rowsOf = async (kind, text) => (await client.query(text)).rows.map((row) => [row.word, { kind, id: row.id }]);
    const items = (await client.query('SELECT id, title FROM content_item')).rows;
    return {
      words: new Map([
        ...(await rowsOf('idea', `SELECT id, text AS word FROM idea`)),
        ...(await rowsOf('spend', `SELECT id, note AS word FROM ad_spend`)),
      ]),
      titles: new Map(items.map(({ id, title }) => [id, title])),
      money: (await client.query(MONEY)).rows,
      events: (await client.query(EVENTS)).rows.map(({ id }) => id),
    };
  });
  const problems = [];
  for (const [word, { kind, id }] of journal.acknowledged) {
    if (kind === 'item' ? !kept.titles.has(id) : kept.words.get(word)?.id !== id)
      problems.push(`"${word}" was acknowledged and is lost.`);
  }
  for (const word of kept.words.keys())
    if (!journal.acknowledged.has(word) && !journal.unknown.has(word)) problems.push(`Nobody asked for "${word}".`);
  for (const [id, titles] of journal.titles)
    if (!titles.includes(kept.titles.get(id)))
      problems.push(`Publication ${id} is called "${kept.titles.get(id)}" instead of ${titles.join(' or ')}.`);
  for (const id of kept.events) problems.push(`Ad spend ${id} was written, and its event was not.`);
  for (const { id, entered, spent } of kept.money)
    if (entered !== spent) problems.push(`Line ${id} has spent ${spent}, and ${entered} was entered.`);
  for (const { name, problems: found } of await examine({ dataDir, ownerUrl }))
    problems.push(...found.map((problem) => `${name}: ${problem}`));
  return problems;
}

/** What was entered as ad spend, and what the line says is spent: nothing else spends here. */
const MONEY = `
  SELECT l.id, l.spent_minor::text AS spent, coalesce(sum(s.amount_minor), 0)::text AS entered
  FROM budget_line l LEFT JOIN ad_spend s ON s.agency_id = l.agency_id AND s.line_id = l.id GROUP BY 1, 2`;

/** Neither waiting in the outbox nor told already. */
const EVENTS = `
  SELECT s.id FROM ad_spend s
  WHERE NOT EXISTS (SELECT FROM outbox_event e WHERE e.agency_id = s.agency_id AND e.payload::text LIKE '%' || s.id || '%')
    AND NOT EXISTS (SELECT FROM audit_entry a WHERE a.agency_id = s.agency_id
      AND (a.entity_id = s.id OR a.details::text LIKE '%' || s.id || '%'))`;
