import { describe, expect, it } from '@jest/globals';
import { lengthOf, Temporal } from '@planerka/platform/domain';
import fc from 'fast-check';
import { checkPost, editionOn, measure, parseRuleChange, preflightRuleOf, preflightRules, rulesOn, type Post } from '.';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-12-08');
const days = fc.integer({ min: 0, max: 6_000 }).map((offset) => day('2015-01-01').add({ days: offset }));

const post = (patch: Partial<Post> = {}): Post => ({
  day: today,
  title: 'Стол из сосны',
  format: 'post',
  networks: ['vk', 'telegram'],
  text: 'Стол, за которым хочется остаться',
  variants: [],
  media: [],
  brand: { stopWords: [], about: 'Мебель из массива' },
  ad: null,
  ...patch,
});
const picture = (patch: Partial<Post['media'][number]> = {}) => ({
  id: 'f1',
  name: 'stol.jpg',
  kind: 'image' as const,
  bytes: 400_000,
  width: 1080,
  height: 1350,
  ...patch,
});
const check = (patch: Partial<Post>, overrides: Parameters<typeof rulesOn>[2] = [], clientId: string | null = null) => {
  const checked = post(patch);
  return checkPost(checked, rulesOn(preflightRules, checked.day, overrides, clientId));
};
const found = (patch: Partial<Post>) => check(patch).map(({ rule, network, field }) => [rule, network, field]);
const ad = { unmarked: [], erids: [] };

describe('The rules', () => {
  it.each(preflightRules.map((rule) => [rule.key, rule] as const))('%s says where each figure is from', (_, rule) => {
    expect(rule.editions.length).toBeGreaterThan(0);
    for (const { source, limit } of rule.editions) {
      expect(source.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(source.title).not.toBe('');
      expect(source.kind === 'custom' ? source.url : URL.canParse(source.url)).toBe(
        source.kind === 'custom' ? '' : true,
      );
      expect(limit === null).toBe(rule.unit === null);
    }
  });

  it('have keys of their own', () => {
    expect(new Set(preflightRules.map(({ key }) => key)).size).toBe(preflightRules.length);
  });

  it('hold in one edition at most on any day', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...preflightRules), (on, rule) => {
        const text = on.toString();
        const holding = rule.editions.filter(({ since, until }) => (since ?? text) <= text && text <= (until ?? text));
        expect(holding.length).toBeLessThanOrEqual(1);
        expect(editionOn(rule, on)).toBe(holding[0] ?? null);
      }),
    );
  });

  it.each([
    ['2025-12-18', 30],
    ['2025-12-19', 5],
  ])('allow as many hashtags as Instagram did on %s: %i', (on, limit) => {
    expect(rulesOn(preflightRules, day(on)).find(({ key }) => key === 'instagram_hashtags')?.limit).toBe(limit);
  });

  it.each([
    ['2025-08-31', false],
    ['2025-09-01', true],
  ])('ban advertising on Instagram on %s: %s', (on, isBanned) => {
    const findings = check({ day: day(on), networks: ['instagram', 'vk'], ad });
    expect(findings.some(({ rule, network }) => rule === 'ads_banned' && network === 'instagram')).toBe(isBanned);
  });
});

