import { z } from 'zod';

/** A screen that is measured: the operation it is opened with, and what its answers must agree in, whoever gave them. */
export interface Screen {
  readonly name: string;
  readonly operation: string;
  readonly variables: object;
  /** What the limit's statement takes of them: `$3` and on. */
  readonly limitValues: Readonly<Record<string, string>>;
  /** The rows of an answer, without what only the product adds. */
  rowsOf(answer: unknown): unknown;
}

const boardAnswer = z.object({
  data: z.object({
    taskBoard: z.array(
      z.object({
        state: z.string(),
        count: z.int(),
        nodes: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            openComments: z.int(),
            isOverdue: z.boolean(),
            client: z.object({ name: z.string() }),
            assignee: z.object({ name: z.string() }),
            predecessors: z.array(z.object({ id: z.string() })),
          }),
        ),
      }),
    ),
  }),
});

const planAnswer = z.object({
  data: z.object({
    contentPlan: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          publishOn: z.string(),
          publishTime: z.string(),
          client: z.object({ name: z.string() }),
          rubric: z.object({ name: z.string() }),
          channels: z.array(z.object({ id: z.string() })),
          tasks: z.array(z.object({ id: z.string(), assigneeName: z.string() })),
        }),
      ),
    }),
  }),
});

const month = new Date().toISOString().slice(0, 7);

export const SCREENS: readonly Screen[] = [
  {
    name: 'board',
    operation: 'TaskBoard',
    variables: { filter: {} },
    limitValues: {},
    // The product names empty columns too.
    rowsOf: (answer) => boardAnswer.parse(answer).data.taskBoard.filter(({ count }) => count > 0),
  },
  {
    name: 'calendar',
    operation: 'PlanPage',
    variables: { clientId: null, month },
    limitValues: { month: `${month}-01` },
    rowsOf: (answer) => planAnswer.parse(answer).data.contentPlan.items,
  },
];
