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
  readonly idea?: SourceIdea | undefined;
}

/** What a publication takes over from the idea that it is made of. */
export interface SourceIdea {
  readonly id: string;
  readonly text: string;
  readonly url: string | null;
  readonly rubric: { readonly id: string } | null;
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

export const newValues = (
  { channels }: Pick<ResultOf<typeof ItemForm_plan>, 'channels'>,
  { day, time = '12:00', idea }: ItemStart,
): ItemValues => ({
  ...(idea ? wordsOf(idea) : { title: '', idea: '' }),
  format: 'POST',
  publishOn: day,
  publishTime: time,
  channelIds: channels.length === 1 ? channels.map(({ id }) => id) : [],
  rubricId: idea?.rubric?.id ?? null,
  campaignId: null,
  wantsClientApproval: true,
});

export const titleLimit = 200;

/** Of a thought that is too long for a topic. */
const beginningLength = 80;

/** An idea of one line is its topic already; of a longer one the first line is, of a very long line its beginning. */
function wordsOf({ text, url }: SourceIdea): Pick<ItemValues, 'title' | 'idea'> {
  const [first = '', ...rest] = text.split('\n');
  const isTopic = first.length <= titleLimit;
  const beginning = first.slice(0, beginningLength);
  const whole = beginning.includes(' ') ? beginning.slice(0, beginning.lastIndexOf(' ')) : beginning;
  const more = isTopic ? rest.join('\n').trim() : text;
  return {
    title: isTopic ? first.trim() : `${whole.trim()}…`,
    idea: [more, url !== null && !text.includes(url) ? url : ''].filter(Boolean).join('\n'),
  };
}

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
