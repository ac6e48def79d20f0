import type { AdCampaignContent, CampaignContent, CaseContent, ExpenseContent, RevisionContent } from '../types';

export const campaigns: readonly CampaignContent[] = [
  {
    slug: 'utro-podpiska',
    client: 'utro',
    name: 'Подписка на зерно',
    goal: 'Двести подписчиков, которые получают две пачки в месяц и не отключаются после первой',
    status: 'closed',
    fromDay: -84,
    toDay: -20,
    wantsClientApproval: true,
    budgetApprovedDay: -83,
    budget: [
      { category: 'copy', strictness: 'hard', load: 0.9 },
      { category: 'design', strictness: 'soft', load: 0.95 },
      { category: 'targeting', strictness: 'soft', load: 0.88 },
      { category: 'ad_spend', strictness: 'hard', load: 0.98 },
      { category: 'tools', strictness: 'soft', load: 0.85 },
    ],
    kpis: [
      {
        metric: 'subscriptions', name: 'Действующие подписки', unit: 'count', direction: 'up', isOutcome: true, baseline: 31, target: 200,
        facts: [
          { day: -77, value: 44 }, { day: -70, value: 69 }, { day: -63, value: 92 }, { day: -56, value: 118 }, { day: -49, value: 141 },
          { day: -42, value: 163 }, { day: -35, value: 184 }, { day: -28, value: 203 }, { day: -21, value: 214 },
        ],
      },
      {
        metric: 'churn', name: 'Отключились после первой посылки', unit: 'percent', direction: 'down', isOutcome: true, baseline: 38, target: 20,
        facts: [{ day: -63, value: 33 }, { day: -49, value: 26 }, { day: -35, value: 21 }, { day: -21, value: 18 }],
      },
      {
        metric: 'cpa', name: 'Стоимость подписки', unit: 'rub', direction: 'down', isOutcome: true, baseline: 1400, target: 700,
        facts: [{ day: -70, value: 980 }, { day: -56, value: 820 }, { day: -42, value: 715 }, { day: -28, value: 664 }, { day: -21, value: 671 }],
      },
    ],
  },
  {
    slug: 'utro-sezon',
    client: 'utro',
    name: 'Сезонное меню',
    goal: 'Каждый пятый чек — с сезонным напитком, и о нём рассказывают сами гости',
    status: 'active',
    fromDay: -46,
    toDay: 34,
    wantsClientApproval: true,
    budgetApprovedDay: -45,
    budget: [
      { category: 'copy', strictness: 'hard', load: 0.82 },
      { category: 'design', strictness: 'soft', load: 1.06 },
      { category: 'targeting', strictness: 'soft', load: 0.7 },
      { category: 'ad_spend', strictness: 'hard', load: 0.8 },
      { category: 'production', strictness: 'soft', load: 1.14 },
    ],
    kpis: [
      {
        metric: 'share', name: 'Чеки с сезонным напитком', unit: 'percent', direction: 'up', isOutcome: true, baseline: 6, target: 20,
        facts: [{ day: -39, value: 7.4 }, { day: -32, value: 9.8 }, { day: -25, value: 12.1 }, { day: -18, value: 13.9 }, { day: -11, value: 16.2 }, { day: -4, value: 17.5 }],
      },
      {
        metric: 'mentions', name: 'Отметки гостей в историях', unit: 'count', direction: 'up', isOutcome: false, baseline: 18, target: 220,
        facts: [{ day: -39, value: 24 }, { day: -32, value: 47 }, { day: -25, value: 83 }, { day: -18, value: 112 }, { day: -11, value: 149 }, { day: -4, value: 171 }],
      },
      {
        metric: 'reach', name: 'Охват в неделю', unit: 'count', direction: 'up', isOutcome: false, baseline: 11200, target: 24000,
        facts: [{ day: -39, value: 12900 }, { day: -32, value: 15400 }, { day: -25, value: 17800 }, { day: -18, value: 17100 }, { day: -11, value: 20300 }, { day: -4, value: 21900 }],
      },
    ],
  },
  {
    slug: 'utro-pyataya',
    client: 'utro',
    name: 'Открываем пятую',
    goal: 'Четыреста гостей в первую неделю новой кофейни на Белинского',
    status: 'active',
    fromDay: -6,
    toDay: 56,
    wantsClientApproval: true,
    budgetApprovedDay: -5,
    budget: [
      { category: 'copy', strictness: 'hard', load: 0.6 },
      { category: 'design', strictness: 'soft', load: 0.7 },
      { category: 'targeting', strictness: 'soft', load: 0.7 },
      { category: 'ad_spend', strictness: 'hard', load: 0.75 },
      { category: 'production', strictness: 'soft', load: 0.6 },
    ],
    kpis: [
      { metric: 'guests', name: 'Гости первой недели', unit: 'count', direction: 'up', isOutcome: true, baseline: 0, target: 400, facts: [] },
      { metric: 'leads', name: 'Промокоды «Пятая»', unit: 'count', direction: 'up', isOutcome: true, baseline: 0, target: 900, facts: [{ day: -2, value: 63 }] },
    ],
  },
];

