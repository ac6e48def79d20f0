import { describe, expect, it } from '@jest/globals';
import { addressIssues } from './publication';

describe('The address of a publication', () => {
  it.each([
    ['https://vk.com/wall-123_456', 'vk'],
    ['https://vk.com/sosna?w=wall-123_456', 'vk'],
    ['https://m.vk.ru/clip-1_2', 'vk'],
    ['https://vk.com/@sosna-kak-my-sushim', 'vk'],
    ['https://t.me/sosna/128', 'telegram'],
    ['https://t.me/c/1234567/12', 'telegram'],
    ['https://ok.ru/group/123/topic/456', 'ok'],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'youtube'],
    ['https://youtu.be/dQw4w9WgXcQ', 'youtube'],
    ['https://youtube.com/shorts/dQw4w9WgXcQ', 'youtube'],
    ['https://www.tiktok.com/@sosna/video/7300000000', 'tiktok'],
    ['https://dzen.ru/a/aKwXnYKTAFg8sGmL', 'dzen'],
    ['https://www.instagram.com/p/Cx1/', 'instagram'],
    ['https://www.instagram.com/reel/Cx1/', 'instagram'],
  ] as const)('%s is one', (url, network) => {
    expect(addressIssues(url, [network])).toEqual([]);
    expect(addressIssues(url, [])).toEqual([]);
  });

  it.each([
    ['https://vk.com/sosna', 'vk'],
    ['https://t.me/sosna', 'telegram'],
    ['https://ok.ru/group/123', 'ok'],
    ['https://www.youtube.com/@sosna', 'youtube'],
    ['https://dzen.ru/sosna', 'dzen'],
    ['https://www.instagram.com/sosna/', 'instagram'],
  ] as const)('%s is the page of an account', (url, network) => {
    expect(addressIssues(url, [network]).map(({ code }) => code)).toEqual(['not_a_publication']);
  });

  it('of another network is refused, of a site that we do not know it is taken, and none is fine', () => {
    expect(addressIssues('https://t.me/sosna/128', ['vk'])[0]).toMatchObject({ code: 'other_network', path: ['url'] });
    expect(addressIssues('https://sosna.example/blog/1', ['vk'])).toEqual([]);
    expect(addressIssues('', ['vk'])).toEqual([]);
  });
});
