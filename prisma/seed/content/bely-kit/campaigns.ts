import type { AdCampaignContent, CampaignContent, CaseContent, ExpenseContent, RevisionContent } from '../types';

export const campaigns: readonly CampaignContent[] = [
  {
    slug: 'bk-detskiy',
    client: 'bely-kit',
    name: 'Детский приём',
    goal: 'Заполнить детское отделение по будням с 10 до 16',
    status: 'closed',
    fromDay: -86,
    toDay: -22,
    wantsClientApproval: true,
    budgetApprovedDay: -85,
    budget: [
      { category: 'copy', strictness: 'hard', load: 0.88 },
      { category: 'design', strictness: 'soft', load: 0.97 },
      { category: 'targeting', strictness: 'soft', load: 0.88 },
      { category: 'ad_spend', strictness: 'hard', load: 0.95 },
      { category: 'production', strictness: 'soft', load: 0.86 },
    ],
    kpis: [
      { metric: 'visits', name: 'Первые детские приёмы в неделю', unit: 'count', direction: 'up', isOutcome: true, baseline: 9, target: 24,
        facts: [{ day: -79, value: 10 }, { day: -72, value: 12 }, { day: -65, value: 15 }, { day: -58, value: 17 }, { day: -51, value: 19 }, { day: -44, value: 22 }, { day: -37, value: 25 }, { day: -30, value: 27 }, { day: -23, value: 26 }] },
      { metric: 'cpl', name: 'Стоимость записи', unit: 'rub', direction: 'down', isOutcome: true, baseline: 1900, target: 1100,
        facts: [{ day: -72, value: 1640 }, { day: -58, value: 1290 }, { day: -44, value: 1120 }, { day: -30, value: 985 }, { day: -23, value: 1010 }] },
    ],
  },
  {
    slug: 'bk-gigiena',
    client: 'bely-kit',
    name: 'Профгигиена',
    goal: 'Вернуть тех, кто не был год: 180 чисток за сезон, треть остаётся лечиться',
    status: 'active',
    fromDay: -46,
    toDay: 33,
    wantsClientApproval: true,
    budgetApprovedDay: -45,
    budget: [
      { category: 'copy', strictness: 'hard', load: 0.8 },
      { category: 'design', strictness: 'soft', load: 0.85 },
      { category: 'targeting', strictness: 'soft', load: 0.9 },
      { category: 'ad_spend', strictness: 'hard', load: 1.04 },
      { category: 'production', strictness: 'soft', load: 1.2 },
    ],
    kpis: [
      { metric: 'leads', name: 'Записи на чистку', unit: 'count', direction: 'up', isOutcome: true, baseline: 12, target: 180,
        facts: [{ day: -39, value: 16 }, { day: -32, value: 37 }, { day: -25, value: 58 }, { day: -18, value: 76 }, { day: -11, value: 95 }, { day: -4, value: 113 }] },
      { metric: 'cpl', name: 'Стоимость записи', unit: 'rub', direction: 'down', isOutcome: true, baseline: 1350, target: 900,
        facts: [{ day: -39, value: 1280 }, { day: -32, value: 1105 }, { day: -25, value: 990 }, { day: -18, value: 1040 }, { day: -11, value: 960 }, { day: -4, value: 942 }] },
      { metric: 'returned', name: 'Остались лечиться', unit: 'percent', direction: 'up', isOutcome: true, baseline: 21, target: 33,
        facts: [{ day: -25, value: 26 }, { day: -11, value: 29 }] },
    ],
  },
  {
    slug: 'bk-vrachi-camp',
    client: 'bely-kit',
    name: 'Врачи «Белого кита»',
    goal: 'Пациент знает врача до приёма: 40 % записей — к конкретному врачу',
    status: 'active',
    fromDay: -22,
    toDay: 48,
    wantsClientApproval: true,
    budgetApprovedDay: -21,
    budget: [
      { category: 'copy', strictness: 'hard', load: 0.7 },
      { category: 'design', strictness: 'soft', load: 1.1 },
      { category: 'targeting', strictness: 'soft', load: 0.6 },
      { category: 'ad_spend', strictness: 'hard', load: 0.7 },
      { category: 'production', strictness: 'soft', load: 0.95 },
    ],
    kpis: [
      { metric: 'named', name: 'Записи к конкретному врачу', unit: 'percent', direction: 'up', isOutcome: true, baseline: 18, target: 40, facts: [{ day: -15, value: 19 }, { day: -8, value: 22 }, { day: -1, value: 25 }] },
      { metric: 'views', name: 'Просмотры видео до конца', unit: 'count', direction: 'up', isOutcome: false, baseline: 0, target: 30000, facts: [{ day: -8, value: 4100 }, { day: -1, value: 7900 }] },
    ],
  },
];

