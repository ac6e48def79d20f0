import type { AgencyRateContent, Discipline, ItemFormat, RateContent, Roubles, ServiceContent, Slug } from '../types';

type PriceList = Partial<Record<ItemFormat | 'any', Roubles>>;

const firstDay = -94;

const priceLists: readonly (readonly [member: Slug, discipline: Discipline, prices: PriceList])[] = [
  [
    'maria',
    'copy',
    {
      any: 2500,
      post: 2500,
      carousel: 3000,
      story: 1800,
      article: 6500,
      contest: 3000,
      reel: 2800,
      video: 4500,
      ad: 2000,
    },
  ],
  [
    'oleg',
    'copy',
    {
      any: 2200,
      post: 2200,
      carousel: 2700,
      story: 1600,
      article: 5800,
      contest: 2600,
      reel: 3000,
      video: 5000,
      ad: 1800,
      live: 4000,
    },
  ],
  [
    'vera',
    'copy',
    {
      any: 2800,
      post: 2800,
      carousel: 3300,
      story: 1900,
      article: 7000,
      contest: 3000,
      reel: 3000,
      video: 4800,
      ad: 2200,
    },
  ],
  ['anna', 'copy', { any: 2000 }],
  [
    'timur',
    'design',
    {
      any: 4500,
      post: 4500,
      carousel: 7500,
      story: 3500,
      article: 3500,
      contest: 4500,
      reel: 6500,
      video: 9000,
      ad: 5000,
    },
  ],
  [
    'polina',
    'design',
    {
      any: 4000,
      post: 4000,
      carousel: 6800,
      story: 3200,
      article: 3200,
      contest: 4000,
      reel: 6000,
      video: 8500,
      ad: 4500,
    },
  ],
  [
    'denis',
    'design',
    {
      any: 4200,
      post: 4200,
      carousel: 7000,
      story: 3300,
      article: 3300,
      contest: 4200,
      reel: 6200,
      video: 8800,
      ad: 4600,
    },
  ],
  [
    'alina',
    'design',
    {
      any: 3800,
      post: 3800,
      carousel: 6400,
      story: 3000,
      article: 3000,
      contest: 3800,
      reel: 7000,
      video: 11000,
      ad: 4200,
      live: 5000,
    },
  ],
  ['gleb', 'targeting', { any: 3500, ad: 6000, contest: 4500 }],
  ['renata', 'targeting', { any: 3600, ad: 6200, contest: 4500 }],
];

const hourly: readonly (readonly [member: Slug, discipline: Discipline, amount: Roubles])[] = [
  ['maria', 'copy', 900],
  ['timur', 'design', 1300],
  ['gleb', 'targeting', 1500],
  ['alina', 'design', 1400],
];

export const rates: readonly RateContent[] = [
  ...priceLists.flatMap(([member, discipline, prices]) =>
    Object.entries(prices).map(([deliverable, amountRub]) => ({
      member,
      discipline,
      deliverable: deliverable as ItemFormat | 'any',
      unit: 'piece' as const,
      amountRub,
      sinceDay: firstDay,
    })),
  ),
  ...hourly.map(([member, discipline, amountRub]) => ({
    member,
    discipline,
    deliverable: 'any' as const,
    unit: 'hour' as const,
    amountRub,
    sinceDay: firstDay,
  })),
  // prices grow: the older one stays for work that was issued before
  { member: 'timur', discipline: 'design', deliverable: 'carousel', unit: 'piece', amountRub: 8200, sinceDay: 10 },
];

/** For whoever joins before their own price is agreed. */
export const agencyRates: readonly AgencyRateContent[] = [
  { discipline: 'copy', deliverable: null, unit: 'piece', amountRub: 2000 },
  { discipline: 'copy', deliverable: 'post', unit: 'piece', amountRub: 2200 },
  { discipline: 'copy', deliverable: 'article', unit: 'piece', amountRub: 5500 },
  { discipline: 'copy', deliverable: 'video_script', unit: 'piece', amountRub: 2600 },
  { discipline: 'design', deliverable: null, unit: 'piece', amountRub: 3600 },
  { discipline: 'design', deliverable: 'carousel', unit: 'piece', amountRub: 6400 },
  { discipline: 'design', deliverable: 'video_edit', unit: 'piece', amountRub: 6000 },
  { discipline: 'design', deliverable: 'community_design', unit: 'piece', amountRub: 12000 },
  { discipline: 'targeting', deliverable: 'ad_setup', unit: 'piece', amountRub: 5500 },
  { discipline: 'targeting', deliverable: null, unit: 'hour', amountRub: 1200 },
];

export const services: readonly ServiceContent[] = [
  {
    slug: 'full-service',
    name: 'Ведение под ключ',
    unit: 'month',
    priceRub: 95000,
    includes: 'стратегия, до 12 публикаций, сторис, ответы на комментарии, отчёт',
  },
  {
    slug: 'post',
    name: 'Пост с текстом и макетом',
    unit: 'piece',
    priceRub: 9500,
    includes: 'текст до 1500 знаков, макет в двух размерах, одна публикация',
  },
  { slug: 'carousel', name: 'Карусель', unit: 'piece', priceRub: 14500, includes: 'до 7 слайдов, текст, исходник' },
  {
    slug: 'short-video',
    name: 'Клип до 40 секунд',
    unit: 'piece',
    priceRub: 18000,
    includes: 'сценарий, монтаж, субтитры; съёмка отдельно',
  },
  {
    slug: 'ads-setup',
    name: 'Настройка рекламы',
    unit: 'piece',
    priceRub: 22000,
    includes: 'кабинет, аудитории, до 6 объявлений, маркировка',
  },
  {
    slug: 'ads-month',
    name: 'Ведение рекламы',
    unit: 'month',
    priceRub: 28000,
    includes: 'ежедневный контроль, оптимизация, отчёт раз в неделю',
  },
  {
    slug: 'community-design',
    name: 'Оформление сообщества',
    unit: 'piece',
    priceRub: 26000,
    includes: 'обложка, аватар, меню, шаблоны постов',
  },
  {
    slug: 'audit',
    name: 'Аудит площадок',
    unit: 'piece',
    priceRub: 15000,
    includes: 'разбор двух площадок и трёх конкурентов, план на квартал',
  },
  {
    slug: 'shooting',
    name: 'Съёмочный день',
    unit: 'piece',
    priceRub: 35000,
    includes: 'фотограф, реквизит, 40 кадров в обработке',
  },
  {
    slug: 'extra-round',
    name: 'Дополнительный круг правок',
    unit: 'piece',
    priceRub: 3000,
    includes: 'правки сверх абонемента, один материал',
  },
];
