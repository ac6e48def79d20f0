import type { Client } from 'pg';

/** Runs one statement of the agency: $1 is its id. */
type Lay = (sql: string) => Promise<void>;

/**
 * What an agency leaves around its tasks day by day, as screens show it. Details hang on open tasks alone: nobody opens the
 * others' pages here.
 */
export async function layDownDailyLife(db: Client, agencyId: string): Promise<void> {
  const lay: Lay = async (sql) => void (await db.query(sql, [agencyId]));
  await db.query('BEGIN');
  await db.query(`SET LOCAL app.agency_id = '${agencyId}'`);
  await money(lay);
  await briefs(lay);
  await approvals(lay);
  await talk(lay);
  await db.query('COMMIT');
}

const OPEN = `t.agency_id = $1 AND t.state NOT IN ('done', 'cancelled')`;

/** A row's place in its agency, by which it differs from its neighbours: the same in every run. */
const numbered = (table: string, condition = 'true'): string =>
  `(SELECT *, row_number() OVER (ORDER BY created_at, id) AS n FROM ${table} WHERE agency_id = $1 AND ${condition})`;

async function money(lay: Lay): Promise<void> {
  await lay(`INSERT INTO retainer (agency_id, id, client_id, valid_from, fee_minor, currency, included_items, included_rounds, extra_round_minor)
    SELECT $1, uuidv7(), id, date_trunc('month', current_date - since), 12000000 + n * 500000, 'RUB', 12, 2, 300000
    FROM ${numbered('client')} c, unnest(ARRAY[400, 120]) since`);
  await lay(`INSERT INTO rate (agency_id, id, discipline, unit, amount_minor, currency, valid_from)
    SELECT $1, uuidv7(), d, 'deliverable', 450000, 'RUB', current_date - 400 FROM unnest(enum_range(NULL::"Discipline")) d`);
  // Every eleventh line is nearly used up, every twenty-third overdrawn.
  await lay(`INSERT INTO budget_line (agency_id, id, campaign_id, category, month, is_hard, currency, planned_minor, available_minor,
      committed_minor, payable_minor, spent_minor)
    SELECT $1, uuidv7(), line.campaign_id, line.category::"BudgetCategory", line.month, false, 'RUB', 10000000,
      10000000 - 1500000 - 500000 - used.spent, 1500000, 500000, used.spent
    FROM (
      SELECT c.id AS campaign_id, category, (date_trunc('month', current_date) + ago * interval '1 month')::date AS month,
        c.n * 25 + place * 5 + ago AS n
      FROM ${numbered('campaign')} c, unnest(ARRAY['copy', 'design', 'targeting', 'ad_spend', 'production']) WITH ORDINALITY k (category, place),
        generate_series(-2, 2) ago
    ) line, LATERAL (SELECT CASE WHEN n % 23 = 0 THEN 8600000 WHEN n % 11 = 0 THEN 7500000 ELSE 2000000 + n % 30 * 100000 END AS spent) used`);
  // One request in five campaigns waits, two of each were decided.
  await lay(`WITH asked AS (
      INSERT INTO budget_revision (agency_id, id, campaign_id, state, reason, requested_by_id, requested_at, decided_by_id, decided_at)
      SELECT $1, uuidv7(), c.id, (CASE WHEN nth = 3 THEN 'requested' ELSE 'approved' END)::"RevisionState",
        'Осенняя акция: ещё два ролика и таргет к ним', manager.id, now() - (40 - nth * 10) * interval '1 day',
        CASE WHEN nth < 3 THEN owner.id END, CASE WHEN nth < 3 THEN now() - (39 - nth * 10) * interval '1 day' END
      FROM ${numbered('campaign')} c, generate_series(1, 3) nth,
        LATERAL (SELECT id FROM member WHERE agency_id = $1 AND role = 'manager' ORDER BY id LIMIT 1) manager,
        LATERAL (SELECT id FROM member WHERE agency_id = $1 AND role = 'owner' LIMIT 1) owner
      WHERE nth < 3 OR c.n % 5 = 0
      RETURNING id, campaign_id)
    INSERT INTO budget_revision_line (agency_id, id, revision_id, line_id, new_total_minor, previous_minor)
    SELECT $1, uuidv7(), asked.id, l.id, 12000000, 10000000
    FROM asked JOIN budget_line l ON l.agency_id = $1 AND l.campaign_id = asked.campaign_id
    WHERE l.month = date_trunc('month', current_date) AND l.category IN ('design', 'ad_spend')`);
  // Ten months of payouts, ten works each; the last month's wait to be approved.
  await lay(`WITH paid AS (
      INSERT INTO payout (agency_id, id, number, member_id, state, total_minor, currency, prepared_by_id, prepared_at, paid_on)
      SELECT $1, uuidv7(), row_number() OVER (ORDER BY ago DESC, m.n), m.id, (CASE WHEN ago = 0 THEN 'draft' ELSE 'paid' END)::"PayoutState",
        4500000, 'RUB', manager.id, now() - ago * interval '30 days', CASE WHEN ago > 0 THEN current_date - ago * 30 END
      FROM ${numbered('member', `role = 'specialist'`)} m, generate_series(0, 9) ago,
        LATERAL (SELECT id FROM member WHERE agency_id = $1 AND role = 'manager' ORDER BY id LIMIT 1) manager
      WHERE ago > 0 OR m.n <= 12
      RETURNING id, number
    ), works AS (
      SELECT id, campaign_id, row_number() OVER (ORDER BY id) AS n FROM task WHERE agency_id = $1 AND state = 'done')
    INSERT INTO payout_item (agency_id, id, payout_id, task_id, line_id, amount_minor)
    SELECT $1, uuidv7(), paid.id, works.id, line.id, 450000
    FROM paid JOIN works ON (works.n - 1) / 10 = paid.number - 1
    CROSS JOIN LATERAL (SELECT id FROM budget_line l WHERE l.agency_id = $1 AND l.campaign_id = works.campaign_id ORDER BY id LIMIT 1) line`);
}

