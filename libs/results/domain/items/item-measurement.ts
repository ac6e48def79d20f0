import {
  compareDates,
  custom,
  err,
  isId,
  issue,
  ok,
  parseInput,
  parsePlainDate,
  type InputIssue,
  type PlainDate,
  type Result,
} from '@planerka/platform/domain';
import { z } from 'zod';
import { itemCounts } from './item-counts';

/** As large as anything counted here gets. */
export const mostCounted = 2_000_000_000;

const count = () => z.int().min(0).max(mostCounted).nullable().default(null);

const day = () =>
  z.string().transform((text, context): PlainDate => {
    const read = parsePlainDate(text);
    if (read.ok) return read.value;
    context.addIssue(custom('not_a_date'));
    return z.NEVER;
  });

export const measurementSchema = z.strictObject({
  channelId: z.string().refine(isId, { params: { code: 'not_an_id' } }),
  day: day(),
  reach: count(),
  impressions: count(),
  views: count(),
  likes: count(),
  comments: count(),
  shares: count(),
  saves: count(),
  clicks: count(),
  newFollowers: count(),
  /** Of its promotion, a decimal of the client's currency. */
  spend: z.string().trim().max(14).nullable().default(null),
});
export type MeasurementInput = z.output<typeof measurementSchema>;

export interface MeasurableItem {
  readonly channelIds: readonly string[];
  /** null where it has not gone out. */
  readonly publishedOn: PlainDate | null;
}

/** Of a publication that is out, in a channel of its own, on a day between then and today; a row of nothing is none. */
export function parseMeasurement(
  input: unknown,
  item: MeasurableItem,
  today: PlainDate,
): Result<MeasurementInput, readonly InputIssue[]> {
  const parsed = parseInput(measurementSchema, input);
  if (!parsed.ok) return parsed;
  const { channelId, day: on, spend } = parsed.value;
  if (!item.channelIds.includes(channelId)) return err([issue(['channelId'], 'unknown_item_channel')]);
  const issues: InputIssue[] = [...dayIssues(on, item, today)];
  if (itemCounts.every((key) => parsed.value[key] === null) && (spend === null || spend === '')) {
    issues.push(issue(['day'], 'nothing_measured'));
  }
  return issues.length > 0 ? err(issues) : ok(parsed.value);
}

export function dayIssues(day: PlainDate, { publishedOn }: MeasurableItem, today: PlainDate): readonly InputIssue[] {
  if (publishedOn === null) return [issue([], 'not_published')];
  if (compareDates(day, publishedOn) < 0) return [issue(['day'], 'before_publication')];
  return compareDates(day, today) > 0 ? [issue(['day'], 'in_future')] : [];
}
