import { z } from 'zod';
import { data, fromMinor, minor, named, nodes, rubles, type Screen } from './screen.ts';

const withId = z.object({ id: z.string() });
const thread = z.object({
  id: z.string(),
  body: z.string(),
  createdAt: z.string().transform((at) => Date.parse(at)),
  deliverableNumber: z.int().nullable(),
  replies: z.array(z.object({ id: z.string(), body: z.string() })),
});

const answer = data({
  task: z.object({
    id: z.string(),
    title: z.string(),
    version: z.int(),
    estimatedMinutes: z.int().nullable(),
    includedRounds: z.int(),
    criteriaCount: z.int(),
    criteriaMet: z.int(),
    fee: rubles,
    client: named,
    campaign: named,
    assignee: named,
    manager: named,
    item: z.object({ id: z.string(), title: z.string(), rubric: z.string(), channels: z.array(withId) }),
    predecessors: z.array(withId),
    successors: z.array(withId),
    budgetLine: z.object({ id: z.string(), available: rubles, spent: rubles }),
    details: z.object({
      briefs: z.array(z.object({ id: z.string(), number: z.int(), data: z.unknown() })),
      draft: withId.nullable(),
      briefFiles: z.array(withId),
      criteria: z.array(z.object({ id: z.string(), text: z.string(), isMet: z.boolean() })),
      questions: z.array(z.object({ id: z.string(), askedBy: z.string() })),
      activity: z.array(z.object({ id: z.string(), action: z.string() })),
      deliverables: z.array(
        z.object({
          id: z.string(),
          number: z.int(),
          content: z.unknown(),
          submittedBy: z.string(),
          files: z.array(withId),
        }),
      ),
    }),
    discussion: z.object({ internal: z.array(thread), client: z.array(thread) }),
  }),
  approvals: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        sentBy: z.string(),
        subjects: z.array(z.object({ id: z.string(), taskId: z.string(), itemTitle: z.string().nullable() })),
        links: z.array(z.object({ id: z.string(), contactName: z.string() })),
        decisions: z.array(withId),
        changeRequests: z.array(withId),
      }),
    ),
  }),
});

const rowId = z.object({ rowId: z.string() }).transform((row) => ({ id: row.rowId }));
const rowIds = z.object({ nodes: z.array(rowId) }).transform((connection) => connection.nodes);
const linked = nodes({ task: rowId }).transform((links) =>
  links.map(({ task }) => task).toSorted((one, other) => one.id.localeCompare(other.id)),
);
const comments = nodes({
  rowId: z.string(),
  visibility: z.string(),
  body: z.string(),
  createdAt: z.string(),
  deliverable: z.object({ number: z.int() }).nullable(),
  replies: nodes({ rowId: z.string(), body: z.string() }),
});

const peerAnswer = data({
  task: z.object({
    rowId: z.string(),
    title: z.string(),
    version: z.int(),
    state: z.string(),
    discipline: z.string(),
    dueAt: z.string().nullable(),
    estimatedMinutes: z.int().nullable(),
    feeMinor: minor,
    client: z.object({ name: z.string(), retainers: nodes({ includedRounds: z.int() }) }),
    campaign: z.object({
      name: z.string(),
      lines: nodes({
        rowId: z.string(),
        category: z.string(),
        month: z.string(),
        availableMinor: minor,
        spentMinor: minor,
      }),
    }),
    assignee: named,
    manager: named,
    item: z.object({
      rowId: z.string(),
      title: z.string(),
      rubric: named,
      channels: nodes({ channel: rowId }),
    }),
    predecessors: linked,
    successors: linked,
    briefs: nodes({ rowId: z.string(), number: z.int(), data: z.unknown() }),
    criteria: nodes({ rowId: z.string(), text: z.string(), checkedAt: z.string().nullable() }),
    questions: nodes({ rowId: z.string(), asker: named }),
    activity: nodes({ rowId: z.string(), action: z.string() }),
    deliverables: nodes({
      rowId: z.string(),
      number: z.int(),
      data: z.unknown(),
      author: named,
      files: nodes({ file: rowId }),
    }),
    comments,
    changeRequests: rowIds,
  }),
  approvals: nodes({
    rowId: z.string(),
    title: z.string(),
    sender: named,
    subjects: nodes({ rowId: z.string(), taskId: z.string(), item: z.object({ title: z.string() }).nullable() }),
    links: nodes({ rowId: z.string(), contact: named }),
    decisions: rowIds,
  }),
});

