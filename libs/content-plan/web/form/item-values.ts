import type { ResultOf } from '@planerka/platform/web';
import type { Day } from '../plan/days';
import type { ItemForm_item, ItemForm_plan } from './item-form.documents';

export const formats = [
  'POST',
  'CAROUSEL',
  'STORY',
  'REEL',
  'VIDEO',
  'LIVE',
  'CONTEST',
  'INFLUENCER',
  'ARTICLE',
  'AD',
] as const;
export type Format = (typeof formats)[number];

export interface ItemValues {
  title: string;
  idea: string;
  format: Format;
  publishOn: string | null;
  publishTime: string;
  channelIds: string[];
  rubricId: string | null;
  campaignId: string | null;
  wantsClientApproval: boolean;
}

export type ItemField = keyof ItemValues;

/** A new publication's day, and the idea that it grows from. */
export interface ItemStart {
  readonly day: Day;
  readonly time?: string | undefined;
  readonly idea?: { readonly id: string; readonly text: string } | undefined;
}

export const valuesOf = (item: ResultOf<typeof ItemForm_item>): ItemValues => ({
  title: item.title,
  idea: item.idea,
  format: item.format,
  publishOn: item.publishOn,
  publishTime: item.publishTime,
  channelIds: item.channels.map(({ id }) => id),
  rubricId: item.rubric?.id ?? null,
  campaignId: item.campaign?.id ?? null,
  wantsClientApproval: item.wantsClientApproval,
});

/** An idea of one line is its topic already; of a longer one the first line is. */
export const newValues = (
  { channels }: Pick<ResultOf<typeof ItemForm_plan>, 'channels'>,
  { day, time = '12:00', idea }: ItemStart,
): ItemValues => {
  const [first = '', ...rest] = (idea?.text ?? '').split('\n');
  const isTopic = first.length <= titleLimit;
  return {
    title: isTopic ? first.trim() : '',
    idea: isTopic ? rest.join('\n').trim() : (idea?.text ?? ''),
    format: 'POST',
    publishOn: day,
    publishTime: time,
    channelIds: channels.length === 1 ? channels.map(({ id }) => id) : [],
    rubricId: null,
    campaignId: null,
    wantsClientApproval: true,
  };
};

export const titleLimit = 200;

const isSame = (one: ItemValues, other: ItemValues, field: ItemField): boolean =>
  field === 'channelIds'
    ? one.channelIds.toSorted().join() === other.channelIds.toSorted().join()
    : one[field] === other[field];

const fieldsOf = (values: ItemValues) => Object.keys(values) as ItemField[];

export const isUntouched = (values: ItemValues, base: ItemValues): boolean =>
  fieldsOf(base).every((field) => isSame(values, base, field));

export interface Merged {
  readonly values: ItemValues;
  /** Fields that somebody else has changed and that were not touched here: they now show what the other wrote. */
  readonly taken: readonly ItemField[];
  /** Fields that both have changed: what was typed here stays, and saving it replaces the other's. */
  readonly contested: readonly ItemField[];
}

/** Somebody else has saved meanwhile: theirs where nothing was typed here, ours where it was. */
export function mergeValues(base: ItemValues, mine: ItemValues, theirs: ItemValues): Merged {
  const changed = fieldsOf(base).filter((field) => !isSame(base, theirs, field) && !isSame(mine, theirs, field));
  const taken = changed.filter((field) => isSame(mine, base, field));
  const contested = changed.filter((field) => !taken.includes(field));
  return {
    values: { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) },
    taken,
    contested,
  };
}