const BRIEF = `jsonb_build_object('discipline', 'copy', 'textType', 'post',
  'goal', 'Показать, что стол раздвигается за пять секунд, и привести читателя на страницу модели',
  'criteria', jsonb_build_array('Не длиннее 900 знаков', 'Названа цена', 'Есть призыв'),
  'constraints', 'Не обещать доставку в день заказа', 'structure', 'Повод, показ, цена, призыв',
  'audience', jsonb_build_object('who', 'Семьи, которым тесно на кухне', 'pains', 'Гости есть, места нет', 'knowledge', '', 'decisionRole', ''),
  'keyMessages', jsonb_build_array('Раздвигается одной рукой', 'Шесть мест вместо четырёх', 'Гарантия десять лет'),
  'callToAction', jsonb_build_object('text', 'Посмотреть стол', 'link', 'https://sosna.example/stol'),
  'hashtags', jsonb_build_array('#стол', '#кухня'), 'maxLength', 900, 'facts', jsonb_build_array(), 'references', jsonb_build_array())`;

async function briefs(lay: Lay): Promise<void> {
  await lay(`INSERT INTO brief_version (agency_id, id, task_id, number, data, brand_snapshot, fee_minor, due_at, issued_by_id, issued_at, accepted_at)
    SELECT $1, uuidv7(), t.id, t.brief_number, ${BRIEF}, CASE WHEN t.brief_number > 0 THEN '{}'::jsonb END, t.fee_minor, t.due_at, t.manager_id,
      CASE WHEN t.brief_number > 0 THEN t.state_since - interval '5 days' END,
      CASE WHEN t.state IN ('in_progress', 'in_review', 'client_review') THEN t.state_since - interval '4 days' END
    FROM task t WHERE ${OPEN}`);
  await lay(`INSERT INTO task_transition (agency_id, id, task_id, action, from_state, to_state, actor_member_id, actor_name, at)
    SELECT $1, uuidv7(), t.id, step.action, step.source::"TaskState", step.target::"TaskState", t.manager_id, 'Участник 2',
      t.state_since - (step.last - step.place) * interval '1 day'
    FROM task t, LATERAL (
      SELECT *, max(place) OVER () AS last FROM (VALUES
        (1, 'create', NULL, 'draft'), (2, 'issue', 'draft', 'issued'), (3, 'accept', 'issued', 'in_progress'),
        (4, 'submit', 'in_progress', 'in_review'), (5, 'request_changes', 'in_review', 'in_progress'),
        (6, 'submit', 'in_progress', 'in_review'), (7, 'send_to_client', 'in_review', 'client_review')) way (place, action, source, target)
      WHERE place <= CASE t.state WHEN 'draft' THEN 1 WHEN 'issued' THEN 2 WHEN 'in_progress' THEN 3 WHEN 'in_review' THEN 6 ELSE 7 END) step
    WHERE ${OPEN}`);
  await lay(`INSERT INTO task_question (agency_id, id, task_id, question, asked_by_id, asked_at, answer, answered_by_id, answered_at)
    SELECT $1, uuidv7(), t.id, 'Снимаем в белой кухне или в дубовой?', t.assignee_id, t.state_since, answer.words,
      CASE WHEN answer.words IS NOT NULL THEN t.manager_id END, CASE WHEN answer.words IS NOT NULL THEN t.state_since + interval '1 hour' END
    FROM ${numbered('task', `state IN ('issued', 'in_progress', 'client_review')`)} t,
      LATERAL (SELECT CASE WHEN t.n % 9 > 0 THEN 'В дубовой: белая уже была' END AS words) answer
    WHERE t.n % 3 = 0`);
  await lay(`INSERT INTO audit_entry (agency_id, id, at, actor_member_id, actor_name, action, entity_type, entity_id, client_id, details,
      sequence, previous_hash, hash)
    SELECT $1, uuidv7(), t.state_since, t.assignee_id, 'Участник 9', (ARRAY['task.submitted', 'task.accepted', 'task.done', 'client.updated'])[1 + t.n % 4],
      'Task', t.id, t.client_id, jsonb_build_object('title', t.title),
      t.n, sha256(int4send(t.n::int - 1)), sha256(int4send(t.n::int))
    FROM ${numbered('task')} t WHERE t.n <= 5000`);
  // Chained in looks alone: nothing here verifies it, and what is written later goes on from its end.
  await lay(`INSERT INTO audit_chain (agency_id, sequence, hash)
    SELECT $1, max(sequence), sha256(int4send(max(sequence))) FROM audit_entry WHERE agency_id = $1 HAVING max(sequence) > 0`);
}

