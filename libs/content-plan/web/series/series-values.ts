import { dateNumber, weekday, type Day } from '../plan/days';
import type { PlanSeries, SeriesGround } from './series.documents';

export type RhythmKind = PlanSeries['rhythm']['kind'];
export const rhythmKinds = ['WEEKLY', 'MONTH_DAY', 'MONTH_WEEKDAY', 'DAILY'] as const satisfies readonly RhythmKind[];
export const dayOffChoices = ['LEAVE', 'NEXT', 'SKIP'] as const satisfies readonly PlanSeries['onDayOff'][];

export interface SeriesValues {
  title: string;
  idea: string;
  format: PlanSeries['format'];
  channelIds: string[];
  rubricId: string | null;
  campaignId: string | null;
  wantsClientApproval: boolean;
  publishTime: string;
  kind: RhythmKind;
  interval: string;
  weekdays: string[];
  /** Of `MONTH_WEEKDAY`. */
  weekday: string;
  monthDay: string;
  nth: string;
  startsOn: Day | null;
  ends: 'never' | 'on' | 'times';
  endsOn: Day | null;
  times: number | string;
  onDayOff: PlanSeries['onDayOff'];
  templateId: string | null;
  withTasks: boolean;
}

/** What a new series begins with. */
export interface SeriesStart {
  readonly itemId?: string | undefined;
  readonly seriesId?: string | undefined;
  readonly templateId?: string | undefined;
  /** This turn and later ones: the rhythm's day of it. */
  readonly from?: Day | undefined;
  readonly day: Day;
}

const rhythmOf = (day: Day) => ({
  kind: 'WEEKLY' as const,
  interval: '1',
  weekdays: [String(weekday(day))],
  weekday: String(weekday(day)),
  monthDay: String(dateNumber(day)),
  nth: dateNumber(day) > 28 ? '-1' : String(Math.ceil(dateNumber(day) / 7)),
});

const open = { ends: 'never', endsOn: null, times: 10, onDayOff: 'LEAVE' } as const;

export function newSeries({ contentItem: item, planTemplates }: SeriesGround, start: SeriesStart): SeriesValues {
  const day = item?.publishOn ?? start.day;
  const template = planTemplates.find(({ id }) => id === start.templateId);
  return {
    title: item?.title ?? template?.name ?? '',
    idea: item?.idea ?? '',
    format: item?.format ?? 'POST',
    channelIds: item?.channels.map(({ id }) => id) ?? [],
    rubricId: item?.rubric?.id ?? null,
    campaignId: item?.campaign?.id ?? null,
    wantsClientApproval: item?.wantsClientApproval ?? true,
    publishTime: item?.publishTime ?? '12:00',
    ...rhythmOf(day),
    ...open,
    startsOn: day,
    templateId: start.templateId ?? null,
    withTasks: true,
  };
}

export function valuesOfSeries({ rhythm, ...series }: PlanSeries, from: Day | undefined): SeriesValues {
  const { kind, interval, weekdays, monthDay, nth } = rhythm;
  const startsOn = from ?? series.startsOn;
  const usual = rhythmOf(startsOn);
  return {
    title: series.title,
    idea: series.idea,
    format: series.format,
    channelIds: [...series.channelIds],
    rubricId: series.rubricId,
    campaignId: series.campaignId,
    wantsClientApproval: series.wantsClientApproval,
    publishTime: series.publishTime,
    kind,
    interval: String(interval),
    weekdays: kind === 'WEEKLY' ? weekdays.map(String) : usual.weekdays,
    weekday: kind === 'MONTH_WEEKDAY' ? String(weekdays[0]) : usual.weekday,
    monthDay: monthDay === null ? usual.monthDay : String(monthDay),
    nth: nth === null ? usual.nth : String(nth),
    startsOn,
    ends: series.endsOn !== null ? 'on' : series.times !== null ? 'times' : 'never',
    endsOn: series.endsOn,
    times: series.times ?? open.times,
    onDayOff: series.onDayOff,
    templateId: null,
    withTasks: series.taskCount > 0,
  };
}

/** When, as the API takes it. */
export function ruleOf(values: SeriesValues) {
  const { kind, interval, weekdays, monthDay, nth, ends } = values;
  const days = kind === 'WEEKLY' ? weekdays.map(Number) : kind === 'MONTH_WEEKDAY' ? [Number(values.weekday)] : [];
  return {
    rhythm: {
      kind,
      interval: Number(interval),
      weekdays: days,
      monthDay: kind === 'MONTH_DAY' ? Number(monthDay) : null,
      nth: kind === 'MONTH_WEEKDAY' ? Number(nth) : null,
    },
    startsOn: values.startsOn ?? '',
    endsOn: ends === 'on' ? (values.endsOn ?? '') : null,
    times: ends === 'times' ? Number(values.times) || 0 : null,
    onDayOff: values.onDayOff,
    publishTime: values.publishTime,
  };
}

/** What, as the API takes it. */
export const wordsOf = ({
  title,
  idea,
  format,
  channelIds,
  rubricId,
  campaignId,
  wantsClientApproval,
}: SeriesValues) => ({
  title,
  idea,
  format,
  channelIds,
  rubricId,
  campaignId,
  wantsClientApproval,
});
