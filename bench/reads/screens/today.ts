import { z } from 'zod';
import { addDays, data, mondayOf, named, nodes, ofClients, type Asked, type Screen } from './screen.ts';

/** At most so many of a kind. */
const SHOWN = 25;
const NEAR_MS = 36 * 3_600_000;
const RISKY_MS = 48 * 3_600_000;

const answer = data({
  today: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        clientName: z.string().nullable(),
        person: z.string().nullable(),
        text: z.string().nullable(),
        isUrgent: z.boolean(),
      }),
    ),
    week: z.array(
      z.object({
        day: z.string(),
        publications: z.int(),
        published: z.int(),
        atRisk: z.int(),
        tasksDue: z.int(),
        approvalsDue: z.int(),
      }),
    ),
    load: z.array(z.object({ memberId: z.string(), planned: z.number(), capacity: z.int() })),
    news: z.array(z.object({ id: z.string(), title: z.string() })),
  }),
  agencySteps: z.array(z.object({ key: z.string(), isDone: z.boolean() })),
});
type Rows = z.output<typeof answer>['data'];

/** Of equals anybody may come first. */
const inOrder = ({ today, agencySteps }: Rows) => ({
  agencySteps,
  today: { ...today, load: today.load.toSorted((one, other) => one.memberId.localeCompare(other.memberId)) },
});

const openTask = z.object({
  rowId: z.string(),
  title: z.string(),
  state: z.string(),
  dueAt: z.string().nullable(),
  deliverableNumber: z.int(),
  declineReason: z.string().nullable(),
  client: named,
  item: z.object({ publishAt: z.string() }).nullable(),
  assignee: named.nullable(),
  manager: named,
});
type OpenTask = z.output<typeof openTask>;
const tasks = z.object({ nodes: z.array(openTask) }).transform((connection) => connection.nodes);
const some = z.object({ nodes: z.array(z.unknown()) }).transform((connection) => connection.nodes.length > 0);
const minor = z.string().transform(Number);

const peerAnswer = data({
  own: tasks,
  review: tasks,
  toSend: tasks,
  declined: tasks,
  changes: nodes({
    rowId: z.string(),
    comment: z.string(),
    contactName: z.string(),
    decidedAt: z.string(),
    approval: z.object({
      subjects: nodes({
        task: z.object({ title: z.string(), state: z.string(), submittedAt: z.string().nullable(), client: named }),
      }),
    }),
  }),
  paidRounds: nodes({ rowId: z.string(), reason: z.string(), task: z.object({ title: z.string() }), client: named }),
  questions: nodes({ rowId: z.string(), question: z.string(), asker: named, task: openTask }),
  revisions: nodes({
    rowId: z.string(),
    reason: z.string(),
    author: named,
    campaign: z.object({ name: z.string(), client: named }),
  }),
  lines: nodes({
    rowId: z.string(),
    plannedMinor: minor,
    availableMinor: minor,
    committedMinor: minor,
    payableMinor: minor,
    spentMinor: minor,
    campaign: z.object({ name: z.string(), client: named }),
  }),
  items: nodes({ publishAt: z.string(), status: z.string() }),
  due: nodes({ dueAt: z.string() }),
  approvals: nodes({ dueAt: z.string() }),
  people: nodes({ rowId: z.string(), weeklyHours: z.int(), tasks: nodes({ estimatedMinutes: z.int().nullable() }) }),
  news: nodes({ rowId: z.string(), details: z.object({ title: z.string() }) }),
  clients: some,
  campaigns: some,
  planned: some,
  published: some,
  briefed: some,
});
type PeerAnswer = z.output<typeof peerAnswer>['data'];