/** Half of what is with clients waits for an answer, the rest is still to be sent; some clients wanted changes. */
async function approvals(lay: Lay): Promise<void> {
  await lay(`INSERT INTO contact (agency_id, id, client_id, name, position, email, is_approver, is_final_approver)
    SELECT $1, uuidv7(), c.id, 'Контакт ' || n, 'маркетолог', n || '@client.example', true, n = 1 FROM client c, generate_series(1, 2) n WHERE c.agency_id = $1`);
  await lay(`WITH sent AS (
      SELECT t.id AS task_id, t.client_id, t.item_id, t.manager_id, t.state, t.n, uuidv7() AS id, t.state_since, v.id AS version_id
      FROM ${numbered('task', `state IN ('client_review', 'in_progress')`)} t
      LEFT JOIN deliverable v ON v.agency_id = t.agency_id AND v.task_id = t.id
      WHERE CASE t.state WHEN 'client_review' THEN t.n % 8 = 0 ELSE t.n % 7 = 3 END
    ), approval AS (
      INSERT INTO approval (agency_id, id, client_id, title, message, state, round, included_rounds, due_at, sent_by_id, sent_at)
      SELECT $1, id, client_id, 'Пост про раздвижной стол', 'Посмотрите, пожалуйста, до пятницы',
        (CASE state WHEN 'client_review' THEN 'pending' ELSE 'changes_requested' END)::"ApprovalState",
        CASE WHEN n % 40 = 0 THEN 3 ELSE 1 END, 2, now() + (n % 5 - 1) * interval '1 day', manager_id, state_since - interval '4 days' FROM sent
    ), subject AS (
      INSERT INTO approval_subject (agency_id, id, approval_id, task_id, item_id, deliverable_id, content_hash)
      SELECT $1, uuidv7(), id, task_id, item_id, coalesce(version_id, uuidv7()), '' FROM sent
    ), link AS (
      INSERT INTO approval_link (agency_id, id, approval_id, contact_id, token_hash, expires_at)
      SELECT $1, uuidv7(), sent.id, contact.id, uuid_send(uuidv7()), now() + interval '14 days'
      FROM sent JOIN contact ON contact.agency_id = $1 AND contact.client_id = sent.client_id
      RETURNING id, approval_id, contact_id)
    INSERT INTO approval_decision (agency_id, id, approval_id, link_id, contact_id, contact_name, kind, comment, content_hash, decided_at)
    SELECT $1, uuidv7(), sent.id, link.id, link.contact_id, 'Контакт 1', 'request_changes', 'Давайте без слова «уникальный»', '', sent.state_since - interval '1 hour'
    FROM sent JOIN link ON link.approval_id = sent.id WHERE sent.state = 'in_progress'`);
  await lay(
    `UPDATE task SET submitted_at = state_since - interval '1 day' WHERE agency_id = $1 AND state IN ('in_progress', 'in_review', 'client_review')`,
  );
  await lay(`INSERT INTO change_request (agency_id, id, client_id, task_id, round, price_minor, currency, reason)
    SELECT $1, uuidv7(), t.client_id, t.id, 3, 300000, 'RUB', 'Третий круг правок' FROM ${numbered('task', `state = 'in_progress'`)} t WHERE t.n % 40 = 0`);
}

/** What was said of the text and what was answered. */
async function talk(lay: Lay): Promise<void> {
  await lay(`WITH thread AS (
      INSERT INTO comment (agency_id, id, task_id, deliverable_id, visibility, author_member_id, author_name, body)
      SELECT $1, uuidv7(), t.id, v.id, kind::"Visibility", t.manager_id, 'Участник 2', 'Хочется больше воздуха в первом абзаце'
      FROM task t JOIN deliverable v ON v.agency_id = t.agency_id AND v.task_id = t.id, unnest(ARRAY['internal', 'client']) kind
      WHERE ${OPEN} RETURNING id, task_id, deliverable_id, visibility)
    INSERT INTO comment (agency_id, id, task_id, deliverable_id, parent_id, visibility, author_name, body)
    SELECT $1, uuidv7(), task_id, deliverable_id, id, visibility, 'Участник 9', 'Сделала, посмотрите вторую версию' FROM thread`);
}
