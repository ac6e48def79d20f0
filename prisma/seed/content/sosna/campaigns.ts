import type { AdCampaignContent, CampaignContent, CaseContent, ExpenseContent, RevisionContent } from '../types';

export const campaigns: readonly CampaignContent[] = [
  {
    slug: 'sosna-stulya',
    client: 'sosna',
    name: 'Стул «Лад»: запуск',
    goal: 'Продать первую партию в 60 стульев и собрать отзывы до запуска столов',
    status: 'closed',
    fromDay: -88,
    toDay: -24,
    wantsClientApproval: true,
    budgetApprovedDay: -87,
    budget: [
      { category: 'copy', strictness: 'hard', load: 0.86 },
      { category: 'design', strictness: 'soft', load: 0.94 },
      { category: 'ad_spend', strictness: 'hard', load: 0.97 },
      { category: 'production', strictness: 'soft', load: 0.9 },
    ],
    kpis: [
      {
        metric: 'sales', name: 'Продано стульев', unit: 'count', direction: 'up', isOutcome: true, baseline: 0, target: 60,
        facts: [
          { day: -81, value: 2 }, { day: -74, value: 7 }, { day: -67, value: 15 }, { day: -60, value: 24 }, { day: -53, value: 35 },
          { day: -46, value: 46 }, { day: -39, value: 57 }, { day: -32, value: 66 }, { day: -25, value: 71 },
        ],
      },
      {
        metric: 'cpl', name: 'Стоимость заявки', unit: 'rub', direction: 'down', isOutcome: true, baseline: 1120, target: 600,
        facts: [
          { day: -74, value: 870 }, { day: -67, value: 760 }, { day: -60, value: 655 }, { day: -53, value: 610 },
          { day: -46, value: 560 }, { day: -39, value: 548 }, { day: -32, value: 532 }, { day: -25, value: 541 },
        ],
      },
      {
        metric: 'followers', name: 'Подписчики VK', unit: 'count', direction: 'up', isOutcome: false, baseline: 11960, target: 13000,
        facts: [
          { day: -74, value: 12090 }, { day: -60, value: 12480 }, { day: -46, value: 12930 }, { day: -32, value: 13310 }, { day: -25, value: 13460 },
        ],
      },
    ],
  },
  {
    slug: 'sosna-onega',
    client: 'sosna',
    name: 'Коллекция «Онега»',
    goal: 'Сорок заказов на раздвижной стол и очередь в шоурум по выходным',
    status: 'active',
    fromDay: -46,
    toDay: 38,
    wantsClientApproval: true,
    budgetApprovedDay: -45,
    budget: [
      { category: 'copy', strictness: 'hard', load: 0.78 },
      { category: 'design', strictness: 'soft', load: 0.92 },
      { category: 'targeting', strictness: 'soft', load: 0.74 },
      { category: 'ad_spend', strictness: 'hard', load: 0.88 },
      { category: 'production', strictness: 'soft', load: 0.8 },
      { category: 'tools', strictness: 'soft', load: 0.91 },
    ],
    kpis: [
      {
        metric: 'leads', name: 'Заявки в сообщения', unit: 'count', direction: 'up', isOutcome: true, baseline: 34, target: 260,
        facts: [
          { day: -39, value: 41 }, { day: -32, value: 68 }, { day: -25, value: 97 }, { day: -18, value: 129 }, { day: -11, value: 158 }, { day: -4, value: 186 },
        ],
      },
      {
        metric: 'cpl', name: 'Стоимость заявки', unit: 'rub', direction: 'down', isOutcome: true, baseline: 640, target: 500,
        facts: [
          { day: -39, value: 598 }, { day: -32, value: 540 }, { day: -25, value: 497 }, { day: -18, value: 462 }, { day: -11, value: 431 }, { day: -4, value: 412 },
        ],
      },
      {
        metric: 'er', name: 'Вовлечённость VK', unit: 'percent', direction: 'up', isOutcome: false, baseline: 2.1, target: 3.2,
        facts: [
          { day: -39, value: 2.2 }, { day: -32, value: 2.4 }, { day: -25, value: 2.7 }, { day: -18, value: 2.6 }, { day: -11, value: 3.0 }, { day: -4, value: 3.1 },
        ],
      },
    ],
  },
  {
    slug: 'sosna-masterskaya',
    client: 'sosna',
    name: 'Открытая мастерская',
    goal: 'Собрать 120 гостей на два выходных в цехе и записать 20 человек на мастер-класс',
    status: 'draft',
    fromDay: 8,
    toDay: 62,
    wantsClientApproval: true,
    budgetApprovedDay: null,
    budget: [
      { category: 'copy', strictness: 'hard', load: 0.5 },
      { category: 'design', strictness: 'soft', load: 0.5 },
      { category: 'ad_spend', strictness: 'hard', load: 0, monthlyRub: 45000 },
      { category: 'production', strictness: 'soft', load: 0, monthlyRub: 28000 },
    ],
    kpis: [
      { metric: 'visitors', name: 'Гости мастерской', unit: 'count', direction: 'up', isOutcome: true, baseline: 0, target: 120, facts: [] },
      { metric: 'leads', name: 'Записи на мастер-класс', unit: 'count', direction: 'up', isOutcome: true, baseline: 0, target: 20, facts: [] },
    ],
  },
];