export const today: Screen = {
  name: 'today',
  who: 'manager',
  operation: 'TodayPage',
  variables: () => ({}),
  limitValues: () => ({}),
  rowsOf: (text) => inOrder(answer.parse(text).data),
  peer: {
    query: `
      query Today(
        $own: TaskFilter!, $review: TaskFilter!, $toSend: TaskFilter!, $declined: TaskFilter!, $changes: ApprovalDecisionFilter!,
        $paidRounds: ChangeRequestFilter!, $questions: TaskQuestionFilter!, $revisions: BudgetRevisionFilter!, $lines: BudgetLineFilter!,
        $items: ContentItemFilter!, $due: TaskFilter!, $approvals: ApprovalFilter!, $people: MemberFilter!, $work: TaskFilter!,
        $news: AuditEntryFilter!
      ) {
        own: allTasks(filter: $own, orderBy: [DUE_AT_ASC, ROW_ID_ASC]) { nodes { ...Open } }
        review: allTasks(filter: $review, first: ${SHOWN}, orderBy: [STATE_SINCE_ASC, ROW_ID_ASC]) { nodes { ...Open } }
        toSend: allTasks(filter: $toSend) { nodes { ...Open } }
        declined: allTasks(filter: $declined, first: ${SHOWN}, orderBy: [STATE_SINCE_DESC, ROW_ID_ASC]) { nodes { ...Open } }
        changes: allApprovalDecisions(condition: { kind: request_changes }, filter: $changes, orderBy: [DECIDED_AT_DESC, ROW_ID_ASC]) { nodes {
          rowId comment contactName decidedAt
          approval: approvalByAgencyIdAndApprovalId {
            includedRounds
            subjects: approvalSubjectsByAgencyIdAndApprovalId { nodes {
              task: taskByAgencyIdAndTaskId { rowId title state submittedAt rounds client: clientByAgencyIdAndClientId { rowId name } }
            } }
          }
        } }
        paidRounds: allChangeRequests(filter: $paidRounds, first: ${SHOWN}, orderBy: [CREATED_AT_ASC, ROW_ID_ASC]) { nodes {
          rowId round reason priceMinor currency createdAt
          task: taskByAgencyIdAndTaskId { rowId title }
          client: clientByAgencyIdAndClientId { rowId name }
        } }
        questions: allTaskQuestions(filter: $questions, first: ${SHOWN}, orderBy: [ASKED_AT_ASC, ROW_ID_ASC]) { nodes {
          rowId question askedAt asker: memberByAgencyIdAndAskedById { name } task: taskByAgencyIdAndTaskId { ...Open }
        } }
        revisions: allBudgetRevisions(condition: { state: requested }, filter: $revisions, first: ${SHOWN}, orderBy: [REQUESTED_AT_ASC, ROW_ID_ASC]) { nodes {
          rowId reason requestedAt author: memberByAgencyIdAndRequestedById { name } campaign: campaignByAgencyIdAndCampaignId { ...Campaign }
        } }
        lines: allBudgetLines(filter: $lines, orderBy: [AVAILABLE_MINOR_ASC, ROW_ID_ASC]) { nodes {
          rowId category month isHard plannedMinor availableMinor committedMinor payableMinor spentMinor currency
          campaign: campaignByAgencyIdAndCampaignId { ...Campaign }
        } }
        items: allContentItems(filter: $items) { nodes { publishAt status } }
        due: allTasks(filter: $due) { nodes { dueAt } }
        approvals: allApprovals(condition: { state: pending }, filter: $approvals) { nodes { dueAt } }
        people: allMembers(condition: { role: specialist }, filter: $people) { nodes {
          rowId name disciplines weeklyHours tasks: tasksByAgencyIdAndAssigneeId(filter: $work) { nodes { estimatedMinutes } }
        } }
        news: allAuditEntries(filter: $news, first: 8, orderBy: [AT_DESC, ROW_ID_DESC]) { nodes {
          rowId action actorName details at entityType entityId
        } }
        clients: allClients(first: 1) { nodes { rowId } }
        campaigns: allCampaigns(first: 1) { nodes { rowId } }
        planned: allBudgetLines(first: 1, filter: { plannedMinor: { greaterThan: "0" } }) { nodes { rowId } }
        published: allContentItems(first: 1, filter: { deletedAt: { isNull: true } }) { nodes { rowId } }
        briefed: allTasks(first: 1, filter: { briefNumber: { greaterThan: 0 } }) { nodes { rowId } }
      }
      fragment Open on Task {
        rowId title state stateSince dueAt deliverableNumber rounds declineReason feeMinor currency
        client: clientByAgencyIdAndClientId { rowId name }
        item: contentItemByAgencyIdAndItemId { publishAt }
        assignee: memberByAgencyIdAndAssigneeId { name }
        manager: memberByAgencyIdAndManagerId { name }
      }
      fragment Campaign on Campaign { rowId name client: clientByAgencyIdAndClientId { rowId name } }`,
    variables: (asked) => peerVariables(asked),
    rowsOf: (text, asked) => inOrder(peerRows(peerAnswer.parse(text).data, asked)),
  },
};

