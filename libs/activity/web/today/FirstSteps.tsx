import { Button } from '@mantine/core';
import { AppLink, Card, CheckMark, cx, PageHeader } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './FirstSteps.module.css';
import type { AgencyStep } from './today-documents';

const PLACES = {
  people: '/team?open=invite',
  squad: '/team?open=squad',
  rates: '/team?open=rate',
  client: '/clients?new=1',
  campaign: '/campaigns?new=1',
  budget: '/budgets',
  item: '/plan',
  brief: '/plan',
} as const;

type Step = keyof typeof PLACES;

const isStep = (key: string): key is Step => key in PLACES;

/** An agency that has just begun: what to do next, one filled button for the first step that is not done. */
export function FirstSteps({ steps, role = 'OWNER' }: { steps: readonly AgencyStep[]; role?: 'OWNER' | 'MANAGER' }) {
  const t = useT();
  const known = steps.flatMap(({ key, isDone }) => (isStep(key) ? [{ key, isDone }] : []));
  // a manager asks for money and waits for a squad: the owner decides on both
  const mayTake = (key: Step) => role === 'OWNER' || key !== 'squad';
  const isWaiting = known.some(({ key, isDone }) => !isDone && !mayTake(key));
  const next = isWaiting ? undefined : known.find(({ isDone }) => !isDone)?.key;
  const done = known.filter(({ isDone }) => isDone).length;
  const words = (key: Step) => {
    if (role === 'MANAGER' && key === 'squad')
      return { title: t('start.squadWait'), text: t('start.squadWaitText'), verb: '' };
    if (role === 'MANAGER' && key === 'budget')
      return { title: t('start.budgetAsk'), text: t('start.budgetText'), verb: t('start.budgetDo') };
    return { title: t(`start.${key}`), text: t(`start.${key}Text`), verb: t(`start.${key}Do`) };
  };
  return (
    <div className={classes.page}>
      <PageHeader
        title={t(role === 'OWNER' ? 'start.title' : 'start.titleManager')}
        sub={[t('start.text', { count: known.length }), t('start.progress', { done, all: known.length })]}
      />
      <Card clip>
        <ol>
          {known.map(({ key, isDone }) => (
            <li key={key} className={cx(classes.step, isDone && classes.done)}>
              <CheckMark state={isDone ? 'ok' : 'empty'} label={isDone ? t('start.done') : ''} />
              <div>
                <p className={classes.title}>{words(key).title}</p>
                {isDone ? null : <p>{words(key).text}</p>}
              </div>
              {isDone || isWaiting ? null : (
                <Button component={AppLink} href={PLACES[key]} variant={key === next ? 'filled' : 'default'} size="xs">
                  {words(key).verb}
                </Button>
              )}
            </li>
          ))}
        </ol>
      </Card>
    </div>
  );
}
