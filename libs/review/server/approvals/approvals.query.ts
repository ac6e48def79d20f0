import { Injectable, type OnModuleInit } from '@nestjs/common';
import { memberRead, type CurrentMember, ownDaysOf } from '@planerka/agency/server';
import { dateOf, isId, russianCalendar, type Id, type Instant, type OwnDays } from '@planerka/platform/domain';
import {
  Clock,
  connection,
  knownId,
  Mailer,
  pageSize,
  pageStart,
  pageStatement,
  read,
  Reader,
  Reads,
  type Connection,
  type Given,
  type PageArgs,
  type Value,
} from '@planerka/platform/server';
import { answerDeadline, type ApprovalState } from '@planerka/review/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { ApprovalFilterInput } from './approval.inputs';
import type { ApprovalDraftObject, ApprovalObject } from './approval.object';
import { approvalRead } from './approval-read';
import { inScope } from './in-scope';
import { inLeadScope, leadScopeInput, type LeadScopeInput } from './lead-scope';

const order = 'sent';
const cursorKey = z.tuple([z.string(), z.uuid()]);

interface ListArgs extends PageArgs {
  readonly filter: ApprovalFilterInput;
}

interface ListInput extends LeadScopeInput {
  /** ISO 8601. */
  readonly at: string;
  readonly states: readonly ApprovalState[] | undefined;
  readonly clientId: Id | undefined;
  readonly taskId: Id | undefined;
  readonly itemId: Id | undefined;
  readonly first: number;
  readonly afterKey: string | undefined;
  readonly afterId: string | undefined;
}

const itsClient = sql`JOIN client c ON c.agency_id = a.agency_id AND c.id = a.client_id`;

const listRead = memberRead<ListArgs, ListInput>({
  field: 'approvals',
  type: connection(
    'ApprovalConnection',
    approvalRead,
    sql.lit(order),
    sql`JOIN approval a ON a.agency_id = ${read.value('agencyId')}::uuid AND a.id = page.id ${itsClient}`,
  ),
  input: (viewer, { filter, ...page }, at) => {
    const start = pageStart(page, order, cursorKey);
    return {
      ...leadScopeInput(viewer),
      at: at.toString(),
      states: filter.states ?? undefined,
      clientId: knownId(filter.clientId),
      taskId: knownId(filter.taskId),
      itemId: knownId(filter.itemId),
      first: pageSize(page),
      afterKey: start?.[0],
      afterId: start?.[1],
    };
  },
  statement: (row, value, given) =>
    pageStatement(
      row,
      sql`
        SELECT a.id, json_build_array(a.sent_at::text, a.id) AS key,
          row_number() OVER (ORDER BY a.sent_at DESC, a.id DESC) AS place
        FROM approval a ${itsClient}
        WHERE ${inLeadScope(sql`a`, value, given)} ${matching(value, given)}
        ORDER BY a.sent_at DESC, a.id DESC LIMIT ${value('first')}::int + 1`,
    ),
});

function matching(value: Value<ListInput>, given: Given<ListInput>): RawBuilder<unknown> {
  const ofSubject = (column: RawBuilder<unknown>, id: 'taskId' | 'itemId') =>
    sql`a.id IN (SELECT s.approval_id FROM approval_subject s
      WHERE s.agency_id = ${value('agencyId')}::uuid AND ${column} = ${value(id)}::uuid)`;
  const conditions: readonly (readonly [keyof ListInput & string, RawBuilder<unknown>])[] = [
    ['states', sql`a.state::text = ANY(${value('states')}::text[])`],
    ['clientId', sql`a.client_id = ${value('clientId')}::uuid`],
    ['taskId', ofSubject(sql`s.task_id`, 'taskId')],
    ['itemId', ofSubject(sql`s.item_id`, 'itemId')],
    ['afterKey', sql`(a.sent_at, a.id) < (${value('afterKey')}::timestamptz, ${value('afterId')}::uuid)`],
  ];
  return sql.join(
    conditions.filter(([name]) => given(name)).map(([, condition]) => sql`AND ${condition}`),
    sql` `,
  );
}

interface OneInput extends LeadScopeInput {
  readonly id: Id;
  readonly at: string;
}

const oneRead = memberRead<{ readonly id: Id }, OneInput>({
  field: 'approval',
  type: approvalRead,
  input: (viewer, { id }, at) => (isId(id) ? { ...leadScopeInput(viewer), id, at: at.toString() } : null),
  statement: ({ object, joins }, value, given) => sql`
    SELECT ${object} AS body FROM approval a ${itsClient} ${joins}
    WHERE ${inLeadScope(sql`a`, value, given)} AND a.id = ${value('id')}::uuid`,
});

