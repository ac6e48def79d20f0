import { normaliseName } from '@planerka/content-plan/domain';
import { itemCounts, type ItemCount } from './item-counts';

/** What columns of a network's or a counter's export may hold. */
export const measurementColumns = ['link', 'title', 'date', 'day', ...itemCounts, 'spend'] as const;
export type MeasurementColumn = (typeof measurementColumns)[number];

/** As VK, TGStat, YouTube Studio, Instagram and people call them, in lower case. */
const names: Readonly<Record<MeasurementColumn, readonly string[]>> = {
  link: [
    'ссылка',
    'ссылка на пост',
    'ссылка на запись',
    'ссылка на публикацию',
    'адрес',
    'пост url',
    'url',
    'link',
    'post link',
    'permalink',
    'content',
    'контент',
    'video id',
    'id видео',
  ],
  title: [
    'заголовок',
    'название',
    'название видео',
    'тема',
    'текст',
    'текст записи',
    'текст поста',
    'пост',
    'запись',
    'публикация',
    'сообщение',
    'video title',
    'title',
    'caption',
    'description',
    'text',
    'message',
    'post',
  ],
  date: [
    'дата',
    'дата публикации',
    'дата выхода',
    'дата и время',
    'время публикации',
    'опубликовано',
    'video publish time',
    'publish time',
    'publish date',
    'published',
    'post date',
    'date',
  ],
  day: ['дата замера', 'день замера', 'замер', 'на дату', 'measured on', 'as of'],
  reach: [
    'охват',
    'охват публикации',
    'охват записи',
    'полный охват',
    'общий охват',
    'уникальные зрители',
    'reach',
    'total reach',
    'unique viewers',
    'accounts reached',
  ],
  impressions: ['показы', 'показы значков', 'показы значка видео', 'impressions'],
  views: ['просмотры', 'просмотров', 'просмотры записи', 'количество просмотров', 'views', 'video views', 'plays'],
  likes: [
    'лайки',
    'лайков',
    'нравится',
    'отметки нравится',
    'отметки нравится',
    'реакции',
    'классы',
    'likes',
    'reactions',
  ],
  comments: ['комментарии', 'комментариев', 'комменты', 'добавленные комментарии', 'comments', 'comments added'],
  shares: [
    'репосты',
    'репостов',
    'поделились',
    'пересылки',
    'пересылок',
    'переслали',
    'число репостов',
    'shares',
    'reposts',
    'forwards',
  ],
  saves: [
    'сохранения',
    'сохранений',
    'сохранили',
    'в избранное',
    'избранное',
    'saves',
    'saved',
    'bookmarks',
    'favorites',
  ],
  clicks: [
    'переходы',
    'переходы по ссылке',
    'переходы по ссылкам',
    'клики',
    'клики по ссылке',
    'clicks',
    'link clicks',
  ],
  newFollowers: [
    'подписки',
    'новые подписчики',
    'подписчики',
    'вступили',
    'вступления',
    'подписались',
    'subscribers',
    'subscribers gained',
    'new followers',
    'follows',
  ],
  spend: ['продвижение', 'расход', 'расходы', 'потрачено', 'затраты', 'бюджет', 'spend', 'cost', 'amount spent'],
};

const byHeader = new Map(
  measurementColumns.flatMap((column) =>
    names[column].map((name): [string, MeasurementColumn] => [normaliseName(name), column]),
  ),
);

/** «Просмотры», «Views», «Показы, тыс.» is none: null is mapped by hand. */
export const measurementColumnOf = (header: string): MeasurementColumn | null =>
  byHeader.get(normaliseName(header)) ?? null;

export const isMeasurementColumn = (value: unknown): value is MeasurementColumn =>
  measurementColumns.some((column) => column === value);

/** Without these nothing can be found, or there is nothing to take. */
export function missingOf(mapping: readonly (MeasurementColumn | null)[]): readonly ('link' | 'views')[] {
  const has = (column: MeasurementColumn): boolean => mapping.includes(column);
  const isFound = has('link') || (has('title') && has('date'));
  const isCounted = itemCounts.some((count: ItemCount) => has(count)) || has('spend');
  return [...(isFound ? [] : (['link'] as const)), ...(isCounted ? [] : (['views'] as const))];
}
