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
  const make = (text: string) => newValues({ channels: [] }, { day: '2026-12-12', idea: { id: 'i', text } });

  it('has its first line as the topic and the rest as the idea', () => {
    expect(make('Показать мастерскую\nИлья строгает, свет из окна')).toMatchObject({
      title: 'Показать мастерскую',
      idea: 'Илья строгает, свет из окна',
    });
  });

  it('keeps what is too long for a topic as the idea', () => {
    const text = 'ы'.repeat(titleLimit + 1);
    expect(make(text)).toMatchObject({ title: '', idea: text });
  });
});
