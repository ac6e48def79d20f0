import { UndecreedNote } from '@planerka/agency/web/calendar';
import { AppLink, cx, NetworkIcon, networkOf } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './MonthPace.module.css';
import type { Plan } from './plan-page.documents';

export interface MonthPaceProps {
  clientId: string;
  channels: readonly { readonly id: string; readonly network: string; readonly title: string }[];
  pace: Plan['channelPace'];
  canEdit: boolean;
  /** Moved days off of this year are known. */
  areDaysOffDecreed: boolean;
  /** Of the month that is shown. */
  year: number;
}

/** What every channel has this month beside what was agreed with the client, over and under said in words. */
export function MonthPace({ clientId, channels, pace, canEdit, areDaysOffDecreed, year }: MonthPaceProps) {
  const t = useT();
  const href = `/clients/${clientId}?tab=rhythm`;
  const shown = pace.flatMap((one) => {
    const channel = channels.find(({ id }) => id === one.channelId);
    return channel ? [{ ...one, ...channel }] : [];
  });
  if (shown.length === 0) return null;
  if (shown.every(({ agreed }) => agreed === null))
    return canEdit ? (
      <p className={classes.none}>
        <AppLink href={href}>{t('pace.set')}</AppLink>
      </p>
    ) : null;
  return (
    <ul className={classes.pace} aria-label={t('pace.label')}>
      {shown.map(({ channelId, network, title, count, agreed, missing }) => (
        <li key={channelId} className={classes.channel}>
          <NetworkIcon network={networkOf(network)} decorative />
          <span className={classes.title}>{title}</span>
          <b>{agreed === null ? count : t('pace.of', { count, agreed })}</b>
          {missing !== null && (
            <span className={cx(classes.words, missing !== 0 && classes.off)}>
              {missing > 0
                ? t('pace.missing', { count: missing })
                : missing < 0
                  ? t('pace.over', { count: -missing })
                  : t('pace.even')}
            </span>
          )}
        </li>
      ))}
      {!areDaysOffDecreed && (
        <li>
          <UndecreedNote years={[year]} />
        </li>
      )}
      {canEdit && (
        <li className={classes.edit}>
          <AppLink href={href}>{t('pace.edit')}</AppLink>
        </li>
      )}
    </ul>
  );
}
