import { describe, expect, it } from '@jest/globals';
import { linksPasted, linkValuesOf } from './link-values';

const channels = [
  { id: 'vk', network: 'VK' as const, title: 'Сосна' },
  { id: 'tg', network: 'TELEGRAM' as const, title: 'Сосна' },
  { id: 'dzen', network: 'DZEN' as const, title: 'Сосна' },
];
const none = linkValuesOf({ channels, links: [] });
const urls = (values: ReturnType<typeof linksPasted>) => values?.map(({ url }) => url) ?? null;
const paste = (text: string, into = 0, values = none) => urls(linksPasted(values, into, text, { channels }));

describe('An address that is pasted', () => {
  it('goes to the channel of its network, wherever it is pasted', () => {
    expect(paste('https://t.me/sosna/1')).toEqual(['', 'https://t.me/sosna/1', '']);
    expect(paste(' vk.com/wall-1_2\n', 2)).toEqual(['https://vk.com/wall-1_2', '', '']);
    expect(paste('https://clck.example/a', 1)).toEqual(['', 'https://clck.example/a', '']);
  });

  it('comes with others', () => {
    expect(paste('https://dzen.ru/a/x\nhttps://vk.com/wall-1_2')).toEqual([
      'https://vk.com/wall-1_2',
      '',
      'https://dzen.ru/a/x',
    ]);
  });

  it('takes no field that says something already', () => {
    const values = none.map((value) => (value.channelId === 'tg' ? { ...value, url: 'https://t.me/sosna/1' } : value));
    expect(paste('https://t.me/sosna/2', 0, values)).toEqual(['https://t.me/sosna/2', 'https://t.me/sosna/1', '']);
    expect(paste('https://t.me/sosna/2', 1, values)).toEqual(['', 'https://t.me/sosna/2', '']);
  });

  it('is pasted as it is where it is none, or where there are more than fields', () => {
    expect(paste('стол')).toBeNull();
    expect(paste('https://a.example https://b.example https://c.example https://d.example')).toBeNull();
  });
});

it('Without channels there is one field, and an address at none keeps its own', () => {
  expect(linkValuesOf({ channels: [], links: [] })).toEqual([{ channelId: null, url: '' }]);
  const links = [{ channelId: null, url: 'https://sosna.example/1', doubt: null }];
  expect(linkValuesOf({ channels: channels.slice(0, 1), links })).toHaveLength(2);
});
