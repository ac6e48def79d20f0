import { Checkbox, Group, Select, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { deliverableTypesOf } from '@planerka/agency/domain';
import { AppLink, IconAlert, MoneyText, useFormat } from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { DisciplineIcon } from '../board/TaskCard';
import { useBriefWords } from '../brief/brief-words';
import { useT } from '../locales';
import { useT as useLoadT } from '../workload/locales';
import type { Step, StepValues } from './chain-values';
import classes from './ChainStep.module.css';

export interface ChainStepProps {
  step: Step;
  values: StepValues;
  templates: readonly { readonly id: string; readonly name: string }[];
  errorOf: (field: string) => ReactNode;
  pathOf: (field: string) => string;
  onToggle: (isWanted: boolean) => void;
  onChange: (values: Partial<StepValues>) => void;
}

/** One piece of the work: what, by whom, by when, and from which brief it begins. */
export function ChainStep({ step, values, templates, errorOf, pathOf, onToggle, onChange }: ChainStepProps) {
  const t = useT();
  const load = useLoadT();
  const words = useBriefWords();
  const format = useFormat();
  const discipline = step.discipline.toLowerCase() as Lowercase<Step['discipline']>;
  const chosen = step.candidates.find(({ id }) => id === values.assigneeId);
  const loads = new Map(
    step.candidates.map(({ id, openTasks, fee, awayUntil, awayKind }) => [
      id,
      [
        awayUntil && awayKind && load(`away.until.${awayKind}`, { day: format.day(awayUntil) }),
        t('chain.load', { count: openTasks }),
        fee && format.money(fee),
      ]
        .filter(Boolean)
        .join(' · '),
    ]),
  );
  const begins = [
    { value: '', label: t('create.noTemplate') },
    ...(step.similar
      ? [{ value: `like:${step.similar.taskId}`, label: t('chain.like', { title: step.similar.title }) }]
      : []),
    ...templates.map(({ id, name }) => ({ value: `template:${id}`, label: t('chain.template', { name }) })),
  ];
  return (
    <section className={classes.step} data-on={step.isWanted || undefined}>
      <header className={classes.head}>
        <Checkbox
          checked={step.isWanted}
          onChange={({ currentTarget }) => onToggle(currentTarget.checked)}
          label={
            <span className={classes.name}>
              <DisciplineIcon discipline={step.discipline} />
              {t(`discipline.${discipline}`)}
            </span>
          }
        />
        {step.existingTaskId && (
          <AppLink href={`/tasks/${step.existingTaskId}`} className={classes.existing}>
            {t('chain.existing')}
          </AppLink>
        )}
        {step.isWanted && chosen?.fee && <MoneyText value={chosen.fee} />}
      </header>
      {step.isWanted && (
        <div className={classes.fields}>
          <TextInput
            label={t('create.name')}
            required
            data-path={pathOf('title')}
            error={errorOf('title')}
            value={values.title}
            onChange={({ currentTarget }) => onChange({ title: currentTarget.value })}
          />
          <Group grow align="flex-start" className={classes.row}>
            <Select
              label={t('create.type')}
              clearable
              data={deliverableTypesOf(discipline).map((value) => ({ value, label: words.option(value) }))}
              error={errorOf('deliverableType')}
              value={values.deliverableType || null}
              onChange={(value) => onChange({ deliverableType: value ?? '' })}
            />
            <Select
              label={t('create.assignee')}
              placeholder={t('create.later')}
              clearable
              searchable
              data={step.candidates.map(({ id, name }) => ({ value: id, label: name }))}
              renderOption={({ option }) => (
                <span className={classes.option}>
                  {option.label}
                  <span className={classes.load}>{loads.get(option.value)}</span>
                </span>
              )}
              data-path={pathOf('assigneeId')}
              error={errorOf('assigneeId')}
              value={values.assigneeId || null}
              onChange={(value) => onChange({ assigneeId: value ?? '' })}
            />
          </Group>
          <Group grow align="flex-start" className={classes.row}>
            <DateTimePicker
              label={t('create.due')}
              defaultTimeValue="18:00:00"
              valueFormat="DD.MM.YYYY HH:mm"
              error={errorOf('dueAt')}
              value={values.dueAt}
              onChange={(value) => onChange({ dueAt: value })}
            />
            <Select
              label={t('chain.begin')}
              allowDeselect={false}
              data={begins}
              error={errorOf('templateId') ?? errorOf('likeTaskId')}
              value={values.begin}
              onChange={(value) => onChange({ begin: value ?? '' })}
            />
          </Group>
          {chosen?.awayUntil && chosen.awayKind && (
            <p className={classes.tight}>
              <IconAlert size={14} />
              {chosen.name}: {load(`away.until.${chosen.awayKind}`, { day: format.day(chosen.awayUntil) })}
            </p>
          )}
          {step.isTight && (
            <p className={classes.tight}>
              <IconAlert size={14} />
              {t('chain.tight')}
            </p>
          )}
        </div>
      )}
    </section>
  );
}