describe('A publication', () => {
  it.each([
    ['is fine as it is', {}, []],
    ['has no text yet', { text: null }, []],
    [
      'is too long for a caption in Telegram only',
      { text: 'а'.repeat(1025), media: [picture()] },
      [['telegram_caption', 'telegram', 'text']],
    ],
    ['is a long message without a picture', { text: 'а'.repeat(1025) }, []],
    [
      'is too long where its own words are',
      { variants: [{ network: 'telegram', text: 'а'.repeat(4097) }] },
      [['telegram_message', 'telegram', 'text.telegram']],
    ],
    [
      'is too long, but Telegram has its own words',
      { text: 'а'.repeat(4097), variants: [{ network: 'telegram', text: 'Коротко' }] },
      [],
    ],
    [
      'counts a Cyrillic letter twice in YouTube',
      { networks: ['youtube'], text: 'я'.repeat(2501), media: [picture({ kind: 'video' })] },
      [['youtube_description', 'youtube', 'text']],
    ],
    [
      'has no video for YouTube and a long title',
      { networks: ['youtube'], title: 'а'.repeat(101), media: [picture()] },
      [
        ['youtube_title', 'youtube', 'title'],
        ['youtube_video', 'youtube', 'media'],
      ],
    ],
    [
      'has six hashtags in Instagram',
      { networks: ['instagram'], text: '#а #б #в #г #д #е' },
      [['instagram_hashtags', 'instagram', 'text']],
    ],
    [
      'has a picture too heavy and too large',
      { networks: ['telegram'], media: [picture({ bytes: 11_000_000, width: 9000, height: 1500 })] },
      [
        ['telegram_image_weight', 'telegram', 'media.f1'],
        ['telegram_image_sides', 'telegram', 'media.f1'],
      ],
    ],
    ['has a document, which is no picture', { media: [picture({ kind: 'document', bytes: 60_000_000 })] }, []],
    [
      'has a link that nobody will count, and one to the network',
      { text: 'Смотрите https://sosna.ru/stol. И https://vk.com/sosna' },
      [['utm', null, 'text']],
    ],
    ['has a counted link', { text: 'https://sosna.ru/stol?utm_source=vk&utm_medium=post' }, []],
    ['shouts', { text: 'РАСПРОДАЖА СТОЛОВ: СКИДКИ для ООО «Сосна»' }, [['capitals', null, 'text']]],
    [
      'says what the brand never says',
      { brand: { stopWords: ['дешёвый'], about: '' }, text: 'Дешевый стол' },
      [['stop_words', null, 'text']],
    ],
  ] as [string, Partial<Post>, unknown[]][])('%s', (_, patch, expected) => {
    expect(found(patch)).toEqual(expected);
  });

  it('of a clinic is held to the law on advertising medicine, and only as advertising', () => {
    const clinic = {
      brand: { stopWords: [], about: 'Стоматологическая клиника' },
      text: 'Улыбка до и после',
      media: [picture({ name: 'before-after.jpg' })],
    };
    expect(found(clinic)).toEqual([]);
    expect(found({ ...clinic, ad })).toEqual([
      ['contraindications', null, 'text'],
      ['before_after', null, 'text'],
      ['before_after', null, 'media.f1'],
    ]);
    const warned = 'Имеются противопоказания, нужна консультация специалиста';
    expect(found({ ...clinic, text: warned, media: [], ad })).toEqual([]);
  });

  it('of advertising has an erid, and says it', () => {
    const unmarked = check({ ad: { unmarked: ['Стол', ''], erids: [] } });
    expect(unmarked).toEqual([
      expect.objectContaining({
        rule: 'erid_missing',
        severity: 'blocks',
        field: 'marking',
        params: { words: ['Стол'] },
      }),
    ]);
    const marked = { unmarked: [], erids: ['2VtzqwK7sn4'] };
    expect(found({ ad: marked })).toEqual([['erid_in_text', null, 'text']]);
    expect(found({ ad: marked, text: 'Реклама. ООО «Сосна». erid: 2VtzqwK7sn4' })).toEqual([]);
  });

  it('may be longer in TikTok where it goes out with pictures and no video', () => {
    const long = { networks: ['tiktok' as const], text: 'а'.repeat(2201) };
    const tooLong = (media: Post['media']) =>
      check({ ...long, media })
        .filter(({ kind }) => kind === 'text_length')
        .map(({ rule }) => rule);
    expect(tooLong([])).toEqual(['tiktok_caption']);
    expect(tooLong([{ ...picture(), kind: 'video' }])).toEqual(['tiktok_caption']);
    expect(tooLong([picture(), picture()])).toEqual([]);
  });

  it('is told first what blocks it', () => {
    const severities = check({
      text: `${'😀'.repeat(11)} ${'а'.repeat(5000)} https://sosna.ru`,
    }).map(({ severity }) => severity);
    expect(severities).toEqual(['blocks', 'warns', 'advice']);
  });

  it('is too long exactly where it has one more than the limit', () => {
    const limited = preflightRules.filter(({ kind, unit }) => kind === 'text_length' && unit === 'characters');
    fc.assert(
      fc.property(
        fc.constantFrom(...limited),
        fc.constantFrom('а', 'z', '😀', '\n'),
        fc.integer({ min: -1, max: 1 }),
        (rule, character, more) => {
          const limit = editionOn(rule, today)?.limit ?? 0;
          const findings = check({
            networks: rule.networks ?? [],
            text: character.repeat(limit + more),
            media: rule.media === 'with' || rule.media === 'pictures' ? [picture()] : [],
          });
          expect(findings.some((finding) => finding.rule === rule.key)).toBe(more > 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is as long in bytes as UTF-8 makes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(measure(text, 'bytes')).toBe(Buffer.byteLength(text, 'utf8'));
        expect(measure(text, 'characters')).toBe(lengthOf(text));
      }),
    );
  });
});

describe('An agency', () => {
  const override = { rule: 'emoji', clientId: null, isOff: false, limit: 2 };
  const smiles = { text: '😀😀😀' };
  it('sets another limit, and for one client yet another', () => {
    expect(check(smiles)).toEqual([]);
    expect(check(smiles, [override], 'c1')).toEqual([
      expect.objectContaining({ rule: 'emoji', params: { count: 3, limit: 2 } }),
    ]);
    expect(check(smiles, [override, { ...override, clientId: 'c1', limit: 3 }], 'c1')).toEqual([]);
    expect(check(smiles, [override, { ...override, clientId: 'c1', limit: 3 }], 'c2')).toHaveLength(1);
  });

  it('switches a rule off', () => {
    const shout = { text: 'СКИДКИ СКИДКИ СКИДКИ' };
    expect(check(shout)).toHaveLength(1);
    expect(check(shout, [{ rule: 'capitals', clientId: 'c1', isOff: true, limit: null }], 'c1')).toEqual([]);
  });

  it.each([
    ['emoji', { isOff: false, limit: 3, reason: 'Бренд для детей' }, []],
    ['utm', { isOff: true, limit: null, reason: 'Ссылки короткие' }, []],
    ['emoji', { isOff: false, limit: null, reason: 'Так' }, ['limit nothing_changed']],
    ['utm', { isOff: true, limit: 3, reason: 'Так' }, ['limit rule_counts_nothing']],
    ['emoji', { isOff: true, limit: null, reason: ' ' }, ['reason required']],
    ['emoji', { isOff: false, limit: 0, reason: 'Так' }, ['limit too_small']],
    ['none', { isOff: true, limit: null, reason: 'Так' }, ['rule unknown_rule']],
  ])('says why of %s: %j', (key, input, expected) => {
    const parsed = parseRuleChange(key, input);
    expect(parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(expected);
  });

  it('knows the rules by their keys', () => {
    expect(preflightRuleOf('vk_post')?.networks).toEqual(['vk']);
    expect(preflightRuleOf('none')).toBeNull();
  });
});
