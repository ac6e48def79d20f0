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
  chain: {
    title: 'Задачи для публикации',
    campaign: 'Кампания, из бюджета которой платим',
    existing: 'Уже есть задача',
    load_zero: 'свободен',
    load_one: '{{count}} задача',
    load_few: '{{count}} задачи',
    load_many: '{{count}} задач',
    begin: 'С чего начать ТЗ',
    like: 'Как в «{{title}}»',
    template: 'Шаблон «{{name}}»',
    tight: 'Времени меньше обычного: договоритесь заранее или перенесите публикацию.',
    submit_zero: 'Создать задачи',
    submit_one: 'Создать {{count}} задачу',
    submit_few: 'Создать {{count}} задачи',
    submit_many: 'Создать {{count}} задач',
    created_one: 'Создана {{count}} задача: осталось написать ТЗ',
    created_few: 'Создано {{count}} задачи: осталось написать ТЗ',
    created_many: 'Создано {{count}} задач: осталось написать ТЗ',
  },
  ...board,
  ...actions,
  ...page,
  ...brief,
  ...fields,
  ...findings,
};
