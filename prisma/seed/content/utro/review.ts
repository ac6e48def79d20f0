import type { ApprovalDraft, CommentDraft } from '../authoring';
import type { ChangeRequestContent } from '../types';

export const comments: readonly CommentDraft[] = [
  { task: 'utro-raf-novyi.design', version: 1, visibility: 'internal', author: 'anna', at: { day: -2, time: '12:20' }, text: 'Плашка легла прямо на сердечко. Вниз её.', anchor: { kind: 'point', x: 0.75, y: 0.44, page: 1 }, resolvedBy: 'timur' },
  { task: 'utro-raf-novyi.design', version: 1, visibility: 'internal', author: 'anna', at: { day: -2, time: '12:22' }, text: 'Фон как в меню: терракота, не молоко.', anchor: { kind: 'point', x: 0.12, y: 0.5, page: 1 }, resolvedBy: 'timur', becameCriterion: true },
  { task: 'utro-raf-novyi.design', version: 2, visibility: 'internal', author: 'timur', at: { minutesAgo: 94 }, text: 'Зёрна по бокам оставил: без них чашка висит в пустоте. Если мешают, уберу за минуту.', anchor: { kind: 'point', x: 0.16, y: 0.55, page: 1 } },
  { task: 'utro-raf-novyi.copy', version: 1, visibility: 'internal', author: 'anna', at: { day: -6, time: '15:00' }, text: 'Про Артёма с четырьмя страницами — смешно. Спроси у него, не обидится ли.', anchor: { kind: 'passage', quote: 'Артём голосовал с четырёх страниц' }, resolvedBy: 'maria', slug: 'utro-c-artem' },
  { task: 'utro-raf-novyi.copy', version: 1, visibility: 'internal', author: 'maria', at: { day: -6, time: '17:10' }, text: 'Спросила. Гордится.', replyTo: 'utro-c-artem' },
  { task: 'utro-turka-zerno.copy', version: 1, visibility: 'internal', author: 'maria', at: { minutesAgo: 60 }, text: 'Никита просил не ругать тёмную обжарку совсем: её берут. Смягчила до «угли».', anchor: { kind: 'passage', quote: 'даст угли' } },
  { task: 'utro-smena.design', version: 1, visibility: 'client', author: 'darya-loseva', at: { day: -3, time: '10:50' }, text: 'Артём теперь на Ошарской, поправьте адрес.', anchor: { kind: 'point', x: 0.4, y: 0.2, page: 3 }, resolvedBy: 'anna' },
  { task: 'utro-smena.design', version: 2, visibility: 'internal', author: 'anna', at: { minutesAgo: 255 }, text: 'Адрес верный, отправляю Дарье. ПИН — последние цифры её телефона, как договорились.' },
  { task: 'utro-meniu-start.design', version: 1, visibility: 'client', author: 'darya-loseva', at: { day: -47, time: '13:10' }, text: 'Раф 290, а не 270.', anchor: { kind: 'point', x: 0.8, y: 0.92, page: 3 }, resolvedBy: 'anna' },
  { task: 'utro-meniu-start.design', version: 1, visibility: 'client', author: 'darya-loseva', at: { day: -47, time: '13:12' }, text: 'Апельсин слишком похож на лимон.', anchor: { kind: 'point', x: 0.78, y: 0.86, page: 2 }, resolvedBy: 'timur' },
  { task: 'utro-oshibka.design', version: 1, visibility: 'client', author: 'darya-loseva', at: { day: -18, time: '19:30' }, text: 'Давайте без огня: люди решат, что был пожар.', anchor: { kind: 'point', x: 0.46, y: 0.64, page: 1 }, resolvedBy: 'anna' },
  { task: 'utro-oshibka.copy', version: 1, visibility: 'internal', author: 'anna', at: { day: -20, time: '11:00' }, text: 'Номер партии повторён дважды, это правильно: искать будут его.', anchor: { kind: 'passage', quote: 'Партия 114 — приноси' } },
  { task: 'utro-ofis.copy', version: 1, visibility: 'internal', author: 'anna', at: { day: -24, time: '16:40' }, text: 'Это не мы говорим, а презентация. Начни с салфетки, как рассказывал вслух.', anchor: { kind: 'passage', quote: 'Оптимизация затрат' }, resolvedBy: 'oleg' },
  { task: 'utro-skolko-kofe.copy', version: 1, visibility: 'internal', author: 'anna', at: { day: -1, time: '12:15' }, text: 'Какие врачи? Нужна организация и год.', anchor: { kind: 'passage', quote: 'Врачи советуют' } },
  { task: 'utro-skolko-kofe.copy', version: 1, visibility: 'internal', author: 'anna', at: { day: -1, time: '12:18' }, text: 'Концовка про Никиту отличная.', anchor: { kind: 'passage', quote: 'Никита — семь' }, resolvedBy: 'oleg' },
  { task: 'utro-desert-nedeli.design', version: 0, visibility: 'internal', author: 'polina', at: { day: -2, time: '18:30' }, text: 'Пост не вышел из-за меня или из-за чизкейка? Напишите, чтобы я знала на будущее.' },
  { task: 'utro-desert-nedeli.design', version: 0, visibility: 'internal', author: 'anna', at: { minutesAgo: 640 }, text: 'Из-за чизкейка. Решим с Олесей к обеду.' },
  { task: 'utro-task-window.design', version: 0, visibility: 'internal', author: 'polina', at: { day: -1, time: '17:40' }, text: 'Без точного размера в печать не отдам: плёнка стоит 11 тысяч.' },
  { task: 'utro-kapping.copy', version: 0, visibility: 'internal', author: 'oleg', at: { minutesAgo: 1290 }, text: 'Задерживаюсь на день: Никита перенёс пробу зёрен из Руанды.' },
  { task: 'utro-adres.copy', version: 1, visibility: 'client', author: 'olesya-mironova', at: { day: -4, time: '14:00' }, text: 'Круассанов на старте будет 60, печь подключат позже. Пишем 90?', anchor: { kind: 'passage', quote: 'Девяносто круассанов' } },
  { task: 'utro-belinskogo-stena.targeting', version: 1, visibility: 'internal', author: 'gleb', at: { day: -5, time: '19:05' }, text: 'Радиус сбросился при копировании группы. Остановил, потратили 340 ₽ зря, в отчёте отметил.' },
];

export const approvals: readonly ApprovalDraft[] = [
  {
    item: 'utro-smena',
    status: 'pending',
    sentAt: { minutesAgo: 250 },
    openedAt: { minutesAgo: 31 },
    dueDay: 1,
    message: 'Адрес Артёма исправили, на третьем слайде теперь Ошарская. Выходит завтра в полдень.',
  },
  {
    item: 'utro-adres',
    status: 'expired',
    approvers: ['darya-loseva', 'nikita-ershov'],
    rule: 'any',
    sentAt: { day: -5, time: '12:00' },
    openedAt: { day: -4, time: '08:20' },
    dueDay: -3,
    message: 'Текст с адресом пятой. Проверьте дату и условия промокода.',
  },
];

export const changeRequests: readonly ChangeRequestContent[] = [
  {
    slug: 'utro-cr-dishes',
    client: 'utro',
    task: 'utro-meniu-start.design',
    round: 4,
    priceRub: 7500,
    text: 'Перерисовать меню под новую посуду: шесть чашек и две тарелки. Круг четвёртый, сверх абонемента.',
    status: 'declined',
    at: { day: -37, time: '16:20' },
  },
];
