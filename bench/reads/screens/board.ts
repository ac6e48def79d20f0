import { z } from 'zod';
import { data, id, named, nodes, ofClients, type Screen } from './screen.ts';

const OPEN = ['draft', 'issued', 'in_progress', 'in_review', 'client_review'];
const CLOSED = ['done', 'cancelled'];

const answer = data({
  taskBoard: z.array(
    z.object({
      state: z.string(),
      count: z.int(),
      nodes: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          isOverdue: z.boolean(),
          isBlocked: z.boolean(),
          openComments: z.int(),
          criteriaCount: z.int(),
          criteriaMet: z.int(),
          includedRounds: z.int(),
          client: named,
          assignee: named,
          predecessors: z.array(z.object({ id: z.string() })),
        }),
      ),
    }),
  ),
});

const count = z.object({ totalCount: z.int() }).transform(({ totalCount }) => totalCount);
const column = z.object({
  totalCount: z.int(),
  nodes: z.array(
    z.object({
      rowId: z.string(),
      title: z.string(),
      dueAt: z.string().nullable(),
      openQuestions: z.int(),
      versions: nodes({ comments: count }),
      criteria: count,
      criteriaMet: count,
      client: z.object({ name: z.string(), retainers: nodes({ includedRounds: z.int() }) }),
      assignee: named,
      predecessors: nodes({ task: id }),
    }),
  ),
});
const peerAnswer = z.object({ data: z.record(z.string(), column) });

const columnQuery = (state: string): string =>
  `${state}: allTasks(condition: { state: ${state} }, filter: $visible, first: 40, orderBy: [${
    CLOSED.includes(state) ? 'STATE_SINCE_DESC, ROW_ID_DESC' : 'DUE_AT_ASC, ROW_ID_ASC'
  }]) { totalCount nodes { ...Card } }`;

export const board: Screen = {
  name: 'board',
  who: 'manager',
  operation: 'TaskBoard',
  variables: () => ({ filter: {} }),
  limitValues: () => ({}),
  // The product names empty columns too.
  rowsOf: (text) => answer.parse(text).data.taskBoard.filter((one) => one.count > 0),
  peer: {
    query: `
      query Board($visible: TaskFilter!, $today: Date!) { ${[...OPEN, ...CLOSED].map(columnQuery).join('\n')} }
      fragment Card on Task {
        rowId title state discipline dueAt openQuestions version rounds
        versions: deliverablesByAgencyIdAndTaskId(first: 1, orderBy: [NUMBER_DESC]) { nodes {
          comments: commentsByAgencyIdAndDeliverableId(
            condition: { visibility: internal }, filter: { parentId: { isNull: true }, resolvedAt: { isNull: true } }
          ) { totalCount }
        } }
        criteria: criteriaByAgencyIdAndTaskId { totalCount }
        criteriaMet: criteriaByAgencyIdAndTaskId(filter: { checkedAt: { isNull: false } }) { totalCount }
        client: clientByAgencyIdAndClientId {
          rowId name
          retainers: retainersByAgencyIdAndClientId(
            first: 1, filter: { validFrom: { lessThanOrEqualTo: $today } }, orderBy: [VALID_FROM_DESC]
          ) { nodes { includedRounds } }
        }
        assignee: memberByAgencyIdAndAssigneeId { rowId name }
        predecessors: taskDependenciesByAgencyIdAndTaskId { nodes { task: taskByAgencyIdAndAfterTaskId { rowId title state } } }
      }`,
    variables: (asked) => ({
      visible: { or: [ofClients(asked), { assigneeId: { equalTo: asked.manager.memberId } }] },
      today: asked.calendar.today,
    }),
    rowsOf: (text) => {
      const columns = peerAnswer.parse(text).data;
      const now = Date.now();
      return [...OPEN, ...CLOSED].flatMap((state) => {
        const found = columns[state];
        if (!found || found.totalCount === 0) return [];
        const isOverdue = (dueAt: string | null): boolean =>
          dueAt !== null && Date.parse(dueAt) < now && (state === 'issued' || state === 'in_progress');
        return {
          state: state.toUpperCase(),
          count: found.totalCount,
          nodes: found.nodes.map((task) => ({
            id: task.rowId,
            title: task.title,
            isOverdue: isOverdue(task.dueAt),
            isBlocked: task.openQuestions > 0,
            openComments: task.versions[0]?.comments ?? 0,
            criteriaCount: task.criteria,
            criteriaMet: task.criteriaMet,
            includedRounds: task.client.retainers[0]?.includedRounds ?? 0,
            client: { name: task.client.name },
            assignee: task.assignee,
            predecessors: task.predecessors.map(({ task: { rowId } }) => ({ id: rowId })),
          })),
        };
      });
    },
  },
};
