import { graphql, type ResultOf, type WorkState, workState } from '@planerka/platform/web';

/** What calendar, table and day list all draw of a publication. */
export const PlanItem_item = graphql(`
  fragment PlanItem_item on ContentItem @_unmask {
    id
    title
    format
    publishOn
    publishTime
    status
    series {
      isPaused
      isEnded
    }
    version
    availableActions
    client {
      id
      name
    }
    wantsClientApproval
    campaign {
      id
      name
    }
    rubric {
      id
      name
      colour
    }
    channels {
      id
      network
      title
    }
    tasks {
      id
      discipline
      state
      assigneeId
      assigneeName
    }
    risk {
      level
      cause
    }
  }
`);

export type PlanItem = ResultOf<typeof PlanItem_item>;

/** In production, the card shows where the work stands: the manager's own turn before everyone else's. */
const urgency = ['in_review', 'client_review', 'in_progress', 'issued'] as const;

export function shownState({ status, tasks }: Pick<PlanItem, 'status' | 'tasks'>): WorkState {
  if (status !== 'IN_PRODUCTION') return workState(status);
  const state = urgency.find((one) => tasks.some((task) => task.state === one));
  return workState(state ?? status);
}

/** Columns of the table that say who does the work, and which work that is. */
export const personColumns = {
  copywriterId: 'COPY',
  designerId: 'DESIGN',
  targetologistId: 'TARGETING',
} as const satisfies Record<string, PlanItem['tasks'][number]['discipline']>;
export type PersonColumn = keyof typeof personColumns;
export const personColumnNames = ['copywriterId', 'designerId', 'targetologistId'] as const satisfies PersonColumn[];

export const personColumnOf = (field: string): PersonColumn | null =>
  personColumnNames.find((column) => column === field) ?? null;

/** What is done in that column: most often one task. */
export const workIn = ({ tasks }: Pick<PlanItem, 'tasks'>, column: PersonColumn) =>
  tasks.filter(({ discipline, state }) => discipline === personColumns[column] && state !== 'CANCELLED');

/** Of one task whoever does it; of none or of several nobody in particular. */
export function executorOf(item: Pick<PlanItem, 'tasks'>, column: PersonColumn): string | null {
  const [only, another] = workIn(item, column);
  return only && !another ? only.assigneeId : null;
}

export const canMove = ({ availableActions }: Pick<PlanItem, 'availableActions'>): boolean =>
  availableActions.includes('move');

/** Out already, or its time has passed: drawn quieter than what is still ahead. */
export const isOut = ({ status }: Pick<PlanItem, 'status'>): boolean => status === 'PUBLISHED';

/** As words are called. */
export const causeOf = ({ cause }: Pick<NonNullable<PlanItem['risk']>, 'cause'>) =>
  cause.toLowerCase() as Lowercase<typeof cause>;
