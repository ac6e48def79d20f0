import type { ApprovalDraft, CommentDraft } from '../authoring';
import type { ChangeRequestContent } from '../types';

const video = 'bk-video-priem.design';

export const comments: readonly CommentDraft[] = [
  { task: video, version: 1, visibility: 'client', author: 'kirill-vahrushev', at: { day: -10, time: '14:05' }, text: 'Музыку спокойнее, сейчас как в спортзале.', resolvedBy: 'pavel' },
  { task: video, version: 2, visibility: 'client', author: 'kirill-vahrushev', at: { day: -7, time: '11:30' }, text: 'Добавьте кадр с планом лечения крупно, две секунды.', anchor: { kind: 'point', x: 0.5, y: 0.55, page: 1 }, resolvedBy: 'pavel' },
  { task: video, version: 3, visibility: 'client', author: 'elena-safina', at: { day: -4, time: '13:10' }, text: 'Фразу про первый снимок бесплатно уберите: это оферта, её нет в прайсе.', anchor: { kind: 'point', x: 0.3, y: 0.8, page: 1 }, resolvedBy: 'pavel' },
  { task: video, version: 4, visibility: 'client', author: 'kirill-vahrushev', at: { minutesAgo: 1180 }, text: 'И ещё вариант заставки, с китом. Понимаем, что это четвёртый раз.' },
  { task: video, version: 4, visibility: 'internal', author: 'pavel', at: { minutesAgo: 1120 }, text: 'Абонемент — три круга. Готовлю Кириллу доплату шесть тысяч, пока не начинай.', slug: 'bk-c-round' },
  { task: video, version: 4, visibility: 'internal', author: 'alina', at: { minutesAgo: 1090 }, text: 'Поняла. Заставка — часа четыре, если кита берём готового.', replyTo: 'bk-c-round' },

  { task: 'bk-gigiena-akciya.targeting', version: 1, visibility: 'internal', author: 'pavel', at: { day: -3, time: '15:30' }, text: 'Исключения: добавь всех, кто был за последние двенадцать месяцев. Иначе сорок мест заберут свои.', resolvedBy: 'pavel', becameCriterion: true },
  { task: 'bk-gigiena-akciya.targeting', version: 2, visibility: 'internal', author: 'pavel', at: { day: -2, time: '12:45' }, text: 'В размере 4:5 дисклеймер 3,8 % площади. Нужно пять.', resolvedBy: 'renata' },
  { task: 'bk-gigiena-akciya.targeting', version: 3, visibility: 'internal', author: 'renata', at: { minutesAgo: 40 }, text: 'Теперь 5,2 %. База от Гузель загружена, файл удалила.' },
  { task: 'bk-gigiena-akciya.design', version: 1, visibility: 'internal', author: 'pavel', at: { day: -6, time: '16:00' }, text: 'Процент рядом с медициной режет модерация. Только цена и дата.', anchor: { kind: 'point', x: 0.4, y: 0.62, page: 1 }, resolvedBy: 'denis' },
  { task: 'bk-gigiena-akciya.copy', version: 1, visibility: 'internal', author: 'vera', at: { day: -8, time: '11:20' }, text: '«Для тех, кто не был год» поставила первым предложением: юрист просил не прятать.', anchor: { kind: 'passage', quote: 'Не были у нас год или дольше' } },

  { task: 'bk-elajnery-tseny.design', version: 2, visibility: 'client', author: 'kirill-vahrushev', at: { day: -8, time: '17:00' }, text: 'Цена от 95 000 — по новому прайсу. Хотя нет, оставьте 95.', anchor: { kind: 'point', x: 0.78, y: 0.93, page: 1 }, resolvedBy: 'pavel' },
  { task: 'bk-elajnery-tseny.design', version: 3, visibility: 'client', author: 'elena-safina', at: { day: -7, time: '13:40' }, text: 'Верхнюю границу я бы не писала: бывают случаи дороже.', anchor: { kind: 'point', x: 0.5, y: 0.6, page: 3 } },
  { task: 'bk-elajnery-tseny.design', version: 4, visibility: 'client', author: 'kirill-vahrushev', at: { day: -5, time: '09:30' }, text: 'А я бы писал: все спрашивают «до скольки». Обсудим с Еленой Юрьевной.' },
  { task: 'bk-elajnery-tseny.design', version: 4, visibility: 'internal', author: 'pavel', at: { day: -4, time: '18:40' }, text: 'Пост не вышел: ждём, пока двое договорятся. Предложил формулировку «чаще всего до 240».' },

  { task: 'bk-utro-kliniki.design', version: 1, visibility: 'internal', author: 'pavel', at: { day: -2, time: '10:30' }, text: 'Автоклав пять секунд, люди — три. Поменяй местами.', resolvedBy: 'pavel' },
  { task: 'bk-utro-kliniki.design', version: 2, visibility: 'internal', author: 'alina', at: { minutesAgo: 635 }, text: 'Фамилию на бейдже Светы размыла. Звук чайника взяла с телефона, на камере он шипит.' },
  { task: 'bk-kapy-noch.copy', version: 1, visibility: 'internal', author: 'pavel', at: { minutesAgo: 80 }, text: '«Он заслужил» — хорошо, но Сафина может не понять шутку. Держим запасной вариант.', anchor: { kind: 'passage', quote: 'Он заслужил' } },
  { task: 'bk-chuvstvitelnost.copy', version: 1, visibility: 'client', author: 'elena-safina', at: { minutesAgo: 300 }, text: 'Про кислое правильно. Добавьте «полчаса»: люди любят цифру.', anchor: { kind: 'passage', quote: 'сразу после него' } },
  { task: 'bk-ultrazvuk.copy', version: 1, visibility: 'client', author: 'elena-safina', at: { day: -34, time: '13:00' }, text: '«Совершенно безопасно» писать нельзя. Лучше: что происходит и кому не делают.', resolvedBy: 'pavel' },
  { task: 'bk-otzyv-smena.copy', version: 1, visibility: 'client', author: 'elena-safina', at: { day: -16, time: '20:10' }, text: 'Пациент просит убрать профессию и маршрут, коллеги узнают.', anchor: { kind: 'passage', quote: 'водитель автобуса на 47-м маршруте' }, resolvedBy: 'pavel' },
  { task: 'bk-smeta.design', version: 1, visibility: 'internal', author: 'pavel', at: { day: -38, time: '12:00' }, text: 'Коралл кричит «распродажа». Давай пену.', resolvedBy: 'denis' },
  { task: 'bk-task-lookalike.targeting', version: 0, visibility: 'internal', author: 'renata', at: { minutesAgo: 470 }, text: 'Досмотревших 2 140, для похожих хватит. Элайнеры выделю отдельно, там другая цена.' },
];

