import { z } from 'zod';
import { addDays, addMonths, data, id, mondayOf, named, nodes, ofClients, type Asked, type Screen } from './screen.ts';

const answer = data({
  contentPlan: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        version: z.int(),
        publishOn: z.string(),
        publishTime: z.string(),
        client: named,
        rubric: named,
        channels: z.array(z.object({ id: z.string() })),
        tasks: z.array(z.object({ id: z.string(), state: z.string(), assigneeName: z.string() })),
      }),
    ),
  }),
});

/** PostGraphile orders by no enum. */
const DISCIPLINES = ['copy', 'design', 'targeting'] as const;

const peerAnswer = data({
  items: nodes({
    rowId: z.string(),
    title: z.string(),
    version: z.int(),
    publishAt: z.string(),
    client: named,
    rubric: named,
    channels: nodes({ channel: id }),
    tasks: nodes({ rowId: z.string(), discipline: z.enum(DISCIPLINES), state: z.string(), assignee: named }),
  }),
});

const monthOf = ({ calendar }: Asked): string => calendar.today.slice(0, 7);

export const calendar: Screen = {
  name: 'calendar',
  who: 'manager',
  operation: 'PlanPage',
  variables: (asked) => ({ clientId: null, month: monthOf(asked) }),
  limitValues: (asked) => ({ month: `${monthOf(asked)}-01` }),
  rowsOf: (text) => answer.parse(text).data.contentPlan.items,
  peer: {
    query: `
      query Month($filter: ContentItemFilter!) {
        items: allContentItems(filter: $filter, orderBy: [PUBLISH_AT_ASC, ROW_ID_ASC]) { nodes {
          rowId title format version status publishAt
          client: clientByAgencyIdAndClientId { rowId name }
          rubric: rubricByAgencyIdAndRubricId { rowId name colour }
          channels: itemChannelsByAgencyIdAndItemId { nodes { channel: channelByAgencyIdAndChannelId { rowId network title } } }
          tasks: tasksByAgencyIdAndItemId(
            filter: { state: { notEqualTo: cancelled } }, orderBy: [CREATED_AT_ASC, ROW_ID_ASC]
          ) { nodes { rowId discipline state assigneeId assignee: memberByAgencyIdAndAssigneeId { name } } }
        } }
      }`,
    variables: (asked) => {
      const first = `${monthOf(asked)}-01`;
      const after = addDays(mondayOf(addDays(addMonths(first, 1), -1)), 7);
      return {
        filter: {
          ...ofClients(asked),
          deletedAt: { isNull: true },
          publishAt: {
            greaterThanOrEqualTo: asked.calendar.startOf(mondayOf(first)),
            lessThan: asked.calendar.startOf(after),
          },
        },
      };
    },
    rowsOf: (text, asked) =>
      peerAnswer.parse(text).data.items.map(({ rowId, title, version, publishAt, client, rubric, channels, tasks }) => {
        const { day, time } = asked.calendar.local(publishAt);
        return {
          id: rowId,
          title,
          version,
          publishOn: day,
          publishTime: time,
          client,
          rubric,
          channels: channels.map(({ channel }) => ({ id: channel.rowId })),
          tasks: tasks
            .toSorted((one, other) => DISCIPLINES.indexOf(one.discipline) - DISCIPLINES.indexOf(other.discipline))
            .map((task) => ({ id: task.rowId, state: task.state, assigneeName: task.assignee.name })),
        };
      }),
  },
};
