import type { ClientContent } from '../types';

export const medicalDisclaimer = 'Имеются противопоказания. Нужна консультация специалиста.';

export const client: ClientContent = {
  slug: 'bely-kit',
  name: 'Белый кит',
  tagline: 'Семейная стоматология',
  squad: 'squad-romashin',
  manager: 'pavel',
  sinceDay: -90,
  silence: 'remind',
  approvalBusinessDays: 3,
  advertiser: { legalName: 'ООО «Белый кит»', inn: '1655000049', contractNumber: 'М-15/БК', contractDay: -90, kktu: '30.10.1' },
  brand: {
    about:
      'Две стоматологии в Казани, девять врачей, детское отделение. Работают с восьми утра до девяти вечера без выходных. Лечат под микроскопом, план и смету отдают до начала лечения. Лицензия Л041-01181-16/00000000.',
    tone: 'На «вы», ровно и понятно, как врач, который объясняет и никуда не спешит. Страх пациента уважаем, не высмеиваем и не используем.',
    toneDo: ['Объяснять, что будет происходить, по шагам и минутам', 'Называть цену вилкой и говорить, от чего она зависит', 'Показывать врача, а не оборудование'],
    toneDont: ['Обещать результат и отсутствие ощущений', 'Фото «до и после», кровь, иглы', 'Пугать последствиями'],
    stopWords: ['безболезненно', 'гарантируем', 'гарантия результата', 'голливудская', 'навсегда', 'дёшево', 'номер один', 'пациентик'],
    colours: [
      { name: 'Глубина', hex: '#17385a', use: 'заголовки, тёмный фон' },
      { name: 'Волна', hex: '#58a6c4', use: 'второй фон' },
      { name: 'Пена', hex: '#e4f1f6', use: 'светлый фон' },
      { name: 'Коралл', hex: '#f2836b', use: 'акцент, запись' },
    ],
    fonts: [
      { name: 'Inter', use: 'заголовки полужирным' },
      { name: 'Inter', use: 'дисклеймер — не мельче 5 % высоты макета' },
    ],
    links: [
      { title: 'Запись', url: 'https://belykit.example/zapis' },
      { title: 'Цены', url: 'https://belykit.example/price' },
      { title: 'Лицензия', url: 'https://belykit.example/license' },
    ],
    disclaimers: [medicalDisclaimer, 'Реклама. ООО «Белый кит», ИНН 1655000049, лицензия Л041-01181-16/00000000'],
    visualRules: ['Никаких игл, крови и открытого рта крупно', 'Кит — только белый, смотрит влево', 'Дисклеймер занимает не меньше 5 % площади рекламы'],
    audiences: [
      { name: 'Тот, кто откладывает', who: 'Мужчины и женщины 28–50, не были у врача два года и больше', pains: 'Стыдно за перерыв, страшно за счёт, боится услышать список', knowledge: 'Знает слова «кариес» и «пульпит», процедур не представляет', decisionRole: 'Решает сам, долго', whereFound: 'VK, карты, рекомендации коллег' },
      { name: 'Мама дошкольника', who: 'Женщины 27–40, дети 2–7 лет, Ново-Савиновский и Советский районы', pains: 'Ребёнок испугался в другой клинике, непонятно, лечить ли молочные', knowledge: 'Читает про фтор и адаптационные приёмы', decisionRole: 'Решает сама, спрашивает в чате садика', whereFound: 'VK, Telegram-чаты районов' },
      { name: 'Планирует исправить прикус', who: 'Женщины 22–35, работают, снимают видео или выступают', pains: 'Не хочет брекеты на виду, боится срока и суммы', knowledge: 'Сравнила три системы элайнеров', decisionRole: 'Решает сама, платит частями', whereFound: 'Telegram, поиск' },
    ],
    competitors: [
      { name: 'Дента-Плюс', link: 'https://vk.example/denta_plus_kzn', whatWorks: 'Врачи отвечают видео на вопросы подписчиков', whatToAvoid: 'Фото до и после, жалобы на них висят неделями' },
      { name: 'Зубная фея', link: 'https://vk.example/feya_kids', whatWorks: 'Мультфильм про первый приём, 60 тысяч просмотров', whatToAvoid: 'Обещают «совсем не почувствует»' },
      { name: 'Клиника доктора Аминова', link: 'https://vk.example/aminov_dent', whatWorks: 'Честные сметы в открытых постах', whatToAvoid: 'Тексты для врачей, а не для людей' },
    ],
  },
  channels: [
    { slug: 'bk-vk', network: 'vk', name: 'Белый кит. Стоматология в Казани', link: 'https://vk.example/belykit_kzn', followers: 6320 },
    { slug: 'bk-tg', network: 'telegram', name: 'Белый кит: спросите врача', link: 'https://t.example/belykit', followers: 1890 },
    { slug: 'bk-ok', network: 'ok', name: 'Белый кит', link: 'https://ok.example/belykit', followers: 2450 },
  ],
  contacts: [
    { slug: 'kirill-vahrushev', name: 'Кирилл Вахрушев', position: 'Управляющий', email: 'kirill@belykit.example', phone: '+7 900 000-33-01', approves: true, isFinalApprover: true, note: 'Последнее слово по ценам и акциям. Любит просить «ещё вариант».', portrait: { seed: 16, hairStyle: 'short', hasGlasses: true } },
    { slug: 'elena-safina', name: 'Елена Сафина', position: 'Главный врач', email: 'safina@belykit.example', phone: '+7 900 000-33-02', approves: true, isFinalApprover: false, note: 'Проверяет всё медицинское. Отвечает между приёмами, в обед.', portrait: { seed: 24, hairStyle: 'bun' } },
    { slug: 'guzel-nabieva', name: 'Гузель Набиева', position: 'Старший администратор', email: 'guzel@belykit.example', phone: '+7 900 000-33-09', approves: false, isFinalApprover: false, portrait: { seed: 26, hairStyle: 'long' } },
  ],
  retainer: {
    name: 'Ведение и реклама, медицина',
    monthlyRub: 265000,
    items: 12,
    revisionRounds: 3,
    extraRoundRub: 6000,
    services: [
      { service: 'full-service', quantity: 1 },
      { service: 'ads-month', quantity: 1 },
    ],
    sinceDay: -90,
  },
  onboarding: [
    { title: 'Доступы к сообществам и кабинету', doneDay: -89 },
    { title: 'Лицензия, список услуг, допустимые формулировки', doneDay: -87, note: 'Юрист клиники дал три страницы запретов' },
    { title: 'Согласия врачей на съёмку', doneDay: -82, note: 'Восемь из девяти; доктор Аглиуллин — без лица' },
    { title: 'Прайс и правила акций', doneDay: -85 },
    { title: 'Кто согласует: медицина — Сафина, деньги — Вахрушев, нужны оба', doneDay: -88 },
    { title: 'Данные для маркировки, ОРД', doneDay: -84 },
    { title: 'Передача заявок в медицинскую систему', note: 'Доработка у их программиста, обещают к концу месяца' },
  ],
  trends: [
    { day: -41, author: 'renata', title: 'Модерация режет слово «скидка» рядом с медицинской услугой', text: 'Три отказа за неделю. Проходит «цена до такого-то числа». Формулировку согласовала с юристом клиники.' },
    { day: -25, author: 'pavel', title: 'Посты с минутами читают до конца', text: '«Что будет на приёме, по минутам» дочитали 71 %, обычный пост — 44 %. Предлагаю сделать минуты постоянным приёмом.' },
    { day: -5, author: 'vera', title: 'Вопрос недели — про эмаль и ультразвук', text: 'Двадцать два комментария под постом о чистке, и все об одном: стачивает ли ультразвук эмаль. Сафина согласна ответить видео.' },
  ],
  rubrics: [
    { slug: 'bk-pro', name: 'Понятно о лечении', targetShare: 35, colour: 'blue', purpose: 'Объяснить и снять страх неизвестности' },
    { slug: 'bk-vrachi', name: 'Врачи', targetShare: 20, colour: 'plum', purpose: 'Познакомить с врачом до приёма' },
    { slug: 'bk-service', name: 'Услуги и цены', targetShare: 25, colour: 'clay', purpose: 'Записать на приём' },
    { slug: 'bk-deti', name: 'Детям', targetShare: 10, colour: 'ochre', purpose: 'Помочь родителям подготовить ребёнка' },
    { slug: 'bk-faq', name: 'Вопрос врачу', targetShare: 10, colour: 'green', purpose: 'Ответить на то, что стесняются спросить' },
  ],
  ideas: [
    { text: 'Экскурсия по клинике в восемь утра, пока никого нет', author: 'alina', day: -13, rubric: 'bk-vrachi' },
    { text: 'Что лежит в ящике у детского врача: наклейки, динозавр, секундомер', author: 'vera', day: -9, rubric: 'bk-deti' },
    { text: 'Смета на салфетке: разобрать настоящий план лечения построчно', author: 'pavel', day: -5, rubric: 'bk-service' },
    { text: 'Словарь: как перевести с врачебного «кофферда́м» и «апекс»', author: 'oleg', day: -1, rubric: 'bk-pro' },
  ],
};