function peerVariables(asked: Asked): object {
  const led = ofClients(asked);
  const self = asked.manager.memberId;
  const ofCampaign = { campaignByAgencyIdAndCampaignId: led };
  const monday = mondayOf(asked.calendar.today);
  const before = asked.calendar.startOf(addDays(monday, 7));
  const inWeek = { greaterThanOrEqualTo: asked.calendar.startOf(monday), lessThan: before };
  return {
    own: { assigneeId: { equalTo: self }, state: { in: ['issued', 'in_progress'] } },
    review: { ...led, state: { equalTo: 'in_review' }, assigneeId: { distinctFrom: self } },
    toSend: {
      ...led,
      state: { equalTo: 'client_review' },
      approvalSubjectsByAgencyIdAndTaskId: {
        none: { approvalByAgencyIdAndApprovalId: { state: { equalTo: 'pending' } } },
      },
    },
    declined: { ...led, state: { equalTo: 'draft' }, declineReason: { isNull: false } },
    changes: {
      voidedAt: { isNull: true },
      approvalByAgencyIdAndApprovalId: {
        ...led,
        approvalSubjectsByAgencyIdAndApprovalId: {
          some: { taskByAgencyIdAndTaskId: { state: { equalTo: 'in_progress' } } },
        },
      },
    },
    paidRounds: { ...led, state: { equalTo: 'draft' } },
    questions: {
      answeredAt: { isNull: true },
      taskByAgencyIdAndTaskId: { ...led, state: { notIn: ['done', 'cancelled'] } },
    },
    revisions: ofCampaign,
    lines: {
      month: { greaterThanOrEqualTo: `${asked.calendar.today.slice(0, 7)}-01` },
      campaignByAgencyIdAndCampaignId: { ...led, state: { equalTo: 'active' } },
    },
    items: { ...led, deletedAt: { isNull: true }, publishAt: inWeek },
    due: {
      state: { in: ['draft', 'issued', 'in_progress'] },
      dueAt: inWeek,
      or: [led, { assigneeId: { equalTo: self } }],
    },
    approvals: { ...led, dueAt: inWeek },
    people: {
      deactivatedAt: { isNull: true },
      squadMembersByAgencyIdAndMemberId: { some: { squadId: { in: asked.manager.squadIds } } },
    },
    work: { state: { in: ['issued', 'in_progress'] }, dueAt: { lessThan: before } },
    news: {
      ...led,
      actorMemberId: { distinctFrom: self },
      or: ['task', 'approval', 'item', 'budget', 'payout', 'member'].map((topic) => ({
        action: { startsWith: `${topic}.` },
      })),
    },
  };
}