export const task: Screen = {
  name: 'task',
  who: 'manager',
  operation: 'TaskRoute',
  variables: ({ taskId }) => ({ id: taskId, approvals: { taskId } }),
  limitValues: ({ taskId }) => ({ id: taskId }),
  rowsOf: (text) => answer.parse(text).data,
  peer: {
    query: `
      query TaskPage($agencyId: UUID!, $id: UUID!, $today: Date!) {
        task: taskByAgencyIdAndRowId(agencyId: $agencyId, rowId: $id) {
          rowId title state discipline version declineReason dueAt openQuestions wantsClientApproval submittedAt estimatedMinutes rounds
          deliverableNumber feeMinor currency
          client: clientByAgencyIdAndClientId {
            rowId name
            retainers: retainersByAgencyIdAndClientId(
              first: 1, filter: { validFrom: { lessThanOrEqualTo: $today } }, orderBy: [VALID_FROM_DESC]
            ) { nodes { includedRounds } }
          }
          campaign: campaignByAgencyIdAndCampaignId { rowId name lines: budgetLinesByAgencyIdAndCampaignId { nodes {
            rowId category month isHard currency plannedMinor spentMinor payableMinor committedMinor availableMinor
          } } }
          assignee: memberByAgencyIdAndAssigneeId { rowId name }
          manager: memberByAgencyIdAndManagerId { rowId name }
          item: contentItemByAgencyIdAndItemId {
            rowId title format idea publishAt
            rubric: rubricByAgencyIdAndRubricId { name }
            channels: itemChannelsByAgencyIdAndItemId { nodes { channel: channelByAgencyIdAndChannelId { rowId network title } } }
          }
          predecessors: taskDependenciesByAgencyIdAndTaskId { nodes { task: taskByAgencyIdAndAfterTaskId { rowId title discipline state } } }
          successors: taskDependenciesByAgencyIdAndAfterTaskId { nodes { task: taskByAgencyIdAndTaskId { rowId title discipline state } } }
          briefs: briefVersionsByAgencyIdAndTaskId(orderBy: [NUMBER_ASC]) { nodes { rowId number data brandSnapshot issuedAt acceptedAt } }
          criteria: criteriaByAgencyIdAndTaskId(orderBy: [POSITION_ASC, ROW_ID_ASC]) { nodes {
            rowId text checkedAt checker: memberByAgencyIdAndCheckedById { name }
          } }
          questions: taskQuestionsByAgencyIdAndTaskId(orderBy: [ASKED_AT_ASC, ROW_ID_ASC]) { nodes {
            rowId question askedAt answer answeredAt asker: memberByAgencyIdAndAskedById { name } answerer: memberByAgencyIdAndAnsweredById { name }
          } }
          activity: taskTransitionsByAgencyIdAndTaskId(orderBy: [AT_ASC, ROW_ID_ASC]) { nodes { rowId action toState actorName reason details at } }
          deliverables: deliverablesByAgencyIdAndTaskId(orderBy: [NUMBER_ASC]) { nodes {
            rowId number data note preflight submittedAt author: memberByAgencyIdAndSubmittedById { name }
            files: deliverableFilesByAgencyIdAndDeliverableId(orderBy: [POSITION_ASC]) { nodes {
              file: fileByAgencyIdAndFileId { rowId name mime state size width height }
            } }
          } }
          comments: commentsByAgencyIdAndTaskId(filter: { parentId: { isNull: true } }, orderBy: [CREATED_AT_ASC, ROW_ID_ASC]) { nodes {
            visibility deliverable: deliverableByAgencyIdAndDeliverableId { number } resolvedAt resolver: memberByAgencyIdAndResolvedById { name }
            criterionId anchor ...Words
            replies: commentsByAgencyIdAndParentId(orderBy: [CREATED_AT_ASC, ROW_ID_ASC]) { nodes { ...Words } }
          } }
          changeRequests: changeRequestsByAgencyIdAndTaskId(orderBy: [ROUND_ASC, ROW_ID_ASC]) { nodes {
            rowId round priceMinor currency reason state createdAt decidedAt decisionNote version decider: memberByAgencyIdAndDecidedById { name }
          } }
        }
        approvals: allApprovals(
          filter: { approvalSubjectsByAgencyIdAndApprovalId: { some: { taskId: { equalTo: $id } } } }, first: 1, orderBy: [SENT_AT_DESC, ROW_ID_DESC]
        ) { nodes {
          rowId title message changes state stateReason silencePolicy remindedAt round includedRounds dueAt sentAt decidedAt version
          sender: memberByAgencyIdAndSentById { name }
          subjects: approvalSubjectsByAgencyIdAndApprovalId(orderBy: [POSITION_ASC]) { nodes {
            rowId taskId task: taskByAgencyIdAndTaskId { title state deliverableNumber } item: contentItemByAgencyIdAndItemId { title publishAt }
            deliverable: deliverableByAgencyIdAndDeliverableId { number }
          } }
          links: approvalLinksByAgencyIdAndApprovalId { nodes {
            rowId expiresAt revokedAt openedAt pinHash pinAttempts contact: contactByAgencyIdAndContactId { rowId name position }
          } }
          decisions: approvalDecisionsByAgencyIdAndApprovalId(orderBy: [DECIDED_AT_ASC, ROW_ID_ASC]) { nodes {
            rowId contactId contactName kind comment contentHash ipAddress userAgent decidedAt voidedAt voidReason
          } }
        } }
      }
      fragment Words on Comment { rowId body authorMemberId authorName createdAt version }`,
    variables: ({ agencyId, taskId, calendar }) => ({ agencyId, id: taskId, today: calendar.today }),
    rowsOf: (text, { calendar }) => {
      const { task: found, approvals } = peerAnswer.parse(text).data;
      const month = found.dueAt === null ? '' : `${calendar.local(found.dueAt).day.slice(0, 7)}-01`;
      const line = found.campaign.lines.find((one) => one.category === found.discipline && one.month === month);
      const threads = (visibility: string) =>
        found.comments
          .filter((comment) => comment.visibility === visibility)
          .map((comment) => ({
            id: comment.rowId,
            body: comment.body,
            createdAt: Date.parse(comment.createdAt),
            deliverableNumber: comment.deliverable?.number ?? null,
            replies: comment.replies.map((reply) => ({ id: reply.rowId, body: reply.body })),
          }));
      const draft = found.briefs.find(({ number }) => number === 0);
      return {
        task: {
          id: found.rowId,
          title: found.title,
          version: found.version,
          estimatedMinutes: found.estimatedMinutes,
          includedRounds: found.client.retainers[0]?.includedRounds ?? 0,
          criteriaCount: found.criteria.length,
          criteriaMet: found.criteria.filter(({ checkedAt }) => checkedAt !== null).length,
          fee: fromMinor(found.feeMinor),
          client: { name: found.client.name },
          campaign: { name: found.campaign.name },
          assignee: found.assignee,
          manager: found.manager,
          item: {
            id: found.item.rowId,
            title: found.item.title,
            rubric: found.item.rubric.name,
            channels: found.item.channels.map(({ channel }) => channel),
          },
          predecessors: found.predecessors,
          successors: found.successors,
          budgetLine: line && {
            id: line.rowId,
            available: fromMinor(line.availableMinor),
            spent: fromMinor(line.spentMinor),
          },
          details: {
            briefs: found.briefs
              .filter(({ number }) => number > 0)
              .map((brief) => ({ id: brief.rowId, number: brief.number, data: brief.data })),
            draft: draft ? { id: draft.rowId } : null,
            // Files are named inside a brief's data; these briefs name none, so nobody had to ask again.
            briefFiles: [],
            criteria: found.criteria.map((one) => ({ id: one.rowId, text: one.text, isMet: one.checkedAt !== null })),
            questions: found.questions.map((question) => ({ id: question.rowId, askedBy: question.asker.name })),
            activity: found.activity.map((passage) => ({ id: passage.rowId, action: passage.action })),
            deliverables: found.deliverables.map((version) => ({
              id: version.rowId,
              number: version.number,
              content: version.data,
              submittedBy: version.author.name,
              files: version.files.map(({ file }) => file),
            })),
          },
          discussion: { internal: threads('internal'), client: threads('client') },
        },
        approvals: {
          nodes: approvals.map((approval) => ({
            id: approval.rowId,
            title: approval.title,
            sentBy: approval.sender.name,
            subjects: approval.subjects.map((subject) => ({
              id: subject.rowId,
              taskId: subject.taskId,
              itemTitle: subject.item?.title ?? null,
            })),
            links: approval.links
              .map((link) => ({ id: link.rowId, contactName: link.contact.name }))
              .toSorted((one, other) => one.contactName.localeCompare(other.contactName)),
            decisions: approval.decisions,
            changeRequests: found.changeRequests,
          })),
        },
      };
    },
  },
};
