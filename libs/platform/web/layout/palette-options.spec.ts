import { describe, expect, it } from '@jest/globals';
import { isMeant, optionsOf } from './palette-options';
import type { PalettePort } from './search-port';

const port: PalettePort = {
  search: () => Promise.resolve({ groups: [] }),
  allHref: (text) => `/search?q=${text}`,
  places: [{ id: 'tasks', title: 'Задачи', words: ['Tasks'], href: '/tasks' }],
  actions: [{ id: 'new', title: 'Новая задача', run: () => undefined }],
  actionsOf: (text) => [{ id: 'idea', title: `Идея «${text}»`, run: () => undefined }],
  memory: 'test',
};
const around = {
  recent: [{ title: 'Стол', href: '/tasks/1' }],
  recentIcon: null,
  searchIcon: null,
  titles: { recent: 'Недавнее', do: 'Сделать', goTo: 'Перейти' },
  all: 'Все',
};
const hit = { id: 'TASK-1', title: { text: 'Задача про стол', marks: [] }, href: '/tasks/1' };
const shown = (text: string, hits = [hit]) =>
  optionsOf(port, text, { groups: hits.length > 0 ? [{ title: 'Задачи', hits }] : [] }, around).map(
    ({ title, options }) => [title, options.map(({ id }) => id)],
  );

describe('The palette', () => {
  it('begins with what was opened lately', () => {
    expect(shown('', [])).toEqual([
      ['Недавнее', ['recent--tasks-1']],
      ['Сделать', ['new']],
      ['Перейти', ['tasks']],
    ]);
  });

  it('puts the page before the things where its name is typed, and says each caption once', () => {
    expect(shown('задач')).toEqual([
      ['Перейти', ['tasks']],
      ['Сделать', ['new', 'all', 'idea']],
      ['Задачи', ['TASK-1']],
    ]);
  });

  it('offers no page of results where there are none', () => {
    expect(shown('ъъъ', [])).toEqual([['Сделать', ['idea']]]);
  });

  it.each([
    ['зад', true],
    ['TASK', true],
    ['задачи новые', false],
    ['', true],
  ])('takes «%s» for the page of tasks: %s', (text, expected) => {
    expect(isMeant({ title: 'Задачи', words: ['Tasks'] }, text)).toBe(expected);
  });
});
