import type { ItemFormat } from './item';
import type { ItemStatus } from './item-status';

/** Columns of a plan as a table, in the order of the export. */
export const planColumns = [
  'id',
  'date',
  'time',
  'channels',
  'rubric',
  'format',
  'title',
  'idea',
  'campaign',
  'status',
  'link',
] as const;
export type PlanColumn = (typeof planColumns)[number];

export const requiredColumns = ['date', 'title'] as const satisfies readonly PlanColumn[];

export type PlanLocale = 'ru' | 'en';

export const columnNames: Readonly<Record<PlanLocale, Readonly<Record<PlanColumn, string>>>> = {
  ru: {
    id: 'Код',
    date: 'Дата',
    time: 'Время',
    channels: 'Площадки',
    rubric: 'Рубрика',
    format: 'Формат',
    title: 'Тема',
    idea: 'Идея',
    campaign: 'Кампания',
    status: 'Статус',
    link: 'Ссылка',
  },
  en: {
    id: 'ID',
    date: 'Date',
    time: 'Time',
    channels: 'Channels',
    rubric: 'Rubric',
    format: 'Format',
    title: 'Title',
    idea: 'Idea',
    campaign: 'Campaign',
    status: 'Status',
    link: 'Link',
  },
};

/** What people call these columns, besides our own names. Compared by `normaliseHeader`. */
const synonyms: Readonly<Record<PlanColumn, readonly string[]>> = {
  id: ['код публикации', 'item id', 'идентификатор'],
  date: ['дата публикации', 'дата выхода', 'день', 'когда', 'publish date', 'publication date', 'day'],
  time: ['время публикации', 'время выхода', 'publish time', 'hour'],
  channels: [
    'площадка',
    'канал',
    'каналы',
    'соцсеть',
    'соцсети',
    'сообщество',
    'где',
    'channel',
    'network',
    'networks',
    'platform',
  ],
  rubric: ['рубрики', 'категория', 'тип контента', 'category', 'pillar'],
  format: ['тип', 'тип публикации', 'вид', 'формат публикации', 'type', 'content type', 'post type'],
  title: [
    'заголовок',
    'название',
    'тема поста',
    'тема публикации',
    'пост',
    'публикация',
    'subject',
    'topic',
    'name',
    'post',
    'headline',
  ],
  idea: ['описание', 'текст', 'о чем', 'комментарий', 'тезисы', 'содержание', 'description', 'text', 'notes', 'copy'],
  campaign: ['проект', 'акция', 'рекламная кампания', 'project'],
  status: ['состояние', 'стадия', 'этап', 'state', 'stage'],
  link: ['ссылка на пост', 'ссылка на публикацию', 'url', 'post url', 'published url'],
};

export const formatNames: Readonly<Record<PlanLocale, Readonly<Record<ItemFormat, string>>>> = {
  ru: {
    post: 'Пост',
    carousel: 'Карусель',
    story: 'История',
    reel: 'Клип',
    video: 'Видео',
    live: 'Прямой эфир',
    contest: 'Конкурс',
    influencer: 'Блогер',
    article: 'Статья',
    ad: 'Реклама',
  },
  en: {
    post: 'Post',
    carousel: 'Carousel',
    story: 'Story',
    reel: 'Reel',
    video: 'Video',
    live: 'Live',
    contest: 'Contest',
    influencer: 'Influencer',
    article: 'Article',
    ad: 'Ad',
  },
};

export const formatSynonyms: Readonly<Record<ItemFormat, readonly string[]>> = {
  post: ['текст', 'запись', 'публикация', 'text'],
  carousel: ['галерея', 'слайды', 'gallery'],
  story: ['сторис', 'сториз', 'stories', 'истории'],
  reel: ['рилс', 'рилз', 'reels', 'клипы', 'clip', 'шортс', 'shorts'],
  video: ['ролик', 'видеоролик'],
  live: ['эфир', 'трансляция', 'стрим', 'stream'],
  contest: ['розыгрыш', 'giveaway'],
  influencer: ['интеграция', 'размещение у блогера', 'инфлюенсер', 'blogger'],
  article: ['лонгрид', 'longread'],
  ad: ['рекламный пост', 'объявление', 'advert', 'ads'],
};

export const statusNames: Readonly<Record<PlanLocale, Readonly<Record<ItemStatus, string>>>> = {
  ru: {
    planned: 'Запланирована',
    in_production: 'В работе',
    awaiting_client: 'Ждёт клиента',
    ready: 'Готова',
    published: 'Вышла',
    missed: 'Не вышла',
  },
  en: {
    planned: 'Planned',
    in_production: 'In production',
    awaiting_client: 'Awaiting client',
    ready: 'Ready',
    published: 'Published',
    missed: 'Missed',
  },
};

/** «Дата  выхода:» and «дата_выхода» are one header. */
export const normaliseName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const byHeader = new Map<string, PlanColumn>(
  planColumns.flatMap((column) =>
    [columnNames.ru[column], columnNames.en[column], ...synonyms[column]].map((name) => [normaliseName(name), column]),
  ),
);

/** The column that a header names; null for one that has to be mapped by hand. */
export const columnOf = (header: string): PlanColumn | null => byHeader.get(normaliseName(header)) ?? null;