export const adCampaigns: readonly AdCampaignContent[] = [
  { slug: 'sosna-ad-lad', campaign: 'sosna-stulya', platform: 'vk_ads', name: 'Лад / сообщения / Москва+МО', fromDay: -80, toDay: -26, dailyRub: 1150, cpmRub: 214, ctrPercent: 1.2, leadPercent: 17 },
  { slug: 'sosna-ad-onega', campaign: 'sosna-onega', platform: 'vk_ads', name: 'Онега / карусель / семьи 30–42', fromDay: -43, toDay: 27, dailyRub: 1900, cpmRub: 238, ctrPercent: 1.5, leadPercent: 21 },
  { slug: 'sosna-ad-onega-lal', campaign: 'sosna-onega', platform: 'vk_ads', name: 'Онега / похожие на покупателей', fromDay: -30, toDay: 27, dailyRub: 1100, cpmRub: 265, ctrPercent: 1.8, leadPercent: 24 },
  { slug: 'sosna-ad-tg', campaign: 'sosna-onega', platform: 'telegram_ads', name: 'Онега / каналы про ремонт', fromDay: -18, toDay: 20, dailyRub: 900, cpmRub: 410, ctrPercent: 0.9, leadPercent: 15 },
];

export const expenses: readonly ExpenseContent[] = [
  { slug: 'sosna-photo-lad', campaign: 'sosna-stulya', category: 'production', day: -76, what: 'Съёмка стула «Лад», 40 кадров', amountRub: 35000 },
  { slug: 'sosna-photo-onega', campaign: 'sosna-onega', category: 'production', day: -41, what: 'Съёмка стола в интерьере, аренда квартиры', amountRub: 42000 },
  { slug: 'sosna-props', campaign: 'sosna-onega', category: 'production', day: -13, what: 'Реквизит: посуда, лён, лампа', amountRub: 6800 },
  { slug: 'sosna-subtitles', campaign: 'sosna-onega', category: 'tools', day: -34, what: 'Сервис субтитров, месяц', amountRub: 1900 },
  { slug: 'sosna-autoposting', campaign: 'sosna-onega', category: 'tools', day: -5, what: 'Планировщик публикаций, месяц', amountRub: 2400 },
];

export const revisions: readonly RevisionContent[] = [
  {
    slug: 'sosna-rev-ads',
    campaign: 'sosna-onega',
    changes: [
      { category: 'ad_spend', month: 0, deltaRub: 20000 },
      { category: 'production', month: 0, deltaRub: -6000 },
    ],
    reason: 'Заявка стоит 412 ₽ при цели 500 ₽. При нынешнем темпе лимит кончится за неделю до конца месяца, потеряем около 48 заявок. Шесть тысяч забираю со съёмки: второй день не понадобился.',
    requestedBy: 'anna',
    requestedAt: { day: -1, time: '11:20' },
    status: 'pending',
  },
  {
    slug: 'sosna-rev-design',
    campaign: 'sosna-onega',
    changes: [{ category: 'design', month: -1, deltaRub: 9000 }],
    reason: 'Клиент попросил анимацию заставки к ролику, в плане её не было. Марина согласна, что это сверх двенадцати публикаций.',
    requestedBy: 'anna',
    requestedAt: { day: -33, time: '15:05' },
    status: 'approved',
    decidedBy: 'irina',
    decidedAt: { day: -32, time: '10:10' },
    decisionReason: 'Хорошо, но следующую анимацию — отдельной строкой в счёте.',
  },
  {
    slug: 'sosna-rev-influencer',
    campaign: 'sosna-onega',
    changes: [{ category: 'other', month: 0, deltaRub: 60000 }],
    reason: 'Обзор стола у блогера про ремонт: 180 тысяч подписчиков, прошлая интеграция у соседей дала 90 заявок.',
    requestedBy: 'anna',
    requestedAt: { day: -16, time: '18:40' },
    status: 'refused',
    decidedBy: 'irina',
    decidedAt: { day: -15, time: '09:30' },
    decisionReason: 'Шестьдесят тысяч на одну публикацию без статистики охвата не дам. Попроси скриншоты за последние пять интеграций, вернёмся в следующем месяце.',
  },
  {
    slug: 'sosna-rev-open',
    campaign: 'sosna-masterskaya',
    changes: [
      { category: 'copy', month: 0, deltaRub: 12000 },
      { category: 'copy', month: 1, deltaRub: 18000 },
      { category: 'design', month: 1, deltaRub: 24000 },
      { category: 'ad_spend', month: 1, deltaRub: 45000 },
    ],
    reason: 'Бюджет новой кампании. Реклама только на Тверь и 60 км вокруг, съёмку делает Илья силами мастерской.',
    requestedBy: 'anna',
    requestedAt: { day: -2, time: '16:45' },
    status: 'pending',
  },
];

export const cases: readonly CaseContent[] = [
  {
    slug: 'sosna-case-lad',
    campaign: 'sosna-stulya',
    title: 'Как мастерская из Твери продала 71 стул за девять недель',
    before: 'Сообщество вела администратор шоурума: фото с телефона, цена «в личку». Заявка стоила 1120 ₽, о новом стуле знали только постоянные покупатели.',
    done: [
      'Поговорили с покупателями и переписали прайс: цена, размер и срок в каждом посте',
      'Сняли сорок кадров за один день в самой мастерской, без студии',
      'Сделали серию «Ремесло»: шесть коротких роликов о соединениях',
      'Разделили рекламу на семьи и дизайнеров, отключили широкие интересы на второй неделе',
    ],
    after: 'Продали 71 стул при плане 60, заявка подешевела до 541 ₽. В отзывах чаще всего хвалят, что цена видна сразу.',
    quote: { text: 'Раньше мы стеснялись писать цену. Оказалось, люди благодарны, когда их не заставляют спрашивать.', contact: 'marina-dubova' },
    isShared: true,
    isAnonymous: false,
  },
];
