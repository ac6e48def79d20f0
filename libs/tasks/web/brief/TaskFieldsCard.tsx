import { MultiSelect, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { AppLink, Card, CardHeader, useFormat } from '@planerka/platform/web';
import { memo } from 'react';
import { useAssigneeOptions, type Away } from '../away/use-away';
import { useT } from '../locales';
import classes from './BriefForm.module.css';
import { decimalOf, type BriefFormValues } from './brief-values';
import { DateTimePicker } from './fields/LateFields';
import { useAgencyZone } from './use-agency-zone';
import type { BriefForm } from './use-brief-form';
import { fromWallClock, toWallClock } from './wall-clock';

export interface TaskFieldsChoices {
  readonly people: readonly (Away & {
    readonly id: string;
    readonly name: string;
    readonly disciplines: readonly string[];
  })[];
  /** Tasks of the same publication or campaign. */
  readonly tasks: readonly { readonly id: string; readonly title: string }[];
  /** Until they are wanted only the chosen ones are here. */
  readonly onTasksWanted: () => void;
  readonly suggestedFee: { readonly amount: string; readonly currency: string } | null;
  /** After the first issue somebody works on it. */
  readonly isAssigneeFixed: boolean;
  /** Where money for it can be asked for, when the line has not enough. */
  readonly budgetHref: string | null;
}

/** What every task has whatever its discipline: who, by when, for how much. */
export const TaskFieldsCard = memo(function TaskFieldsCard({
  values,
  discipline,
  setTask,
  errors,
  choices,
}: {
  values: Omit<BriefFormValues, 'brief'>;
  discipline: string;
  setTask: BriefForm['setTask'];
  errors: Readonly<Record<string, string>>;
  choices: TaskFieldsChoices;
}) {
  const t = useT();
  const format = useFormat();
  const zone = useAgencyZone();
  const { people, tasks, onTasksWanted, suggestedFee, isAssigneeFixed, budgetHref } = choices;
  const assignees = useAssigneeOptions();
  const wanted = discipline.toUpperCase();
  const ordered = [...people].sort(
    (one, other) => Number(other.disciplines.includes(wanted)) - Number(one.disciplines.includes(wanted)),
  );
  const isOther = suggestedFee !== null && Number(suggestedFee.amount) !== Number(decimalOf(values.fee));
  return (
    <Card label={t('brief.aboutLabel')}>
      <CardHeader title={t('brief.about')} />
      <div className={classes.fields}>
        <TextInput
          className={classes.wide}
          label={t('brief.fields.title')}
          data-path="title"
          withAsterisk
          value={values.title}
          error={errors['title']}
          onChange={(event) => setTask({ title: event.currentTarget.value })}
        />
        <Select
          label={t('brief.fields.assigneeId')}
          data-path="assigneeId"
          withAsterisk
          searchable
          clearable={!isAssigneeFixed}
          disabled={isAssigneeFixed}
          description={isAssigneeFixed ? t('brief.assigneeFixed') : undefined}
          data={assignees(ordered)}
          value={values.assigneeId}
          error={errors['assigneeId']}
          onChange={(assigneeId) => setTask({ assigneeId })}
        />
        <DateTimePicker
          label={t('brief.fields.dueAt')}
          data-path="dueAt"
          withAsterisk
          clearable
          clearButtonProps={{ 'aria-label': t('brief.remove') }}
          defaultTimeValue="18:00:00"
          valueFormat="DD.MM.YYYY HH:mm"
          value={values.dueAt && toWallClock(values.dueAt, zone)}
          error={errors['dueAt']}
          onChange={(text) => setTask({ dueAt: text ? fromWallClock(text, zone) : null })}
        />
        <NumberInput
          label={t('brief.fields.estimatedMinutes')}
          data-path="estimatedMinutes"
          hideControls
          min={0}
          max={1_000}
          decimalScale={1}
          decimalSeparator=","
          allowedDecimalSeparators={[',', '.']}
          value={values.estimatedMinutes === null ? '' : values.estimatedMinutes / 60}
          error={errors['estimatedMinutes']}
          onChange={(hours) =>
            setTask({
              estimatedMinutes: typeof hours === 'number' && hours > 0 ? Math.max(1, Math.round(hours * 60)) : null,
            })
          }
        />
        <div>
          <TextInput
            label={t('brief.fields.fee')}
            data-path="fee"
            inputMode="decimal"
            value={values.fee}
            error={errors['fee']}
            onChange={(event) => setTask({ fee: event.currentTarget.value })}
          />
          <p className={classes.rate}>
            {suggestedFee ? t('brief.byRate', { fee: format.money(suggestedFee) }) : t('brief.noRate')}
            {isOther && (
              <button type="button" onClick={() => setTask({ fee: suggestedFee.amount.replace(/\.00$/, '') })}>
                {t('brief.takeRate')}
              </button>
            )}
            {budgetHref && <AppLink href={budgetHref}>{t('brief.openBudget')}</AppLink>}
          </p>
        </div>
        <MultiSelect
          className={classes.wide}
          label={t('brief.fields.startAfter')}
          data-path="startAfter"
          clearable
          searchable
          nothingFoundMessage={t('brief.noOtherTasks')}
          onDropdownOpen={onTasksWanted}
          data={tasks.map(({ id, title }) => ({ value: id, label: title || t('brief.untitled') }))}
          value={[...values.startAfter]}
          error={errors['startAfter']}
          onChange={(startAfter) => setTask({ startAfter })}
        />
        <Switch
          className={classes.wide}
          label={t('brief.fields.wantsClientApproval')}
          checked={values.wantsClientApproval}
          onChange={(event) => setTask({ wantsClientApproval: event.currentTarget.checked })}
        />
      </div>
    </Card>
  );
});
