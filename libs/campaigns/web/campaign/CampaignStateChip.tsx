import { Temporal } from '@planerka/platform/domain';
import { Chip, useFormat } from '@planerka/platform/web';
import { useT } from '../locales';

interface CampaignStateChipProps {
  state: 'DRAFT' | 'ACTIVE' | 'CLOSED';
  startsOn: string;
  endsOn: string;
}

/** A running campaign says how long it has; a closed or coming one says so. */
export function CampaignStateChip({ state, startsOn, endsOn }: CampaignStateChipProps) {
  const t = useT();
  const format = useFormat();
  if (state !== 'ACTIVE') return <Chip>{t(`state.${state}`)}</Chip>;
  const today = Temporal.Now.plainDateISO(format.timeZone);
  const start = Temporal.PlainDate.from(startsOn);
  const end = Temporal.PlainDate.from(endsOn);
  if (Temporal.PlainDate.compare(today, start) < 0)
    return <Chip tone="line">{t('upcoming', { day: format.day(startsOn) })}</Chip>;
  if (Temporal.PlainDate.compare(today, end) > 0) return <Chip tone="warn">{t('over')}</Chip>;
  const count = today.until(end, { largestUnit: 'day' }).days + 1;
  return <Chip tone="progress">{t('daysLeft', { count })}</Chip>;
}