export const adCampaigns: readonly AdCampaignContent[] = [
  { slug: 'utro-ad-podpiska', campaign: 'utro-podpiska', platform: 'vk_ads', name: 'Подписка / домашние бариста / РФ', fromDay: -78, toDay: -22, dailyRub: 1400, cpmRub: 196, ctrPercent: 1.1, leadPercent: 4 },
  { slug: 'utro-ad-podpiska-tg', campaign: 'utro-podpiska', platform: 'telegram_ads', name: 'Подписка / каналы про кофе', fromDay: -60, toDay: -30, dailyRub: 700, cpmRub: 340, ctrPercent: 1.4, leadPercent: 6 },
  { slug: 'utro-ad-raf', campaign: 'utro-sezon', platform: 'vk_ads', name: 'Раф / 1,5 км от кофеен', fromDay: -40, toDay: 22, dailyRub: 650, cpmRub: 172, ctrPercent: 1.6, leadPercent: 9 },
  { slug: 'utro-ad-pyataya', campaign: 'utro-pyataya', platform: 'vk_ads', name: 'Белинского / живут и работают рядом', fromDay: -4, toDay: 40, dailyRub: 800, cpmRub: 181, ctrPercent: 1.9, leadPercent: 12 },
];

export const expenses: readonly ExpenseContent[] = [
  { slug: 'utro-photo-sezon', campaign: 'utro-sezon', category: 'production', day: -42, what: 'Съёмка сезонного меню, фуд-стилист', amountRub: 38000 },
  { slug: 'utro-photo-desert', campaign: 'utro-sezon', category: 'production', day: -15, what: 'Пересъёмка десертов: сменилась посуда', amountRub: 14500 },
  { slug: 'utro-mailer', campaign: 'utro-podpiska', category: 'tools', day: -70, what: 'Рассылка для подписчиков, квартал', amountRub: 5400 },
];

export const revisions: readonly RevisionContent[] = [
  {
    slug: 'utro-rev-photo',
    campaign: 'utro-sezon',
    changes: [{ category: 'production', month: -1, deltaRub: 8000 }],
    reason: 'Дарья сменила посуду после съёмки, на старых фото синие чашки. Пересняли шесть десертов, фотограф сделал скидку.',
    requestedBy: 'anna',
    requestedAt: { day: -18, time: '12:05' },
    status: 'approved',
    decidedBy: 'irina',
    decidedAt: { day: -18, time: '17:50' },
    decisionReason: 'Утверждаю восемь из четырнадцати. Остальное обсудим с Дарьей: посуду меняли не мы.',
  },
  {
    slug: 'utro-rev-pyataya',
    campaign: 'utro-pyataya',
    changes: [
      { category: 'ad_spend', month: 0, deltaRub: 12000 },
      { category: 'design', month: 0, deltaRub: -4000 },
    ],
    reason: 'Промокод берут по 34 ₽ при плане 60. Хочу ускориться, пока на Белинского стоит очередь в соседний «Глоток». Плакат сделаем из готового макета, поэтому с дизайна снимаю четыре.',
    requestedBy: 'anna',
    requestedAt: { minutesAgo: 190 },
    status: 'pending',
  },
  {
    slug: 'utro-rev-music',
    campaign: 'utro-sezon',
    changes: [{ category: 'other', month: -1, deltaRub: 15000 }],
    reason: 'Лицензионная музыка для роликов на год вперёд.',
    requestedBy: 'anna',
    requestedAt: { day: -35, time: '10:30' },
    status: 'refused',
    decidedBy: 'irina',
    decidedAt: { day: -34, time: '13:15' },
    decisionReason: 'Музыка нужна всем клиентам, возьмём на агентство. В бюджет «Утра» не ставим.',
  },
];

export const cases: readonly CaseContent[] = [
  {
    slug: 'utro-case-podpiska',
    campaign: 'utro-podpiska',
    title: '214 подписок на зерно за девять недель',
    before: 'Тридцать одна подписка, в основном друзья. Каждый третий отключался после первой посылки: зерно приходило не под их способ.',
    done: [
      'Спросили отключившихся, почему: 11 из 18 ответили «не знал, как варить»',
      'Положили в посылку карточку рецепта под турку, гейзер или фильтр',
      'Сняли девять коротких рецептов с весами в кадре',
      'Перенесли рекламу на вечер, когда кофе дома кончается',
    ],
    after: 'Двести четырнадцать действующих подписок, после первой посылки уходит 18 % вместо 38 %, подписка обходится в 671 ₽.',
    quote: { text: 'Теперь мне пишут не «верните деньги», а «у меня пенка убежала, что делать». Это другое дело.', contact: 'nikita-ershov' },
    isShared: true,
    isAnonymous: false,
  },
];
