import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { adRows, repeatedNames, unknownInNaming, type AdSurroundings } from './ad-rows';
import { fillScheme } from './ad-scheme';
import { slug } from './ad-slug';
import { targetingBrief } from './testing/briefs';
import { readUtm, utmLink, utmProblems, withTag } from './utm';

describe('a name in Latin', () => {
  it.each([
    ['Семьи с ремонтом', 'semi-s-remontom', []],
    ['Объявление №1', 'obyavlenie-1', ['№']],
    ['Щётка, 50 % скидка', 'shchetka-50-skidka', ['%']],
    ['Café «Ёж» — новое', 'cafe-ezh-novoe', ['«', '»']],
    ['клип_2.1', 'klip_2.1', []],
    ['🔥🔥', '', ['🔥']],
    ['  ', '', []],
  ])('%s', (text, written, dropped) => {
    expect(slug(text)).toEqual({ text: written, dropped });
  });

  it('holds nothing that an address would have to escape, and written once more is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { text: written } = slug(text);
        expect(written).toMatch(/^[a-z0-9._~-]*$/);
        expect(slug(written)).toEqual({ text: written, dropped: [] });
      }),
    );
  });
});

describe('a scheme', () => {
  it.each([
    ['{network}_{segment}', 'vk_novosely'],
    ['Зима {network}', 'zima-vk'],
    ['{network}__{goal}__{segment}', 'vk_novosely'],
    ['{ad_id}-{segment}', '{ad_id}-novosely'],
    ['{{banner_id}}', '{{banner_id}}'],
  ])('%s', (scheme, text) => {
    expect(fillScheme(scheme, { network: 'vk', segment: 'Новосёлы' })).toEqual({ text, dropped: [] });
  });

  it('names what it cannot fill in; a name knows no macros of a click', () => {
    expect(unknownInNaming('{network}_{сегмент}_{ad_id}_{{id}}')).toEqual(['{сегмент}', '{ad_id}', '{{id}}']);
  });
});

describe('tags of an address', () => {
  const values = { network: 'vk', campaign: 'Новый год' };

  it.each<[string, string, string, string | null]>([
    ['a bare page', 'https://sosna.ru/stol', 'utm_source={network}', 'https://sosna.ru/stol?utm_source=vk'],
    [
      'a page with parameters and a place',
      'https://sosna.ru/?id=5&utm_source=old#form',
      'utm_source={network}&utm_campaign={campaign}',
      'https://sosna.ru/?id=5&utm_source=vk&utm_campaign=novyy-god#form',
    ],
    ['macros', 'https://sosna.ru', 'utm_content={{banner_id}}', 'https://sosna.ru?utm_content={{banner_id}}'],
    [
      'a tag without a value',
      'https://sosna.ru',
      'utm_source={network}&utm_term={geo}',
      'https://sosna.ru?utm_source=vk',
    ],
    ['half an address', 'sosna.ru/stol', 'utm_source={network}', null],
    ['no address of the web', 'javascript:alert(1)', 'utm_source={network}', null],
  ])('on %s', (_name, landing, template, url) => {
    expect(utmLink(landing, template, values)?.text ?? null).toBe(url);
  });

  it('are read and written one by one, known ones in their order', () => {
    const template = withTag(withTag(withTag('', 'utm_campaign', '{campaign}'), 'ref', 'smm'), 'utm_source', 'vk');
    expect(template).toBe('utm_source=vk&utm_campaign={campaign}&ref=smm');
    expect(readUtm(`?${template}`)).toHaveLength(3);
    expect(withTag(template, 'utm_campaign', '')).toBe('utm_source=vk&ref=smm');
  });

  it('say what is wrong with them', () => {
    expect(utmProblems('utm_source={network}&utm_source=vk&a b=1&utm_term=&utm_content={кто}&utm_id={ad_id}')).toEqual([
      { code: 'utm_unknown_placeholder', names: ['{кто}'] },
      { code: 'utm_name_malformed', names: ['a b', 'utm_term'] },
      { code: 'utm_repeats', names: ['utm_source'] },
    ]);
  });

  it('keep the page itself, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string({ maxLength: 80 }),
        (url, typed) => {
          const link = utmLink(url, `utm_content=${typed.replaceAll('&', '')}`, {});
          if (link === null) return;
          const [before, after] = [new URL(url), new URL(link.text)];
          expect(after.origin + after.pathname + after.hash).toBe(before.origin + before.pathname + before.hash);
        },
      ),
    );
  });
});

describe('advertisements of a brief', () => {
  const around: AdSurroundings = { client: 'Сосна', campaign: 'Стол для всех', schemes: { naming: '', utm: '' } };
  const [segment] = targetingBrief.segments;
  if (!segment) throw new Error('no segment');
  const brief = {
    ...targetingBrief,
    platforms: ['vk_ads' as const, 'yandex_direct' as const],
    segments: [segment, { ...segment, key: 's2', name: 'Похожие' }],
    creatives: [
      { key: 'c1', name: 'Карусель', fileId: null, text: '' },
      { key: 'c2', name: 'Клип', fileId: null, text: '' },
    ],
    matrix: [
      { creative: 'c2', segment: 's1' },
      { creative: 'c1', segment: 's1' },
      { creative: 'c1', segment: 's2' },
      { creative: 'gone', segment: 's1' },
    ],
    utmTemplate: 'utm_source={network}&utm_content={ad}',
  };

  it('are the crosses of the matrix in each system, in the order of the lists', () => {
    expect(adRows(brief, around).map(({ platform, name }) => [platform, name])).toEqual([
      ['vk_ads', 'vk_stol-dlya-vseh_novosely_karusel'],
      ['vk_ads', 'vk_stol-dlya-vseh_pohozhie_karusel'],
      ['vk_ads', 'vk_stol-dlya-vseh_novosely_klip'],
      ['yandex_direct', 'yandex_stol-dlya-vseh_novosely_karusel'],
      ['yandex_direct', 'yandex_stol-dlya-vseh_pohozhie_karusel'],
      ['yandex_direct', 'yandex_stol-dlya-vseh_novosely_klip'],
    ]);
    expect(adRows(brief, around)[0]?.url).toBe(
      'https://sosna.ru/stol?utm_source=vk&utm_content=vk_stol-dlya-vseh_novosely_karusel',
    );
  });

  it('are called as the client’s are where the brief says nothing, and as the brief says where it does', () => {
    const own = { ...around, schemes: { naming: '{client}-{number}', utm: '' } };
    expect(adRows(brief, own).map(({ name }) => name)).toEqual([
      'sosna-01',
      'sosna-02',
      'sosna-03',
      'sosna-01',
      'sosna-02',
      'sosna-03',
    ]);
    expect(adRows({ ...brief, namingScheme: '{creative}' }, own)[0]?.name).toBe('karusel');
  });

  it('share a name only in different systems', () => {
    const named = (namingScheme: string) => repeatedNames(adRows({ ...brief, namingScheme }, around));
    expect(named('{segment}_{creative}')).toEqual([]);
    expect(named('{creative}')).toEqual(['karusel']);
  });
});
