import { describe, expect, it } from '@jest/globals';
import { isUntouched, mergeValues, newValues, titleLimit, type ItemValues } from './item-values';

const base: ItemValues = {
  title: 'Стол',
  idea: '',
  format: 'POST',
  publishOn: '2026-12-12',
  publishTime: '12:00',
  channelIds: ['vk', 'tg'],
  rubricId: null,
  campaignId: null,
  wantsClientApproval: true,
};

describe('A form over a publication that somebody else saves meanwhile', () => {
  it('takes theirs where nothing was typed, and keeps what was', () => {
    const mine = { ...base, title: 'Стол «Онега»', idea: 'Места хватит' };
    const theirs = { ...base, title: 'Стол на восьмерых', publishOn: '2026-12-15' };
    expect(mergeValues(base, mine, theirs)).toEqual({
      values: { ...mine, publishOn: '2026-12-15' },
      taken: ['publishOn'],
      contested: ['title'],
    });
  });

  it('says nothing where both wrote the same, or only the order of channels differs', () => {
    const mine = { ...base, title: 'Стол «Онега»' };
    const theirs = { ...mine, channelIds: ['tg', 'vk'] };
    expect(mergeValues(base, mine, theirs)).toEqual({ values: mine, taken: [], contested: [] });
  });

  it('knows whether anything was typed at all', () => {
    expect(isUntouched({ ...base, channelIds: ['tg', 'vk'] }, base)).toBe(true);
    expect(isUntouched({ ...base, publishTime: '12:30' }, base)).toBe(false);
  });
});

describe('A publication made of an idea', () => {
  const made = (text: string, url: string | null = null, rubricId = '') => {
    const idea = { id: 'i', text, url, rubric: rubricId ? { id: rubricId } : null };
    return newValues({ channels: [] }, { day: '2026-12-12', idea });
  };
  const long = `${'слово '.repeat(40)}конец`;

  it.each([
    ['Показать мастерскую\nИлья строгает', null, 'Показать мастерскую', 'Илья строгает'],
    ['Тема', 'https://a.ru/1', 'Тема', 'https://a.ru/1'],
    ['Тема\nкак тут https://a.ru/1', 'https://a.ru/1', 'Тема', 'как тут https://a.ru/1'],
    [long, null, `${'слово '.repeat(13).trim()}…`, long],
    ['ы'.repeat(titleLimit + 1), null, `${'ы'.repeat(80)}…`, 'ы'.repeat(titleLimit + 1)],
  ])('%#: its first line is the topic, the rest and the link are the text', (text, url, title, idea) => {
    expect(made(text, url)).toMatchObject({ title, idea, publishOn: '2026-12-12', publishTime: '12:00' });
  });

  it('is of its rubric', () => {
    expect(made('Тема', null, 'r')).toMatchObject({ rubricId: 'r' });
  });
});
