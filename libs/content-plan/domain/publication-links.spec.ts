import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planNames } from './plan-table';
import { linksIn, linksText, placeLinks } from './publication-links';

const channels = [
  { id: 'vk', network: 'vk', title: 'Сосна', url: '' },
  { id: 'vk2', network: 'vk', title: 'Сосна: распродажа', url: '' },
  { id: 'tg', network: 'telegram', title: 'Сосна', url: '' },
  { id: 'site', network: 'other', title: 'Блог', url: '' },
] as const;
const { channels: names } = planNames({ channels, rubrics: [], campaigns: [] });
const plain = (...urls: string[]) => urls.map((url) => ({ channelId: null, url }));
const placesOf = (...urls: string[]) => placeLinks(plain(...urls), channels).map(({ channelId }) => channelId);

describe('Addresses and the channels that they are of', () => {
  it('meet by their host, and what nobody knows takes what is free', () => {
    expect(placesOf('https://t.me/sosna/1', 'https://m.vk.com/wall-1_2')).toEqual(['tg', 'vk']);
    expect(placesOf('https://sosna.example/1')).toEqual(['site']);
    expect(placesOf('https://vk.com/wall-1_2', 'https://vk.ru/wall-1_3', 'https://vk.ru/wall-1_4')).toEqual([
      'vk',
      'vk2',
      'tg',
    ]);
    expect(placeLinks(plain('https://t.me/a/1', 'https://t.me/a/2'), channels.slice(2, 3))).toEqual([
      { channelId: 'tg', url: 'https://t.me/a/1' },
      { channelId: null, url: 'https://t.me/a/2' },
    ]);
  });

  it('stay where they are known to be', () => {
    const known = [{ channelId: 'vk2', url: 'https://vk.com/wall-1_2' }];
    expect(placeLinks(plain('https://vk.com/wall-1_2'), channels, known)).toEqual(known);
  });

  it('are written into a cell and read again, whichever they are', () => {
    const url = fc.constantFrom(
      'https://vk.com/wall-1_2?x=1,2;3',
      'https://t.me/iv?url=https://sosna.example/a&rhash=1',
      'https://clck.example/a,',
      'HTTPS://vk.ru/wall-5_6',
    );
    const links = fc
      .record({ vk: fc.option(url), vk2: fc.option(url), tg: fc.option(url), site: fc.option(url) })
      .map((by) =>
        channels.flatMap(({ id }) => {
          const at = by[id];
          return at === null ? [] : [{ channelId: id, url: at }];
        }),
      );
    fc.assert(
      fc.property(links, (given) => {
        const read = linksIn(linksText(given, channels, names), names);
        expect(read.unknown).toEqual([]);
        expect(placeLinks(read.links, channels)).toEqual(given);
      }),
    );
  });

  it('are read as people write them', () => {
    const read = (text: string) => linksIn(text, names);
    expect(read('https://vk.com/wall-1_2, https://t.me/sosna/1').links).toEqual(
      plain('https://vk.com/wall-1_2', 'https://t.me/sosna/1'),
    );
    expect(read('VK: Сосна — https://clck.example/a').links).toEqual([
      { channelId: 'vk', url: 'https://clck.example/a' },
    ]);
    expect(read('Пикабу https://pikabu.example/1')).toMatchObject({ unknown: ['Пикабу'] });
    expect(read('на неделе').unknown).toEqual(['на неделе']);
    expect(read('')).toEqual({ links: [], unknown: [] });
  });
});
