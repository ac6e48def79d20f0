import { occurrencesOf, toRRule, type SeriesInput } from '@planerka/content-plan/domain/series';
import { businessCalendar, compareDates, issue, type InputIssue, type PlainDate } from '@planerka/platform/domain';

/** Nobody plans farther; a rhythm that began in the year 1 would be reckoned from there. */
const years = 5;

type Bounds = Pick<SeriesInput, 'rhythm' | 'startsOn' | 'endsOn' | 'times' | 'onDayOff'>;

export const startIssues = ({ startsOn, endsOn }: Bounds, { year }: PlainDate): readonly InputIssue[] => [
  ...(Math.abs(startsOn.year - year) > years ? [issue(['startsOn'], 'date_out_of_range')] : []),
  ...(endsOn != null && endsOn.year - year > years ? [issue(['endsOn'], 'date_out_of_range')] : []),
];

/** Whether anything of it is still to come, days off or not. */
export function hasTurns(input: Bounds, today: PlainDate): boolean {
  const { rhythm, startsOn, endsOn = null, times = null } = input;
  const from = compareDates(startsOn, today) > 0 ? startsOn : today;
  const rule = { rule: toRRule(rhythm), startsOn, endsOn, times, onDayOff: 'leave' as const };
  // A rhythm of 52 months has its first turn within that time, if it has one at all.
  return occurrencesOf(rule, from, from.add({ years }), businessCalendar()).length > 0;
}
