import type { Id } from '@planerka/platform/domain';
import type pg from 'pg';
import type { Cell } from 'write-excel-file/node';

interface Sheet {
  readonly ru: string;
  readonly en: string;
  readonly headers: Readonly<Record<'ru' | 'en', readonly string[]>>;
  readonly statement: string;
}

const sheets: readonly Sheet[] = [
  {
    ru: 'План',
    en: 'Plan',
    headers: {
      ru: ['Клиент', 'Публикация', 'Формат', 'Когда (UTC)', 'Опубликована', 'Ссылка', 'Рубрика'],
      en: ['Client', 'Publication', 'Format', 'When (UTC)', 'Published', 'Link', 'Rubric'],
    },
    statement: `
      SELECT c.name, i.title, i.format::text, to_char(i.publish_at, 'YYYY-MM-DD HH24:MI'),
        to_char(i.published_at, 'YYYY-MM-DD HH24:MI'), concat_ws(E'\\n', (
          SELECT string_agg(ic.url, E'\\n' ORDER BY h.position, h.id)
          FROM item_channel ic JOIN channel h ON h.agency_id = ic.agency_id AND h.id = ic.channel_id
          WHERE ic.agency_id = i.agency_id AND ic.item_id = i.id), i.published_url), r.name
      FROM content_item i JOIN client c ON c.agency_id = i.agency_id AND c.id = i.client_id
      LEFT JOIN rubric r ON r.agency_id = i.agency_id AND r.id = i.rubric_id
      WHERE i.agency_id = $1 AND i.deleted_at IS NULL ORDER BY c.name, i.publish_at, i.id`,
  },
  {
    ru: 'Бюджет',
    en: 'Budget',
    headers: {
      ru: [
        'Клиент',
        'Кампания',
        'Месяц',
        'Статья',
        'Валюта',
        'План',
        'Потрачено',
        'К выплате',
        'Обязательства',
        'Доступно',
      ],
      en: [
        'Client',
        'Campaign',
        'Month',
        'Category',
        'Currency',
        'Planned',
        'Spent',
        'Payable',
        'Committed',
        'Available',
      ],
    },
    statement: `
      SELECT c.name, p.name, to_char(l.month, 'YYYY-MM'), l.category::text, l.currency,
        l.planned_minor / 100.0, l.spent_minor / 100.0, l.payable_minor / 100.0, l.committed_minor / 100.0, l.available_minor / 100.0
      FROM budget_line l JOIN campaign p ON p.agency_id = l.agency_id AND p.id = l.campaign_id
      JOIN client c ON c.agency_id = p.agency_id AND c.id = p.client_id
      WHERE l.agency_id = $1 ORDER BY c.name, p.name, l.month, l.category`,
  },
  {
    ru: 'Люди',
    en: 'People',
    headers: {
      ru: ['Имя', 'Почта', 'Роль', 'Специализации', 'Часов в неделю', 'Отключён'],
      en: ['Name', 'E-mail', 'Role', 'Disciplines', 'Hours a week', 'Switched off'],
    },
    statement: `
      SELECT name, email, role::text, array_to_string(disciplines, ', '), weekly_hours, to_char(deactivated_at, 'YYYY-MM-DD')
      FROM member WHERE agency_id = $1 ORDER BY name, id`,
  },
];

/** Plan, budget and people as tables that people open; everything else is in the JSON beside it. */
export async function writeOverviewWorkbook(client: pg.PoolClient, agencyId: Id, locale: string): Promise<Buffer> {
  const language = locale === 'en' ? 'en' : 'ru';
  const contents: Cell[][][] = [];
  for (const { headers, statement } of sheets) {
    const { rows } = await client.query<unknown[]>({ text: statement, values: [agencyId], rowMode: 'array' });
    const header = headers[language].map((value): Cell => ({ value, fontWeight: 'bold' }));
    contents.push([header, ...rows.map((row) => row.map(cellOf))]);
  }
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(
    sheets.map((sheet, place) => ({ sheet: sheet[language], data: contents[place]!, stickyRowsCount: 1 })),
  ).toBuffer();
}

/** PostgreSQL's numeric comes as text; a number in a table can be added up. */
function cellOf(value: unknown): Cell {
  if (typeof value === 'number') return { value };
  if (typeof value !== 'string') return null;
  const text = value;
  return /^-?\d+\.\d{2,}$/.test(text) ? { value: Number(text), format: '#,##0.00' } : { value: text };
}
