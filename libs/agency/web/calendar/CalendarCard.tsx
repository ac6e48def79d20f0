import { ActionIcon, Button, Checkbox, Select, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { pastedDays } from '@planerka/agency/domain';
import {
  Card,
  CardBody,
  CardHeader,
  FormErrors,
  IconClose,
  QueryView,
  Row,
  Segmented,
  useCommand,
  useFormat,
  useUndoable,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { type AgencyDays, AgencyDaysQuery, SetAgencyDaysMutation } from './calendar.documents';
import classes from './CalendarCard.module.css';
import { useT } from './locales';

const kinds = ['daysOff', 'workedDays'] as const;
type Kind = (typeof kinds)[number];
const words = { daysOff: 'off', workedDays: 'worked' } as const;
const nothing = { daysOff: 'noneOff', workedDays: 'noneWorked' } as const;

/** The agency's own calendar by years; each change is saved at once and has its way back. */
export function CalendarCard() {
  const t = useT();
  const [result, refetch] = useQuery({ query: AgencyDaysQuery });
  return (
    <Card label={t('title')}>
      <CardHeader title={t('title')} ruled />
      <CardBody>
        <QueryView
          result={result}
          onRetry={() => refetch({ requestPolicy: 'network-only' })}
          select={({ viewer }) => viewer?.agency}
        >
          {(agency) => <Days agency={agency} onReload={() => refetch({ requestPolicy: 'network-only' })} />}
        </QueryView>
      </CardBody>
    </Card>
  );
}

type Change = Partial<Pick<AgencyDays, Kind | 'calendarYears'>>;

function Days({ agency, onReload }: { agency: AgencyDays; onReload: () => void }) {
  const t = useT();
  const format = useFormat();
  const undoable = useUndoable();
  const now = new Date().getFullYear();
  const [year, setYear] = useState(agency.undecreedYears[0] ?? now);
  const form = useForm({ initialValues: { kind: 'daysOff' as Kind, days: '' } });
  const [set, isRunning] = useCommand(SetAgencyDaysMutation, { form, fieldOf: () => 'days', onReload });
  const { undecreedYears, calendarYears } = agency;
  const isEntered = calendarYears.includes(year);
  const isKnown = !isEntered && !undecreedYears.includes(year);

  /** As a whole: what is not changed stays. Whether it was done. */
  async function save(change: Change, message: string): Promise<boolean> {
    const { daysOff, workedDays, calendarVersion } = agency;
    const was = { daysOff, workedDays, calendarYears };
    const outcome = await set({ input: { ...was, ...change, expectedVersion: calendarVersion } });
    if (outcome.status !== 'success') return false;
    const { calendarVersion: expectedVersion } = outcome.result.agency;
    undoable({
      of: 'agency-days',
      message,
      undo: async () => {
        await set({ input: { ...was, expectedVersion } });
      },
    });
    return true;
  }
  const submit = form.onSubmit(async ({ kind, days: text }) => {
    const { days, unread } = pastedDays(text, year);
    if (unread.length > 0) return form.setFieldError('days', t('unread', { words: format.list(unread) }));
    if (days.length === 0) return form.setFieldError('days', t('none'));
    const fresh = days.filter((day) => !agency[kind].includes(day));
    if (fresh.length === 0) return form.setFieldError('days', t('already'));
    if (!(await save({ [kind]: [...agency[kind], ...fresh] }, t('added', { count: fresh.length })))) return;
    form.setFieldValue('days', '');
    setYear(Number(fresh[0]?.slice(0, 4)));
  });
  const years = [...new Set([now, now + 1, now + 2, year])].toSorted((one, other) => one - other);
  return (
    <Stack maw="calc(var(--s-12) * 9)">
      <p>{t('text')}</p>
      <Row>
        <Segmented
          label={t('year')}
          value={String(year)}
          onChange={(value) => setYear(Number(value))}
          segments={years.map((value) => ({ value: String(value), label: String(value) }))}
        />
      </Row>
      {isKnown ? (
        <p className={classes.quiet}>{t('known', { year })}</p>
      ) : (
        <>
          {!isEntered && <p className={classes.quiet}>{t('undecreed', { year })}</p>}
          <Checkbox
            label={t('entered', { year })}
            description={t('enteredHint', { year })}
            checked={isEntered}
            disabled={isRunning}
            onChange={() =>
              void save(
                { calendarYears: isEntered ? calendarYears.filter((one) => one !== year) : [...calendarYears, year] },
                t(isEntered ? 'unmarked' : 'marked', { year }),
              )
            }
          />
        </>
      )}
      {kinds.map((kind) => {
        const ofYear = agency[kind].filter((day) => day.startsWith(String(year)));
        return (
          <section key={kind} aria-label={t(words[kind])}>
            <h3 className={classes.title}>{t(words[kind])}</h3>
            {ofYear.length === 0 ? (
              <p className={classes.quiet}>{t(nothing[kind])}</p>
            ) : (
              <ul className={classes.days}>
                {ofYear.map((day) => (
                  <li key={day} className={classes.day}>
                    {format.dayLong(day)}, {format.weekdayShort(day)}
                    <ActionIcon
                      size="sm"
                      variant="subtle"
                      disabled={isRunning}
                      aria-label={t('remove', { day: format.dayLong(day) })}
                      onClick={() =>
                        void save(
                          { [kind]: agency[kind].filter((one) => one !== day) },
                          t('removed', { day: format.dayLong(day) }),
                        )
                      }
                    >
                      <IconClose size={12} />
                    </ActionIcon>
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Select
            label={t('what')}
            allowDeselect={false}
            data={kinds.map((value) => ({ value, label: t(words[value]) }))}
            {...form.getInputProps('kind')}
          />
          <Textarea
            label={t('days')}
            description={t('daysHint', { year })}
            autosize
            minRows={1}
            maxRows={8}
            data-path="days"
            {...form.getInputProps('days')}
          />
          <FormErrors form={form} labels={{ days: t('days') }} />
          <Row>
            <Button type="submit" loading={isRunning}>
              {t('add')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Stack>
  );
}