interface DraftDocument extends Omit<ApprovalDraftObject, 'isMailed' | 'dueChoices'> {
  readonly agency: { readonly timeZone: string; readonly ownDays: OwnDays };
}

/** Needs `t` task, `d` deliverable, `i` item in scope. */
const subjectFields = sql.raw(`'taskId', t.id, 'title', t.title, 'discipline', t.discipline, 'taskState', t.state,
  'itemId', i.id, 'itemTitle', i.title, 'publishAt', i.publish_at, 'deliverableNumber', d.number,
  'isCurrent', d.number = t.deliverable_number`);

/** Requests of the clients that the viewer leads, the last sent first; one statement a page. */
@Injectable()
export class ApprovalsQuery implements OnModuleInit {
  constructor(
    private readonly reads: Reads,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  onModuleInit(): void {
    this.reads.add(listRead);
    this.reads.add(oneRead);
  }

  list(viewer: CurrentMember, args: ListArgs, info: GraphQLResolveInfo): Promise<Connection<ApprovalObject>> {
    return this.reads.always(listRead, viewer, args, info);
  }

  /** @param info where nobody says what is asked for, all of it */
  one(viewer: CurrentMember, id: Id, info?: GraphQLResolveInfo): Promise<ApprovalObject | null> {
    return this.reads.find(oneRead, viewer, { id }, info);
  }

  /** What would be sent for these tasks and publications, to whom; null where there is nothing of the viewer's. */
  async draft(
    viewer: CurrentMember,
    taskIds: readonly Id[],
    itemIds: readonly Id[],
  ): Promise<ApprovalDraftObject | null> {
    const tasks = taskIds.filter(isId);
    const items = itemIds.filter(isId);
    const rows = await this.reader.ask(
      viewer,
      sql<{ readonly draft: DraftDocument }>`
        SELECT json_build_object(
          'client', json_build_object('id', c.id, 'name', c.name), 'silencePolicy', c.silence_policy, 'approvalMode', c.approval_mode,
          'agency', (SELECT json_build_object('timeZone', g.time_zone,
            'ownDays', ${ownDaysOf('g')}) FROM agency g WHERE g.id = c.agency_id),
          'round', max(t.rounds) + 1,
          'includedRounds', coalesce((SELECT r.included_rounds FROM retainer r
            WHERE r.agency_id = c.agency_id AND r.client_id = c.id AND r.valid_from <= current_date
            ORDER BY r.valid_from DESC LIMIT 1), 0),
          'subjects', json_agg(json_build_object('id', t.id, ${subjectFields})
            ORDER BY i.publish_at NULLS LAST, t.item_id, t.discipline, t.id),
          'contacts', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'name', n.name, 'position', n.position,
              'email', n.email, 'isApprover', n.is_approver, 'isFinalApprover', n.is_final_approver)
              ORDER BY n.is_final_approver DESC, n.is_approver DESC, n.name), '[]')
            FROM contact n WHERE n.agency_id = c.agency_id AND n.client_id = c.id AND n.archived_at IS NULL)
        ) AS draft
        FROM task t
        JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
        JOIN deliverable d ON d.agency_id = t.agency_id AND d.task_id = t.id AND d.number = t.deliverable_number
        LEFT JOIN content_item i ON i.agency_id = t.agency_id AND i.id = t.item_id
        WHERE ${inScope(viewer, sql`t`)} AND t.state = 'in_review' AND t.wants_client_approval
          AND (t.id = ANY(${tasks}::uuid[]) OR t.item_id = ANY(${items}::uuid[]))
        GROUP BY c.agency_id, c.id, c.name, c.silence_policy, c.approval_mode ORDER BY c.id LIMIT 1`,
    );
    if (!rows[0]) return null;
    const { agency, ...told } = rows[0].draft;
    return { ...told, dueChoices: dueChoices(agency, this.clock.now()), isMailed: this.mailer.isConfigured };
  }
}

/** By when an answer is usually asked, in working days of the agency. */
function dueChoices({ timeZone, ownDays }: DraftDocument['agency'], at: Instant): readonly string[] {
  const today = dateOf(at, timeZone);
  const calendar = russianCalendar([today.year, today.year + 1], ownDays);
  return [1, 2, 3, 5].map((days) => answerDeadline(calendar, today, days, timeZone).toString());
}
