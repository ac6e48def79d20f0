import { Button, Menu } from '@mantine/core';
import {
  AppLink,
  Fact,
  Facts,
  IconAlert,
  IconArrowRight,
  IconCalendar,
  IconSwap,
  SidePanel,
  StateIcon,
  useFormat,
  workState,
} from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { DisciplineIcon } from '../board/TaskCard';
import { useT } from './locales';
import type { TimelinePerson, TimelineTask } from './timeline-documents';
import { troubleOf, useHours, useTaskWords } from './words';
import classes from './TimelinePanel.module.css';
import tools from './TimelineTools.module.css';

interface TaskPanelProps {
  task: TimelineTask;
  /** Tasks that begin after it, as far as they are on the timeline. */
  after: readonly TimelineTask[];
  people: readonly TimelinePerson[];
  /** Whether a task of the chain can be gone to here. */
  isHere: (id: string) => boolean;
  onGo: (id: string) => void;
  onMove: () => void;
  onGive: (to: TimelinePerson) => void;
  onClose: () => void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}

/** One task beside the timeline: all that its bar says, its chain, and what can be done with it here. */
export function TaskPanel({ task, after, people, isHere, onGo, onMove, onGive, ...panel }: TaskPanelProps) {
  const t = useT();
  const format = useFormat();
  const hours = useHours();
  const { days, state, troubles } = useTaskWords()(task);
  const trouble = troubleOf(task);
  const { start, startsOn, dueAt, estimatedMinutes, spentMinutes } = task;
  const takers = people.filter(
    ({ memberId, disciplines }) => memberId !== task.assignee?.id && disciplines.includes(task.discipline),
  );
  return (
    <SidePanel
      label={task.title}
      header={
        <h2 className={classes.panelTitle}>
          <DisciplineIcon discipline={task.discipline} />
          {task.title}
        </h2>
      }
      {...panel}
      footer={
        <div className={classes.panelActions}>
          <Button component={AppLink} href={`/tasks/${task.id}`} rightSection={<IconArrowRight size={14} />}>
            {t('panel.open')}
          </Button>
          {task.way && (
            <Button variant="subtle" leftSection={<IconCalendar size={14} />} onClick={onMove}>
              {t('panel.move')}
            </Button>
          )}
          {task.canHandOver && (
            <Menu position="top-end" withinPortal>
              <Menu.Target>
                <Button variant="subtle" leftSection={<IconSwap size={14} />}>
                  {t('panel.give')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Label>{t('panel.giveTo')}</Menu.Label>
                {takers.length === 0 && <Menu.Item disabled>{t('panel.nobodyElse')}</Menu.Item>}
                {takers.map((person) => (
                  <Menu.Item key={person.memberId} onClick={() => onGive(person)}>
                    {person.name}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
      }
    >
      {troubles.length > 0 && (
        <ul className={trouble === 'danger' ? classes.danger : classes.warn}>
          {troubles.map((text) => (
            <li key={text}>
              <IconAlert size={14} />
              {text}
            </li>
          ))}
        </ul>
      )}
      <Facts look="stacked">
        <Fact label={t('panel.state')}>{state}</Fact>
        <Fact label={t('panel.who')}>{task.assignee?.name ?? t('nobody')}</Fact>
        <Fact label={t('panel.days')}>
          {days}
          {start && startsOn && (
            <small className={tools.quiet}>{t(`starts.${start}`, { day: format.day(startsOn) })}</small>
          )}
          {dueAt && <small className={tools.quiet}>{t('due', { day: format.dateTime(dueAt) })}</small>}
        </Fact>
        <Fact label={t('panel.time')}>
          {estimatedMinutes === null
            ? t('noEstimate')
            : t('spentOf', { spent: hours(spentMinutes), estimate: hours(estimatedMinutes) })}
        </Fact>
        <Fact label={t('panel.client')}>{task.client.name}</Fact>
        {task.item && (
          <Fact label={t('panel.item')}>
            <AppLink href={`/plan?client=${task.client.id}&item=${task.item.thingId}`}>{task.item.name}</AppLink>
          </Fact>
        )}
        {task.campaign && (
          <Fact label={t('panel.campaign')}>
            <AppLink href={`/campaigns/${task.campaign.thingId}`}>{task.campaign.name}</AppLink>
          </Fact>
        )}
      </Facts>
      <Chain label={t('panel.before')}>
        {task.before.map((one) => (
          <ChainLink key={one.taskId} id={one.taskId} {...one} isHere={isHere(one.taskId)} onGo={onGo} />
        ))}
      </Chain>
      <Chain label={t('panel.after')}>
        {after.map((one) => (
          <ChainLink key={one.id} {...one} isHere onGo={onGo} />
        ))}
      </Chain>
    </SidePanel>
  );
}

function Chain({ label, children }: { label: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section aria-label={label} className={classes.chain}>
      <h3>{label}</h3>
      <ul>{children}</ul>
    </section>
  );
}

interface ChainLinkProps {
  id: string;
  title: string;
  state: string;
  dueOn: string | null;
  isHere: boolean;
  onGo: (id: string) => void;
}

/** To its bar where it has one here, else to its page. */
function ChainLink({ id, title, state, dueOn, isHere, onGo }: ChainLinkProps) {
  const t = useT();
  const format = useFormat();
  return (
    <li>
      <StateIcon state={workState(state)} />
      <span>
        {isHere ? (
          <button type="button" className={tools.link} onClick={() => onGo(id)}>
            {title}
          </button>
        ) : (
          <AppLink href={`/tasks/${id}`}>{title}</AppLink>
        )}
        <small className={tools.quiet}>{dueOn ? t('due', { day: format.day(dueOn) }) : t('noDue')}</small>
      </span>
    </li>
  );
}