export const adCampaigns: readonly AdCampaignContent[] = [
  { slug: 'bk-ad-deti', campaign: 'bk-detskiy', platform: 'vk_ads', name: 'Детский приём / мамы 27–40 / районы', fromDay: -80, toDay: -24, dailyRub: 1500, cpmRub: 288, ctrPercent: 0.9, leadPercent: 16 },
  { slug: 'bk-ad-gigiena', campaign: 'bk-gigiena', platform: 'vk_ads', name: 'Чистка / не были год / Казань', fromDay: -42, toDay: 24, dailyRub: 1300, cpmRub: 305, ctrPercent: 1.0, leadPercent: 14 },
  { slug: 'bk-ad-direct', campaign: 'bk-gigiena', platform: 'yandex_direct', name: 'Поиск / чистка зубов казань', fromDay: -35, toDay: 24, dailyRub: 1000, cpmRub: 2100, ctrPercent: 6.4, leadPercent: 18 },
  { slug: 'bk-ad-vrachi', campaign: 'bk-vrachi-camp', platform: 'vk_ads', name: 'Видео врачей / досмотры', fromDay: -14, toDay: 35, dailyRub: 600, cpmRub: 164, ctrPercent: 0.8, leadPercent: 6 },
];

export const expenses: readonly ExpenseContent[] = [
  { slug: 'bk-shoot-kids', campaign: 'bk-detskiy', category: 'production', day: -77, what: 'Съёмка детского отделения', amountRub: 32000 },
  { slug: 'bk-shoot-hygiene', campaign: 'bk-gigiena', category: 'production', day: -38, what: 'Съёмка чистки по минутам', amountRub: 26000 },
  { slug: 'bk-reshoot', campaign: 'bk-gigiena', category: 'production', day: -9, what: 'Повторная съёмка: на первой врач без маски', amountRub: 18000 },
  { slug: 'bk-shoot-doctors', campaign: 'bk-vrachi-camp', category: 'production', day: -18, what: 'Видеопортреты четырёх врачей', amountRub: 44000 },
];

export const revisions: readonly RevisionContent[] = [
  {
    slug: 'bk-rev-reshoot',
    campaign: 'bk-gigiena',
    changes: [{ category: 'production', month: -1, deltaRub: 6000 }],
    reason: 'На съёмке врач была без маски, кадры пускать нельзя. Подрядчик переснимет за полцены, прошу треть суммы сверху.',
    requestedBy: 'pavel',
    requestedAt: { day: -20, time: '14:30' },
    status: 'approved',
    decidedBy: 'irina',
    decidedAt: { day: -19, time: '09:40' },
    decisionReason: 'Утверждаю. Впредь чек-лист по маскам подписывает администратор до съёмки.',
  },
  {
    slug: 'bk-rev-direct',
    campaign: 'bk-gigiena',
    changes: [{ category: 'ad_spend', month: 0, deltaRub: 18000 }],
    reason: 'Поиск даёт запись по 710 ₽, лента — по 1 180 ₽. Хочу усилить поиск до конца сезона, не трогая ленту: она прогревает.',
    requestedBy: 'pavel',
    requestedAt: { day: -3, time: '12:00' },
    status: 'pending',
  },
  {
    slug: 'bk-rev-cartoon',
    campaign: 'bk-vrachi-camp',
    changes: [{ category: 'production', month: 0, deltaRub: 75000 }],
    reason: 'Мультфильм про первый приём, как у «Зубной феи»: 60 тысяч просмотров.',
    requestedBy: 'pavel',
    requestedAt: { day: -11, time: '17:15' },
    status: 'refused',
    decidedBy: 'irina',
    decidedAt: { day: -10, time: '10:00' },
    decisionReason: 'У них 60 тысяч просмотров, а записей никто не считал. Сначала посмотрим, сколько даст видео с врачом, решим через месяц.',
  },
];

export const cases: readonly CaseContent[] = [
  {
    slug: 'bk-case-deti',
    campaign: 'bk-detskiy',
    title: 'Детское отделение: с девяти первых приёмов в неделю до двадцати шести',
    before: 'Днём по будням кабинет стоял пустым. В рекламе обещали, что ребёнок «ничего не почувствует», мамы не верили и спрашивали в чатах.',
    done: [
      'Заменили обещания на расписание приёма по минутам',
      'Познакомили с врачом: четыре видео по сорок секунд',
      'Сделали памятку «Что сказать ребёнку накануне», её переслали 1 900 раз',
      'Показывали рекламу только в двух районах и только мамам',
    ],
    after: 'Двадцать шесть первых приёмов в неделю при цели двадцать четыре, запись стоит 1 010 ₽ вместо 1 900 ₽.',
    quote: { text: 'Родители приходят спокойнее, и дети это чувствуют. Мне стало легче работать.', contact: 'elena-safina' },
    isShared: true,
    isAnonymous: true,
  },
];
