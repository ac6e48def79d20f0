import { testDatabase, type Ids, type TestAgency } from '@planerka/testing/server';
import pg from 'pg';
import { leads, members, owner, squad, worksOn } from './expectations';

interface Planted {
  /** Stands nowhere else in any answer. */
  readonly mark: string;
  /** Who may ever read it, in whichever answer; each of them does. */
  readonly readers: string;
  readonly sql: (ids: Ids) => readonly [statement: string, ...values: unknown[]];
}

const withAds = `${leads} targetologist`;

/** Words and sums that tell on whoever shows them. */
export const planted: Readonly<Record<string, Planted>> = {
  'the fee of a task': {
    mark: '77711.01',
    readers: worksOn,
    sql: ({ task }) => ['UPDATE task SET fee_minor = 7771101 WHERE id = $1', task],
  },
  // A manager is proposed it as the fee of a brief that they write.
  'the rate of a member': {
    mark: '77722.02',
    readers: worksOn,
    sql: ({ rate }) => ['UPDATE rate SET amount_minor = 7772202 WHERE id = $1', rate],
  },
  'the rate of the agency': {
    mark: '77723.02',
    readers: owner,
    sql: ({ agency }) => [
      `INSERT INTO rate (agency_id, id, discipline, unit, amount_minor, currency, valid_from)
       VALUES ($1, gen_random_uuid(), 'copy', 'hour', 7772302, 'RUB', '2026-01-01')`,
      agency,
    ],
  },
  'the fee of a retainer': {
    mark: '77733.03',
    readers: owner,
    sql: ({ retainer }) => [
      `UPDATE retainer SET fee_minor = 7773303,
       services = '[{"serviceId":"00000000-0000-7000-8000-000000000000","name":"Пост","quantity":1,"priceMinor":"7773403"}]'
       WHERE id = $1`,
      retainer,
    ],
  },
  'the price of a service': {
    mark: '77744.04',
    readers: owner,
    sql: ({ service }) => ['UPDATE service SET price_minor = 7774404 WHERE id = $1', service],
  },
  'the wanted margin': {
    // No moment has 71 seconds.
    mark: '71.77',
    readers: owner,
    sql: ({ agency }) => ['UPDATE agency SET margin_goal = 71.77 WHERE id = $1', agency],
  },
  'the sum of a requested revision': {
    mark: '77755.05',
    readers: leads,
    sql: ({ revision }) => [
      'UPDATE budget_revision_line SET new_total_minor = 7775505 WHERE revision_id = $1',
      revision,
    ],
  },
  'the plan of a budget line': {
    mark: '77788.08',
    readers: leads,
    sql: ({ line }) => [
      `UPDATE budget_line SET available_minor = available_minor + 7778808 - planned_minor, planned_minor = 7778808
       WHERE id = $1`,
      line,
    ],
  },
  'the note of an ad payment': {
    mark: 'МЕТКА-РЕКЛАМА',
    readers: withAds,
    sql: ({ adSpend }) => [`UPDATE ad_spend SET note = 'МЕТКА-РЕКЛАМА' WHERE id = $1`, adSpend],
  },
  'what a promotion cost': {
    mark: '77799.09',
    readers: withAds,
    sql: ({ agency, client, campaign, channel, member }) => [
      `WITH publication AS (
         INSERT INTO content_item
           (agency_id, id, client_id, campaign_id, title, format, publish_at, published_at, status, updated_at)
         VALUES ($1, gen_random_uuid(), $2, $3, 'Уже вышла', 'post', now() - interval '9 days', now() - interval '9 days',
           'published', now())
         RETURNING agency_id, id),
       place AS (
         INSERT INTO item_channel (agency_id, item_id, channel_id) SELECT agency_id, id, $4::uuid FROM publication)
       INSERT INTO item_measurement (agency_id, item_id, channel_id, day, reach, spend_minor, entered_by_id, updated_at)
       SELECT agency_id, id, $4::uuid, current_date - 1, 900, 7779909, $5::uuid, now() FROM publication`,
      agency,
      client,
      campaign,
      channel,
      member,
    ],
  },
  'the sum of a payout': {
    mark: '77766.06',
    readers: worksOn,
    sql: ({ payout }) => ['UPDATE payout_item SET amount_minor = 7776606 WHERE payout_id = $1', payout],
  },
  'the price of a round': {
    mark: '77777.07',
    readers: leads,
    sql: ({ changeRequest }) => ['UPDATE change_request SET price_minor = 7777707 WHERE id = $1', changeRequest],
  },
  'an internal comment': {
    mark: 'МЕТКА-МЕЖДУ-НАМИ',
    readers: worksOn,
    sql: ({ comment }) => [`UPDATE comment SET body = 'МЕТКА-МЕЖДУ-НАМИ' WHERE id = $1`, comment],
  },
  'the note of a submission': {
    mark: 'МЕТКА-ЗАПИСКА',
    readers: worksOn,
    sql: ({ deliverable }) => [`UPDATE deliverable SET note = 'МЕТКА-ЗАПИСКА' WHERE id = $1`, deliverable],
  },
  'a question about a task': {
    mark: 'МЕТКА-ВОПРОС',
    readers: worksOn,
    sql: ({ question }) => [`UPDATE task_question SET question = 'МЕТКА-ВОПРОС' WHERE id = $1`, question],
  },
  'the criterion of a brief': {
    mark: 'МЕТКА-КРИТЕРИЙ',
    readers: worksOn,
    sql: ({ criterion }) => [`UPDATE criterion SET text = 'МЕТКА-КРИТЕРИЙ' WHERE id = $1`, criterion],
  },
  'how a contact is reached': {
    mark: 'metka.contact@sosna.example',
    readers: leads,
    sql: ({ contact }) => [
      `UPDATE contact SET email = 'metka.contact@sosna.example', phone = '+7 900 000-77-88', telegram = '@metka' WHERE id = $1`,
      contact,
    ],
  },
  'who was invited': {
    mark: 'metka.invited@mayak.example',
    readers: leads,
    sql: ({ invitation }) => [`UPDATE invitation SET email = 'metka.invited@mayak.example' WHERE id = $1`, invitation],
  },
  'from where a client decided': {
    mark: '203.0.113.77',
    readers: leads,
    sql: ({ approval }) => [
      `UPDATE approval_decision SET ip_address = '203.0.113.77' WHERE approval_id = $1`,
      approval,
    ],
  },
  'what was noted of an onboarding step': {
    mark: 'МЕТКА-ДОСТУПЫ',
    readers: leads,
    sql: ({ client }) => [`UPDATE onboarding_step SET note = 'МЕТКА-ДОСТУПЫ' WHERE client_id = $1`, client],
  },
  'the name of a task': {
    mark: 'МЕТКА-ЗАДАЧА',
    readers: worksOn,
    sql: ({ task }) => [`UPDATE task SET title = 'МЕТКА-ЗАДАЧА' WHERE id = $1`, task],
  },
  'the name of a publication': {
    mark: 'МЕТКА-ПУБЛИКАЦИЯ',
    readers: `${squad} guest`,
    sql: ({ item }) => [`UPDATE content_item SET title = 'МЕТКА-ПУБЛИКАЦИЯ' WHERE id = $1`, item],
  },
  'an idea': {
    mark: 'МЕТКА-ИДЕЯ',
    readers: squad,
    sql: ({ idea }) => [`UPDATE idea SET text = 'МЕТКА-ИДЕЯ' WHERE id = $1`, idea],
  },
  'a research note': {
    mark: 'МЕТКА-ИССЛЕДОВАНИЕ',
    readers: leads,
    sql: ({ research }) => [`UPDATE research SET title = 'МЕТКА-ИССЛЕДОВАНИЕ' WHERE id = $1`, research],
  },
  'a template': {
    mark: 'МЕТКА-ШАБЛОН',
    readers: `${leads} otherManager`,
    sql: ({ template }) => [`UPDATE brief_template SET name = 'МЕТКА-ШАБЛОН' WHERE id = $1`, template],
  },
  'a case': {
    mark: 'МЕТКА-КЕЙС',
    readers: leads,
    sql: ({ casePage }) => [`UPDATE case_page SET title = 'МЕТКА-КЕЙС' WHERE id = $1`, casePage],
  },
  'the name of a squad': {
    mark: 'МЕТКА-КОМАНДА',
    readers: members,
    sql: ({ squad: id }) => [`UPDATE squad SET name = 'МЕТКА-КОМАНДА' WHERE id = $1`, id],
  },
};

/** Above row-level security and append-only tables: the world is being made. */
export async function plant({ agencyId }: TestAgency, ids: Ids): Promise<void> {
  const client = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
  await client.connect();
  try {
    for (const { sql } of Object.values(planted)) {
      const [statement, ...values] = sql({ ...ids, agency: agencyId });
      await client.query(statement, values);
    }
  } finally {
    await client.end();
  }
}
