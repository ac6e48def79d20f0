import {
  Card,
  CardHeader,
  CheckMark,
  type FragmentOf,
  graphql,
  readFragment,
  useCommand,
} from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './TaskSide.module.css';

export const CriteriaCard_task = graphql(`
  fragment CriteriaCard_task on Task {
    id
    state
    viewerCanReview
    criteriaCount
    criteriaMet
    details {
      criteria {
        id
        text
        isMet
        checkedBy
      }
    }
  }
`);

const TickCriterionMutation = graphql(`
  mutation TickCriterion($input: TickCriterionInput!) {
    tickCriterion(input: $input) {
      __typename
      ... on TaskSuccess {
        task {
          id
          criteriaMet
          criteriaCount
          details {
            criteria {
              id
              isMet
              checkedBy
            }
          }
        }
      }
      ... on IllegalTransition {
        state
        action
        reason
      }
    }
  }
`);

/** The checklist that the work is accepted by; whoever reviews ticks it. */
export function CriteriaCard({
  task: shown,
  planned = [],
}: {
  task: FragmentOf<typeof CriteriaCard_task>;
  /** Of a brief that is still being written. */
  planned?: readonly string[];
}) {
  const t = useT();
  const task = readFragment(CriteriaCard_task, shown);
  const [tick, isRunning] = useCommand(TickCriterionMutation);
  const { criteria: agreed } = task.details;
  const criteria =
    agreed.length > 0 ? agreed : planned.map((text) => ({ id: text, text, isMet: false, checkedBy: null }));
  const canTick = agreed.length > 0 && task.viewerCanReview && task.state !== 'DONE' && task.state !== 'CANCELLED';
  return (
    <Card label={t('page.criteria')}>
      <CardHeader
        title={t('page.criteria')}
        aside={criteria.length > 0 && t('page.criteriaOf', { met: task.criteriaMet, count: task.criteriaCount })}
      />
      {criteria.length === 0 ? (
        <p className={classes.quiet}>{t('page.noCriteria')}</p>
      ) : (
        <ul className={classes.list}>
          {criteria.map(({ id, text, isMet, checkedBy }) => (
            <li key={id}>
              {canTick ? (
                <button
                  type="button"
                  role="checkbox"
                  aria-checked={isMet}
                  disabled={isRunning}
                  className={classes.criterion}
                  {...(checkedBy ? { title: checkedBy } : {})}
                  onClick={() => void tick({ input: { taskId: task.id, criterionId: id, isMet: !isMet } })}
                >
                  <CheckMark state={isMet ? 'ok' : 'empty'} />
                  {text}
                </button>
              ) : (
                <span className={classes.criterion}>
                  <CheckMark
                    state={isMet ? 'ok' : 'empty'}
                    {...(isMet ? { label: t('page.tick', { text: '' }) } : {})}
                  />
                  {text}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
