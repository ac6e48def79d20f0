import { actions } from './ru/actions';
import { board } from './ru/board';
import { brief } from './ru/brief';
import { fields } from './ru/fields';
import { findings } from './ru/findings';
import { page } from './ru/page';

export const ru = {
  tasks: 'Задачи',
  discipline: { copy: 'Текст', design: 'Дизайн', targeting: 'Таргетинг' },
  briefOf: { copy: 'ТЗ копирайтеру', design: 'ТЗ дизайнеру', targeting: 'ТЗ таргетологу' },
  create: {
    title: 'Новая задача',
    for: 'Для кого',
    client: 'Клиент',
    campaign: 'Кампания',
    item: 'Публикация',
    noItem: 'Без публикации: для всей кампании',
    discipline: 'Специализация',
    type: 'Что сделать',
    name: 'Название',
    namePlaceholder: 'Карусель «Стол, за которым поместятся все»',
    assignee: 'Исполнитель',
    later: 'Выберу позже',
    due: 'Срок сдачи',
    after: 'Начать после',
    template: 'Шаблон ТЗ',
    noTemplate: 'Пустое ТЗ',
    submit: 'Создать и писать ТЗ',
    created: 'Задача создана',
  },
  ...board,
  ...actions,
  ...page,
  ...brief,
  ...fields,
  ...findings,
};