/** What PostGraphile's user would do with it in the browser. */
function peerRows(found: PeerAnswer, asked: Asked): Rows {
  const now = Date.now();
  const isPast = (at: string | null | undefined, ahead = 0): boolean => at != null && Date.parse(at) < now + ahead;
  const row = (
    kind: string,
    id: string,
    title: string,
    clientName: string,
    rest: Partial<Rows['today']['rows'][number]>,
  ) => ({
    id,
    kind,
    title,
    clientName,
    person: null,
    text: null,
    isUrgent: false,
    ...rest,
  });
  const ofTask = (kind: string, task: OpenTask, rest: Partial<Rows['today']['rows'][number]>) =>
    row(kind, task.rowId, task.title, task.client.name, rest);
  const own = (kind: string, belongs: (task: OpenTask) => boolean) =>
    found.own
      .filter(belongs)
      .slice(0, SHOWN)
      .map((task) => ofTask(kind, task, { person: task.manager.name, isUrgent: isPast(task.dueAt) }));
  const led = (kind: string, list: readonly OpenTask[], text: (task: OpenTask) => string | null = () => null) =>
    list.map((task) =>
      ofTask(kind, task, {
        person: task.assignee?.name ?? null,
        text: text(task),
        isUrgent: isPast(task.item?.publishAt, NEAR_MS),
      }),
    );
  const byPublication = found.toSend.toSorted(
    (one, other) =>
      (one.item?.publishAt ?? '9').localeCompare(other.item?.publishAt ?? '9') || one.rowId.localeCompare(other.rowId),
  );
  const changes = found.changes.flatMap(({ rowId, comment, contactName, decidedAt, approval }) =>
    approval.subjects
      .filter(({ task }) => task.state === 'in_progress' && Date.parse(task.submittedAt ?? '') < Date.parse(decidedAt))
      .map(({ task }) =>
        row('CLIENT_CHANGES', rowId, comment || task.title, task.client.name, {
          person: contactName,
          text: task.title,
        }),
      ),
  );
  const full = found.lines.flatMap(({ rowId, plannedMinor, campaign, ...line }) => {
    const used = line.committedMinor + line.payableMinor + line.spentMinor;
    return used > 0 && used * 10 >= plannedMinor * 8
      ? row('MONEY', rowId, campaign.name, campaign.client.name, { isUrgent: used >= plannedMinor })
      : [];
  });
  const dayOf = (at: string): string => asked.calendar.local(at).day;
  const monday = mondayOf(asked.calendar.today);
  return {
    today: {
      rows: [
        ...own('ACCEPT', ({ state }) => state === 'issued'),
        ...own('RETURNED', ({ state, deliverableNumber }) => state === 'in_progress' && deliverableNumber > 0),
        ...own('WORK', ({ state, deliverableNumber }) => state === 'in_progress' && deliverableNumber === 0),
        ...led('REVIEW', found.review),
        ...led('TO_SEND', byPublication.slice(0, SHOWN)),
        ...changes.slice(0, SHOWN),
        ...found.paidRounds.map(({ rowId, reason, task, client }) =>
          row('PAID_ROUND', rowId, task.title, client.name, { text: reason }),
        ),
        ...found.questions.map(({ rowId, question, asker, task }) =>
          row('QUESTION', rowId, question, task.client.name, {
            person: asker.name,
            text: task.title,
            isUrgent: isPast(task.item?.publishAt, NEAR_MS),
          }),
        ),
        ...led('DECLINED', found.declined, ({ declineReason }) => declineReason),
        ...found.revisions.map(({ rowId, reason, author, campaign }) =>
          row('REVISION', rowId, campaign.name, campaign.client.name, { person: author.name, text: reason }),
        ),
        ...full.slice(0, SHOWN),
      ],
      week: [0, 1, 2, 3, 4, 5, 6].map((n) => {
        const day = addDays(monday, n);
        const items = found.items.filter(({ publishAt }) => dayOf(publishAt) === day);
        const isRisky = ({ status, publishAt }: { status: string; publishAt: string }): boolean =>
          status === 'missed' || (['planned', 'in_production'].includes(status) && isPast(publishAt, RISKY_MS));
        return {
          day,
          publications: items.length,
          published: items.filter(({ status }) => status === 'published').length,
          atRisk: items.filter(isRisky).length,
          tasksDue: found.due.filter(({ dueAt }) => dayOf(dueAt) === day).length,
          approvalsDue: found.approvals.filter(({ dueAt }) => dayOf(dueAt) === day).length,
        };
      }),
      load: found.people.map(({ rowId, weeklyHours, tasks: work }) => {
        const minutes = work.reduce((sum, { estimatedMinutes }) => sum + (estimatedMinutes ?? 0), 0);
        return { memberId: rowId, planned: Math.round(minutes / 6) / 10, capacity: weeklyHours };
      }),
      news: found.news.map(({ rowId, details }) => ({ id: rowId, title: details.title })),
    },
    agencySteps: [
      { key: 'client', isDone: found.clients },
      { key: 'campaign', isDone: found.campaigns },
      { key: 'budget', isDone: found.planned },
      { key: 'item', isDone: found.published },
      { key: 'brief', isDone: found.briefed },
    ],
  };
}
