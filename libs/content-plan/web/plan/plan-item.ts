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
    seriesId
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

export const canMove = ({ availableActions }: Pick<PlanItem, 'availableActions'>): boolean =>
  availableActions.includes('move');

/** Out already, or its time has passed: drawn quieter than what is still ahead. */
export const isOut = ({ status }: Pick<PlanItem, 'status'>): boolean => status === 'PUBLISHED';

/** As words are called. */
export const causeOf = ({ cause }: Pick<NonNullable<PlanItem['risk']>, 'cause'>) =>
  cause.toLowerCase() as Lowercase<typeof cause>;
