import {
  Card,
  CardHeader,
  type FragmentOf,
  readFragment,
  RelativeTime,
  StateIcon,
  workState,
} from '@planerka/platform/web';
import { useT } from '../locales';
import { ActivityCard_task } from './activity';
import classes from './ActivityCard.module.css';

type ActionKey =
  | 'issue'
  | 'accept'
  | 'decline'
  | 'revise'
  | 'submit'
  | 'request_changes'
  | 'approve'
  | 'approve_to_client'
  | 'client_approve'
  | 'client_request_changes'
  | 'withdraw'
  | 'reopen'
  | 'cancel'
  | 'hand_over';

/** Who did what, when and why; the last thing first. */
export function ActivityCard({ task: shown }: { task: FragmentOf<typeof ActivityCard_task> }) {
  const t = useT();
  const { activity } = readFragment(ActivityCard_task, shown).details;
  if (activity.length === 0) return null;
  return (
    <Card label={t('page.history')} id="activity">
      <CardHeader title={t('page.history')} />
      <ol className={classes.list}>
        {activity.toReversed().map(({ id, action, to, actorName, reason, details, at }) => {
          const key = action === 'approve' && to === 'CLIENT_REVIEW' ? 'approve_to_client' : (action as ActionKey);
          return (
            <li key={id} className={classes.entry}>
              <StateIcon state={workState(to)} decorative />
              <div>
                <p className={classes.what}>
                  {t(`did.${key}`, numbersOf(details))}
                  <span className={classes.who}>
                    {actorName}, <RelativeTime value={at} />
                  </span>
                </p>
                {reason && <p className={classes.reason}>{reason}</p>}
              </div>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

const numbersOf = (details: unknown): Record<string, string | number> =>
  typeof details === 'object' && details !== null
    ? Object.fromEntries(
        Object.entries(details).filter(([, value]) => typeof value === 'number' || typeof value === 'string'),
      )
    : {};
