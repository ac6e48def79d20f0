import { itemFormats } from '@planerka/content-plan/domain';
import {
  AppLink,
  Card,
  CardHeader,
  cx,
  Fact,
  Facts,
  type FragmentOf,
  graphql,
  MoneyBar,
  MoneyText,
  NetworkName,
  networkOf,
  Person,
  readFragment,
  type ResultOf,
  Section,
  StateIcon,
  useFormat,
  workState,
} from '@planerka/platform/web';
import { memo } from 'react';
import { useT } from '../locales';
import { lower } from '../brief/brief-words';
import classes from './TaskSide.module.css';

export const TaskFacts_task = graphql(`
  fragment TaskFacts_task on Task {
    id
    state
    dueAt
    submittedAt
    estimatedMinutes
    wantsClientApproval
    rounds
    includedRounds
    fee {
      amount
      currency
    }
    assignee {
      id
      name
    }
    manager {
      id
      name
    }
    client {
      id
    }
    item {
      id
      title
      format
      idea
      publishAt
      rubric
      channels {
        id
        network
        title
      }
    }
    predecessors {
      id
      title
      discipline
      state
    }
    successors {
      id
      title
      discipline
      state
    }
    budgetLine {
      id
      category
      month
      isHard
      planned {
        amount
        currency
      }
      spent {
        amount
      }
      payable {
        amount
      }
      committed {
        amount
      }
      available {
        amount
        currency
      }
    }
  }
`);

type Task = ResultOf<typeof TaskFacts_task>;

/** Who, by when, for which publication; and for whose eyes it is, the fee and what is left on its line. */
export const TaskFacts = memo(function TaskFacts({ task: shown }: { task: FragmentOf<typeof TaskFacts_task> }) {
  const t = useT();
  const format = useFormat();
  const task = readFragment(TaskFacts_task, shown);
  return (
    <Card label={t('page.about')}>
      <CardHeader title={t('page.about')} />
      <div className={classes.facts}>
        <Facts>
          <Fact label={t('page.assignee')}>
            {task.assignee ? <Person id={task.assignee.id} name={task.assignee.name} size={20} /> : '—'}
          </Fact>
          <Fact label={t('page.due')}>
            {task.dueAt ? format.dateTime(task.dueAt) : '—'} <Punctuality task={task} />
          </Fact>
          {task.estimatedMinutes !== null && (
            <Fact label={t('page.estimate')}>
              {t('page.hours', { hours: format.number(Math.round(task.estimatedMinutes / 6) / 10) })}
            </Fact>
          )}
          {task.manager && <Fact label={t('page.manager')}>{task.manager.name}</Fact>}
          <Chain label={t('page.after')} tasks={task.predecessors} />
          <Chain label={t('page.before')} tasks={task.successors} />
          {task.item && <ItemFacts item={task.item} clientId={task.client.id} />}
          <Fact label={t('page.clientWord')}>
            {task.wantsClientApproval ? t('page.clientWanted') : t('page.clientNotWanted')}
          </Fact>
          {task.rounds > 0 && (
            <Fact label={t('page.rounds')}>
              {t('page.roundsOf', { rounds: task.rounds, included: task.includedRounds })}
            </Fact>
          )}
        </Facts>
      </div>
      {task.fee && <Fee task={task} />}
    </Card>
  );
});

function Punctuality({ task: { state, dueAt, submittedAt } }: { task: Task }) {
  const t = useT();
  const isHandedIn = state === 'IN_REVIEW' || state === 'CLIENT_REVIEW' || state === 'DONE';
  if (!isHandedIn || !dueAt || !submittedAt) return null;
  return Date.parse(submittedAt) <= Date.parse(dueAt) ? (
    <span className={classes.ok}>{t('page.onTime')}</span>
  ) : (
    <span className={classes.warn}>{t('page.late')}</span>
  );
}

function Chain({ label, tasks }: { label: string; tasks: Task['predecessors'] }) {
  const t = useT();
  if (tasks.length === 0) return null;
  return (
    <Fact label={label}>
      <ul className={classes.chain}>
        {tasks.map(({ id, title, discipline, state }) => (
          <li key={id}>
            <StateIcon state={workState(state)} />
            <AppLink href={`/tasks/${id}`} title={title}>
              {t(`discipline.${lower(discipline)}`)}
            </AppLink>
          </li>
        ))}
      </ul>
    </Fact>
  );
}

function ItemFacts({ item, clientId }: { item: NonNullable<Task['item']>; clientId: string }) {
  const t = useT();
  const format = useFormat();
  const kind = itemFormats.find((one) => one === item.format);
  return (
    <>
      <Fact label={t('page.item')}>
        <AppLink href={`/plan?client=${clientId}&item=${item.id}`}>{item.title || t('page.item')}</AppLink>
      </Fact>
      <Fact label={t('page.publishAt')}>{format.dateTime(item.publishAt)}</Fact>
      {kind && <Fact label={t('page.format')}>{t(`itemFormat.${kind}`)}</Fact>}
      {item.rubric && <Fact label={t('page.rubric')}>{item.rubric}</Fact>}
      {item.channels.length > 0 && (
        <Fact label={t('page.channels')}>
          <ul className={classes.channels}>
            {item.channels.map(({ id, network, title }) => (
              <li key={id}>
                <NetworkName network={networkOf(network)} name={title} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {item.idea && (
        <Fact label={t('page.idea')}>
          <span className={classes.pre}>{item.idea}</span>
        </Fact>
      )}
    </>
  );
}

/** Less than a fifth of the plan is left. */
const isScarce = ({ available, planned }: NonNullable<Task['budgetLine']>): boolean =>
  Number(available.amount) < Number(planned.amount) * 0.2;

function Fee({ task: { fee, budgetLine } }: { task: Task }) {
  const t = useT();
  const format = useFormat();
  const isOver = budgetLine?.available.amount.startsWith('-') ?? false;
  return (
    <Section className={classes.fee}>
      <div className={classes.feeLine}>
        <span className={classes.label}>{t('page.fee')}</span>
        <MoneyText value={fee} weight="semi" size="large" />
      </div>
      {budgetLine && (
        <>
          <MoneyBar
            spent={budgetLine.spent.amount}
            payable={budgetLine.payable.amount}
            committed={budgetLine.committed.amount}
            available={budgetLine.available.amount}
            currency={budgetLine.planned.currency}
          />
          <div className={classes.lineWords}>
            <span>
              {t('page.line', {
                category: t(`discipline.${lower(budgetLine.category)}`),
                month: format.monthName(budgetLine.month),
              })}
            </span>
            <span className={cx(classes.left, isScarce(budgetLine) && classes.scarce)}>
              {isOver
                ? t('page.over', {
                    over: format.money({ ...budgetLine.available, amount: budgetLine.available.amount.slice(1) }),
                    planned: format.money(budgetLine.planned),
                  })
                : t('page.left', {
                    available: format.money(budgetLine.available, { withoutSign: true }),
                    planned: format.money(budgetLine.planned),
                  })}
            </span>
          </div>
        </>
      )}
    </Section>
  );
}
