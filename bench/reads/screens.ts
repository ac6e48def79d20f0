import { z } from 'zod';

/** A screen that is measured: the operation it is opened with, and what its answers must agree in, whoever gave them. */
export interface Screen {
  readonly name: string;
  readonly operation: string;
  readonly variables: object;
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

export const SCREENS: readonly Screen[] = [
  {
    name: 'board',
    operation: 'TaskBoard',
    variables: { filter: {} },
    // The product names empty columns too.
    rowsOf: (answer) => boardAnswer.parse(answer).data.taskBoard.filter(({ count }) => count > 0),
  },
];
