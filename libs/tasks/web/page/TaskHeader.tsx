import { Button } from '@mantine/core';
import {
  AppLink,
  type FragmentOf,
  graphql,
  IconAlert,
  IconPen,
  IconQuestion,
  IconSend,
  PageHeader,
  readFragment,
  type ResultOf,
  StateChip,
  useFormat,
  workState,
  type Crumb,
} from '@planerka/platform/web';
import { OffersMenu } from '../actions/OffersMenu';
import { isDangerous, useOfferWords } from '../actions/offer-words';
import type { ActionableTask, Offer } from '../actions/use-task-actions';
import { useT } from '../locales';
import { TaskRisk_risk, useRiskWords } from '../risk/use-risk-words';
import { useDuration } from './duration';
import classes from './TaskHeader.module.css';

export const TaskHeader_task = graphql(
  `
    fragment TaskHeader_task on Task {
      id
      title
      state
      court
      isBlocked
      risk {
        ...TaskRisk_risk
      }
      version
      viewerIsAssignee
      viewerCanEdit
      viewerCanReview
      client {
        id
        name
      }
      campaign {
        id
        name
      }
      item {
        id
        title
        publishAt
      }
      assignee {
        id
        name
      }
      predecessors {
        id
        title
        state
      }
      availableActions {
        action
        isPrimary
        to
        count
      }
      details {
        courts {
          court
          seconds
        }
      }
    }
  `,
  [TaskRisk_risk],
);

type Header = ResultOf<typeof TaskHeader_task>;

/** What it is, whose move it is and for how long, what is wrong with its time, and the one next step. */
export function TaskHeader({
  task: shown,
  onAct,
  isRunning,
}: {
  task: FragmentOf<typeof TaskHeader_task>;
  onAct: (task: ActionableTask, offer: Offer) => void;
  isRunning: boolean;
}) {
  const t = useT();
  const format = useFormat();
  const words = useOfferWords();
  const task = readFragment(TaskHeader_task, shown);
  const [first, ...others] = task.availableActions;
  const primary = first?.isPrimary ? first : undefined;
  const rest = primary ? others : task.availableActions;
  // One more button beside the next step, where it goes on rather than back; everything else is in the menu.
  const second = rest.find(({ action }) => goesOn.has(action));
  const crumbs: Crumb[] = [
    { label: task.client.name, href: `/clients/${task.client.id}` },
    ...(task.campaign ? [{ label: task.campaign.name, href: `/campaigns/${task.campaign.id}` }] : []),
    ...(task.item
      ? [{ label: format.dateTime(task.item.publishAt), href: `/plan?client=${task.client.id}&item=${task.item.id}` }]
      : []),
  ];
  return (
    <PageHeader
      look="bar"
      crumbs={crumbs}
      title={task.title || t('brief.untitled')}
      badge={<StateChip state={workState(task.state)} />}
      sub={useFindings(task)}
      actions={
        <>
          <OffersMenu
            label={t('action.more')}
            offers={rest.filter((offer) => offer !== second)}
            onChoose={(offer) => onAct(task, offer)}
          />
          {task.viewerCanEdit && (
            <Button component={AppLink} href={`/tasks/${task.id}/brief`} leftSection={<IconPen />}>
              {task.state === 'DRAFT' ? t('action.write') : t('page.editBrief')}
            </Button>
          )}
          {second && (
            <Button
              onClick={() => onAct(task, second)}
              disabled={isRunning}
              {...(second.action === 'APPROVE' ? { leftSection: <IconSend /> } : {})}
              {...(isDangerous(second.action) ? { color: 'danger' } : {})}
            >
              {words(second)}
            </Button>
          )}
          {primary && (
            <Button variant="filled" onClick={() => onAct(task, primary)} loading={isRunning}>
              {words(primary)}
            </Button>
          )}
        </>
      }
    />
  );
}

const goesOn: ReadonlySet<string> = new Set([
  'APPROVE',
  'REQUEST_CHANGES',
  'SUBMIT',
  'ACCEPT',
  'DECLINE',
  'WITHDRAW',
  'REOPEN',
]);

function useFindings(task: Header) {
  const t = useT();
  const duration = useDuration();
  const riskWords = useRiskWords();
  const { risk } = task;
  const words = risk && riskWords(risk, task.state);
  const courts = [...task.details.courts].sort(
    (one, other) => Number(other.court === task.court) - Number(one.court === task.court),
  );
  return [
    risk && words && (
      <span key="risk" className={risk.level === 'DANGER' ? classes.danger : classes.warn}>
        <IconAlert size={14} />
        <b>{words.text}</b>
        {words.why && <span className={classes.why}>{words.why}</span>}
      </span>
    ),
    task.isBlocked && (
      <span key="blocked" className={classes.warn}>
        <IconQuestion size={14} />
        <b>{t('page.blocked')}</b>
      </span>
    ),
    ...courts.map(({ court, seconds }) => {
      const time = duration(seconds);
      return t(courtKey(task, court, court === task.court), { time, name: task.assignee?.name ?? '' });
    }),
  ].filter(Boolean);
}

/** «у вас», where the viewer is that side. */
function courtKey(task: Header, court: string, isNow: boolean) {
  const isYou = court === 'SPECIALIST' ? task.viewerIsAssignee : court === 'MANAGER' && task.viewerCanReview;
  if (isYou) return isNow ? 'page.court.you' : 'page.court.youWas';
  if (court === 'CLIENT') return isNow ? 'page.court.client' : 'page.court.clientWas';
  if (court === 'SPECIALIST' && task.assignee) return isNow ? 'page.court.named' : 'page.court.namedWas';
  if (court === 'SPECIALIST') return isNow ? 'page.court.person' : 'page.court.personWas';
  return isNow ? 'page.court.manager' : 'page.court.managerWas';
}
