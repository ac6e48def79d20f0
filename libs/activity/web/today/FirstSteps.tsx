import { Button } from '@mantine/core';
import { AppLink, Card, CheckMark, cx, PageHeader } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './FirstSteps.module.css';
import type { AgencyStep } from './today-documents';

const PLACES = {
  people: '/team',
  squad: '/team',
  rates: '/team',
  client: '/clients',
  campaign: '/campaigns',
  budget: '/budgets',
  item: '/plan',
  brief: '/plan',
} as const;

type Step = keyof typeof PLACES;

const isStep = (key: string): key is Step => key in PLACES;

/** An agency that has just begun: what to do next, one filled button for the first step that is not done. */
export function FirstSteps({ steps }: { steps: readonly AgencyStep[] }) {
  const t = useT();
  const known = steps.flatMap(({ key, isDone }) => (isStep(key) ? [{ key, isDone }] : []));
  const next = known.find(({ isDone }) => !isDone)?.key;
  const done = known.filter(({ isDone }) => isDone).length;
  return (
    <div className={classes.page}>
      <PageHeader title={t('start.title')} sub={[t('start.text'), t('start.progress', { done, all: known.length })]} />
      <Card clip>
        <ol>
          {known.map(({ key, isDone }) => (
            <li key={key} className={cx(classes.step, isDone && classes.done)}>
              <CheckMark state={isDone ? 'ok' : 'empty'} label={isDone ? t('start.done') : ''} />
              <div>
                <p className={classes.title}>{t(`start.${key}`)}</p>
                {isDone ? null : <p>{t(`start.${key}Text`)}</p>}
              </div>
              {isDone ? null : (
                <Button component={AppLink} href={PLACES[key]} variant={key === next ? 'filled' : 'default'} size="xs">
                  {t(`start.${key}`)}
                </Button>
              )}
            </li>
          ))}
        </ol>
      </Card>
    </div>
  );
}
