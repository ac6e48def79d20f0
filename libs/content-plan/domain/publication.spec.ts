import { describe, expect, it } from '@jest/globals';
import { channelsInUse, linkDoubt, linksAfter } from './publication';

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
    ['https://sosna.example/blog/1', 'other'],
  ] as const)('%s looks like one', (url, network) => {
    expect(linkDoubt(url, network)).toBeNull();
    expect(linkDoubt(url, null)).toBeNull();
  });

  it.each([
    ['https://vk.com/sosna', 'vk'],
    ['https://t.me/sosna', 'telegram'],
    ['https://ok.ru/group/123', 'ok'],
    ['https://www.youtube.com/@sosna', 'youtube'],
    ['https://dzen.ru/sosna', 'dzen'],
    ['https://www.instagram.com/sosna/', 'instagram'],
  ] as const)('%s looks like the page of an account', (url, network) => {
    expect(linkDoubt(url, network)).toBe('not_a_publication');
  });

  it('of another network or of none that we know is doubted in words of its own, and none is fine', () => {
    expect(linkDoubt('https://t.me/sosna/128', 'vk')).toBe('other_network');
    expect(linkDoubt('https://clck.example/a1', 'vk')).toBe('other_site');
    expect(linkDoubt('', 'vk')).toBeNull();
    expect(linkDoubt('vk.com', 'vk')).toBeNull();
  });
});

describe('Links of a publication', () => {
  const vk = { channelId: 'vk', url: 'https://vk.com/wall-1_2' };
  const telegram = { channelId: 'tg', url: 'https://t.me/sosna/1' };
  const item = { channelIds: ['vk', 'tg'], links: [vk] };
  const codes = (of: typeof item, wished: readonly { channelId: string | null; url: string }[]) => {
    const after = linksAfter(of, wished);
    return after.ok ? after.value : after.error.map(({ path, code }) => `${path.join('.')} ${code}`);
  };

  it('come one by one: those of channels that are not named stay', () => {
    expect(codes(item, [telegram])).toEqual([vk, telegram]);
    expect(codes(item, [{ channelId: 'vk', url: '' }])).toEqual([]);
    expect(codes({ ...item, links: [vk, telegram] }, [{ ...vk, url: 'https://vk.com/wall-1_3' }])).toEqual([
      telegram,
      { channelId: 'vk', url: 'https://vk.com/wall-1_3' },
    ]);
  });

  it('are of its own channels, each once; of none only where it has none', () => {
    expect(codes(item, [{ channelId: 'ok', url: '' }, telegram, telegram])).toEqual([
      'links.0.channelId unknown_channel',
      'links.2.channelId named_twice',
    ]);
    const loose = { channelId: null, url: 'https://sosna.example/1' };
    expect(codes(item, [loose])).toEqual(['links.0.channelId unknown_channel']);
    expect(codes({ channelIds: [], links: [] }, [loose])).toEqual([loose]);
  });

  it('hold their channels', () => {
    expect(channelsInUse(item, ['tg'])).toEqual(['vk']);
    expect(channelsInUse(item, ['vk'])).toEqual([]);
  });
});
