import { useDebouncedValue } from '@mantine/hooks';
import { Notice, useFormat, type VariablesOf } from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from './locales';
import { PlanSeriesPreviewQuery, type SeriesPreview } from './series.documents';
import classes from './Series.module.css';

type Question = VariablesOf<typeof PlanSeriesPreviewQuery>['input'];

const isWhole = ({ startsOn, endsOn, times, rhythm, publishTime }: Question): boolean =>
  startsOn !== '' && endsOn !== '' && times !== 0 && (rhythm.interval ?? 1) > 0 && publishTime !== '';

/** The days on which it would come out, by the server's own reckoning, while the form is filled in. */
export function SeriesDays({ question }: { question: Question }) {
  const t = useT();
  const format = useFormat();
  const [asked] = useDebouncedValue(JSON.stringify(question), 200);
  const input = JSON.parse(asked) as Question;
  const [{ data, fetching }] = useQuery({
    query: PlanSeriesPreviewQuery,
    variables: { input },
    pause: !isWhole(input),
    requestPolicy: 'network-only',
  });
  // While the next answer is on its way, the last one stays in sight.
  const [shown, setShown] = useState<SeriesPreview | null>(null);
  const answer = isWhole(input) && !fetching ? (data?.planSeriesPreview ?? null) : null;
  if (answer && answer !== shown) setShown(answer);
  const isKnown = isWhole(question) && (fetching || answer !== null);
  const preview = isKnown ? shown : null;
  return (
    <section className={classes.days} aria-label={t('days.title')} aria-busy={fetching}>
      <h3 className={classes.daysTitle}>{t('days.title')}</h3>
      {preview ? (
        <>
          {preview.days.length === 0 && (
            <p className={classes.note}>{t('days.none', { day: format.dayLong(preview.until) })}</p>
          )}
          <ul className={classes.dayList} tabIndex={0} aria-label={t('days.title')}>
            {preview.days.map(({ on, publishOn, outcome }) => (
              <li key={on} className={classes.day} data-outcome={outcome.toLowerCase()}>
                <span className={classes.date}>
                  {format.weekdayShort(publishOn ?? on)}, {format.day(publishOn ?? on)}
                </span>
                <span className={classes.note}>
                  {[
                    t(`days.${outcome.toLowerCase() as Lowercase<typeof outcome>}`),
                    publishOn !== null && publishOn !== on && t('days.moved', { day: format.day(on) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          {preview.withdrawn.length > 0 && (
            <Notice tone="warn">
              {t('days.withdrawn', {
                count: preview.withdrawn.length,
                days: format.list(preview.withdrawn.map((day) => format.day(day))),
              })}
            </Notice>
          )}
          <p className={classes.note}>
            {t('days.until', { day: format.dayLong(preview.until) })}
            {question.seriesId && ` ${t('byHand')}`}
          </p>
        </>
      ) : (
        <p className={classes.note}>{t('days.incomplete')}</p>
      )}
    </section>
  );
}
