import { Chip, Group, Input, NumberInput, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DayField } from '../form/DayField';
import { TimeField } from '../form/TimeField';
import { useT } from './locales';
import { nths, nthWord, weekdayCalled, weekdays } from './rhythm-words';
import { dayOffChoices, rhythmKinds, type SeriesValues } from './series-values';
import classes from './Series.module.css';

const intervals = Array.from({ length: 12 }, (_, index) => index + 1);
const units = { DAILY: 'days', WEEKLY: 'weeks', MONTH_DAY: 'months', MONTH_WEEKDAY: 'months' } as const;
const monthDays = Array.from({ length: 31 }, (_, index) => String(index + 1));

/** When a series has its turns: rhythm, time, beginning and end, days off. */
export function RhythmFields({ form }: { form: UseFormReturnType<SeriesValues> }) {
  const t = useT();
  const { kind, ends, monthDay, weekday } = form.values;
  return (
    <>
      <Group grow align="flex-start" gap="sm">
        <Select
          label={t('form.kind')}
          allowDeselect={false}
          data={rhythmKinds.map((value) => ({ value, label: t(`form.kinds.${lower(value)}`) }))}
          {...form.getInputProps('kind')}
        />
        <Select
          label={t('form.every')}
          allowDeselect={false}
          data={[...new Set([...intervals, Number(form.values.interval)])].map((count) => ({
            value: String(count),
            label: t(`form.${units[kind]}`, { count }),
          }))}
          {...form.getInputProps('interval')}
        />
      </Group>
      {kind === 'WEEKLY' && (
        <Input.Wrapper label={t('form.weekdays')} error={form.errors['weekdays']} labelElement="div">
          <Chip.Group
            multiple
            value={form.values.weekdays}
            onChange={(value) => {
              form.clearFieldError('weekdays');
              form.setFieldValue('weekdays', value.toSorted());
            }}
          >
            <div className={classes.weekdays} role="group" aria-label={t('form.weekdays')}>
              {weekdays.map((day, index) => (
                <Chip
                  key={day}
                  value={String(index + 1)}
                  aria-label={`${t(`weekdayShort.${day}`)}, ${t(`weekday.${day}`)}`}
                >
                  {t(`weekdayShort.${day}`)}
                </Chip>
              ))}
            </div>
          </Chip.Group>
        </Input.Wrapper>
      )}
      {kind === 'MONTH_DAY' && (
        <Select
          label={t('form.monthDay')}
          description={Number(monthDay) > 28 ? t('form.shortMonths') : undefined}
          allowDeselect={false}
          data={[...monthDays.map((day) => ({ value: day, label: day })), { value: '-1', label: t('form.lastDay') }]}
          {...form.getInputProps('monthDay')}
        />
      )}
      {kind === 'MONTH_WEEKDAY' && (
        <Group grow align="flex-start" gap="sm">
          <Select
            label={t('form.nth')}
            allowDeselect={false}
            data={nths.map((nth) => ({
              value: String(nth),
              label: nthWord(t, nth, weekdayCalled(Number(weekday))),
            }))}
            {...form.getInputProps('nth')}
          />
          <Select
            label={t('form.weekday')}
            allowDeselect={false}
            data={weekdays.map((day, index) => ({ value: String(index + 1), label: t(`weekday.${day}`) }))}
            {...form.getInputProps('weekday')}
          />
        </Group>
      )}
      <Group grow align="flex-start" gap="sm">
        <DayField label={t('form.startsOn')} required {...form.getInputProps('startsOn')} />
        <TimeField label={t('form.time')} required {...form.getInputProps('publishTime')} />
      </Group>
      <Group grow align="flex-start" gap="sm">
        <Select
          label={t('form.ends')}
          allowDeselect={false}
          data={[
            { value: 'never', label: t('form.endsNever') },
            { value: 'on', label: t('form.endsOn') },
            { value: 'times', label: t('form.endsTimes') },
          ]}
          {...form.getInputProps('ends')}
        />
        {ends === 'on' && <DayField label={t('form.lastOn')} required {...form.getInputProps('endsOn')} />}
        {ends === 'times' && (
          <NumberInput
            label={t('form.times')}
            min={1}
            max={500}
            allowDecimal={false}
            {...form.getInputProps('times')}
          />
        )}
      </Group>
      <Select
        label={t('form.onDayOff')}
        allowDeselect={false}
        data={dayOffChoices.map((value) => ({ value, label: t(`form.dayOff.${lower(value)}`) }))}
        {...form.getInputProps('onDayOff')}
      />
    </>
  );
}

const lower = <F extends string>(value: F) => value.toLowerCase() as Lowercase<F>;