export const approvals: readonly ApprovalDraft[] = [
  {
    item: 'bk-elajnery-tseny',
    status: 'pending',
    approvers: ['elena-safina', 'kirill-vahrushev'],
    rule: 'all',
    sentAt: { day: -6, time: '16:00' },
    openedAt: { day: -5, time: '09:12' },
    dueDay: -3,
    message: 'Карусель с ценами на элайнеры, версия после ваших правок. Осталось решить про верхнюю границу.',
    decisions: [{ contact: 'elena-safina', decision: 'approve', at: { day: -2, time: '13:25' }, comment: 'Если «чаще всего», то согласна.' }],
  },
  {
    item: 'bk-chuvstvitelnost',
    status: 'pending',
    approvers: ['elena-safina', 'kirill-vahrushev'],
    rule: 'all',
    sentAt: { minutesAgo: 520 },
    openedAt: { minutesAgo: 305 },
    dueDay: 3,
    message: 'Текст про чувствительность. Елена Юрьевна, вы — про медицину, Кирилл — про призыв.',
  },
];

export const changeRequests: readonly ChangeRequestContent[] = [
  {
    slug: 'bk-cr-video',
    client: 'bely-kit',
    task: video,
    round: 4,
    priceRub: 6000,
    text: 'Видео «Первый приём», круг четвёртый: новая заставка с китом, 4 часа. В абонемент входят три круга.',
    status: 'sent',
    at: { minutesAgo: 1050 },
  },
  {
    slug: 'bk-cr-elajnery',
    client: 'bely-kit',
    task: 'bk-elajnery-tseny.design',
    round: 3,
    priceRub: 0,
    text: 'Третий круг входит в абонемент. Следующий будет платным, предупреждаем заранее.',
    status: 'draft',
    at: { day: -6, time: '15:50' },
  },
];
