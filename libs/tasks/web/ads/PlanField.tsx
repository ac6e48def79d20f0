import { ActionIcon, TextInput } from '@mantine/core';
import { IconLock, useFormat } from '@planerka/platform/web';
import {
  affordable,
  decimalOfMinor,
  maxResults,
  minorOf,
  planOf,
  planParts,
  solvePlan,
  withPlan,
  type MediaPlan,
  type PlanPart,
  type TargetingBrief,
} from '@planerka/tasks/domain';
import { useState } from 'react';
import { decimalOf } from '../brief/brief-values';
import { useBriefWords } from '../brief/brief-words';
import type { FieldProps } from '../brief/fields/field-props';
import classes from './Ads.module.css';
import { useT } from './locales';

/** Budget, price and how many: any two say the third. They are the limit and the threshold above, and stay one with them. */
export function PlanField({
  field,
  label,
  error,
  brief,
  setField,
}: FieldProps & { brief: TargetingBrief; setField: (path: string, value: unknown) => void }) {
  const t = useT();
  const format = useFormat();
  const words = useBriefWords();
  const { metric, ...plan } = planOf(brief);
  const [held, setHeld] = useState<PlanPart>('total');
  // As it is typed: «12,» is on its way to a sum.
  const [typed, setTyped] = useState<{ readonly part: PlanPart; readonly text: string } | null>(null);
  const nameOf = (part: PlanPart): string =>
    part === 'total'
      ? t('plan.total')
      : part === 'price'
        ? t('plan.price', { metric: words.option(metric) })
        : t(`plan.results.${metric}`);
  const change = (part: PlanPart, text: string): void => {
    setTyped({ part, text });
    const written = decimalOf(text);
    const value = part === 'results' ? countOf(written) : minorOf(written);
    if (value === null && written !== '') return;
    const next = withPlan(brief, solvePlan({ ...plan, [part]: value }, part, held, metric));
    if (next.totalLimit !== brief.totalLimit) setField('totalLimit', next.totalLimit);
    if (next.thresholds !== brief.thresholds) setField('thresholds', next.thresholds);
    if (next.plannedResults !== brief.plannedResults) setField('plannedResults', next.plannedResults);
  };
  const most = affordable(plan, metric);
  return (
    <div className={classes.part} role="group" aria-label={label}>
      <span className={classes.label}>{label}</span>
      <p className={classes.quiet}>{t('plan.text')}</p>
      <div className={classes.plan}>
        {planParts.map((part) => (
          <TextInput
            key={part}
            label={nameOf(part)}
            inputMode={part === 'results' ? 'numeric' : 'decimal'}
            {...(part === 'results' ? { 'data-path': field.path, error } : {})}
            value={typed?.part === part ? typed.text : textOf(plan, part)}
            onChange={(event) => change(part, event.currentTarget.value)}
            onBlur={() => setTyped(null)}
            rightSection={
              <ActionIcon
                variant={held === part ? 'light' : 'subtle'}
                aria-label={t('plan.hold', { part: nameOf(part) })}
                aria-pressed={held === part}
                title={t('plan.held')}
                onClick={() => setHeld(part)}
              >
                <IconLock />
              </ActionIcon>
            }
          />
        ))}
      </div>
      {plan.results !== null && most !== null && (
        <p className={classes.quiet} aria-live="polite">
          {BigInt(plan.results) > most
            ? t('plan.tooMany', { count: format.number(Number(most)) })
            : t('plan.rest', { rest: format.money({ amount: restOf(plan, metric), currency: 'RUB' }) })}
        </p>
      )}
    </div>
  );
}

const textOf = (plan: MediaPlan, part: PlanPart): string =>
  part === 'results'
    ? plan.results === null
      ? ''
      : String(plan.results)
    : plan[part] === null
      ? ''
      : decimalOfMinor(plan[part]);

const countOf = (text: string): number | null =>
  /^\d{1,10}$/.test(text) && Number(text) >= 1 && Number(text) <= maxResults ? Number(text) : null;

/** What those results at that price leave of the budget. */
function restOf(plan: MediaPlan, metric: string): string {
  const spent = ((plan.price ?? 0n) * BigInt(plan.results ?? 0)) / (metric === 'cpm' ? 1_000n : 1n);
  const rest = (plan.total ?? 0n) - spent;
  return decimalOfMinor(rest > 0n ? rest : 0n);
}
