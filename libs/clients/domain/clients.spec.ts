import { describe, expect, it } from '@jest/globals';
import { Money, parseInput, Temporal } from '@planerka/platform/domain';
import { isSameProfile, mergeBrandProfile, withParts } from './brand-merge';
import { brandCompleteness, emptyBrandProfile, parseBrandProfile } from './brand-profile';
import { contactSchema, losingLastWord, normaliseContact } from './client';
import { networkOf } from './network';
import { nextOnboardingStep, onboardingOf, onboardingSteps } from './onboarding';
import { catalogueTotal, includedUse, retainerFor } from './retainer';
import '@planerka/platform/domain/testing/temporal-equality';

const rub = (amount: number) => Money.of(BigInt(amount) * 100n, 'RUB');
const month = (text: string) => Temporal.PlainYearMonth.from(text);

describe('a brand profile', () => {
  it('may be empty and comes back as it went', () => {
    expect(parseBrandProfile({})).toEqual({ ok: true, value: emptyBrandProfile });
    expect(parseBrandProfile(JSON.parse(JSON.stringify(emptyBrandProfile)))).toEqual({
      ok: true,
      value: emptyBrandProfile,
    });
    expect(brandCompleteness(emptyBrandProfile)).toEqual({ filled: 0, of: 7 });
  });

  it.each<[string, object, string, string]>([
    ['a colour by name', { colours: [{ hex: 'red' }] }, 'colours.0.hex', 'invalid_format'],
    ['a script for a link', { links: [{ title: 'x', url: 'javascript:alert(1)' }] }, 'links.0.url', 'not_a_url'],
    ['an INN of eleven digits', { marking: { inn: '12345678901' } }, 'marking.inn', 'invalid_format'],
    ['a long voice', { toneOfVoice: 'я'.repeat(20_001) }, 'toneOfVoice', 'too_long'],
    ['a field we do not have', { margin: 40 }, 'margin', 'unknown_field'],
  ])('with %s is refused at the field', (_name, patch, path, code) => {
    const parsed = parseBrandProfile(patch);
    expect(parsed.ok ? [] : parsed.error.map((found) => [found.path.join('.'), found.code])).toContainEqual([
      path,
      code,
    ]);
  });
});

describe('contacts', () => {
  it('who have the last word approve, and are one', () => {
    const contact = contactSchema.parse({ name: 'Ирина Сосновская', isFinalApprover: true });
    expect(normaliseContact(contact)).toMatchObject({ isApprover: true, isFinalApprover: true });
    const contacts = [
      { id: 'a', isFinalApprover: true },
      { id: 'b', isFinalApprover: false },
      { id: 'c', isFinalApprover: true },
    ];
    expect(losingLastWord(contacts, 'c')).toEqual(['a']);
  });

  it('need a name and a real address', () => {
    expect(parseInput(contactSchema, { name: ' ', email: 'ирина' })).toMatchObject({
      error: [
        { path: ['name'], code: 'required' },
        { path: ['email'], code: 'not_an_email' },
      ],
    });
  });
});

it.each([
  ['https://vk.com/sosna', 'vk'],
  ['https://www.youtube.com/@sosna', 'youtube'],
  ['https://m.vk.com/sosna', 'vk'],
  ['https://evilvk.com/sosna', null],
  ['vk.com/sosna', 'vk'],
  ['просто слова', null],
])('%s is of %s', (url, network) => {
  expect(networkOf(url)).toBe(network);
});

describe('two people writing in one brand profile', () => {
  const was = { ...emptyBrandProfile, toneOfVoice: 'Спокойно', audience: 'Семьи', stopWords: ['премиум'] };

  it('keep what each of them changed', () => {
    const mine = { ...was, audience: 'Семьи с детьми' };
    const theirs = { ...was, toneOfVoice: 'Тепло', stopWords: ['премиум', 'эко'] };
    const { taken, conflicts } = mergeBrandProfile(was, mine, theirs);
    expect(withParts(mine, theirs, taken)).toEqual({ ...theirs, audience: 'Семьи с детьми' });
    expect(conflicts).toEqual([]);
  });

  it('are asked about what both changed, and agree where they wrote the same', () => {
    const mine = { ...was, toneOfVoice: 'Строго', audience: 'Пары' };
    const theirs = { ...was, toneOfVoice: 'Тепло', audience: 'Пары' };
    expect(mergeBrandProfile(was, mine, theirs)).toEqual({ taken: [], conflicts: ['toneOfVoice'] });
  });

  it('lose nothing to somebody who only looked', () => {
    const theirs = { ...was, toneOfVoice: 'Тепло' };
    expect(isSameProfile(withParts(was, theirs, mergeBrandProfile(was, was, theirs).taken), theirs)).toBe(true);
  });
});

describe('the onboarding', () => {
  it('shows all steps and names the next', () => {
    const done = new Set(['contract_signed', 'brand_files_received', 'a step of an older version']);
    expect(
      onboardingOf(done)
        .filter(({ isDone }) => isDone)
        .map(({ key }) => key),
    ).toEqual(['contract_signed', 'brand_files_received']);
    expect(nextOnboardingStep(done)).toBe('brief_filled');
    expect(nextOnboardingStep(new Set(onboardingSteps))).toBeNull();
  });
});

describe('the retainer', () => {
  const old = { validFrom: month('2026-09'), includedItems: 12 };
  const current = { validFrom: month('2026-12'), includedItems: 16 };

  it.each([
    ['2026-08', null],
    ['2026-11', old],
    ['2026-12', current],
    ['2027-03', current],
  ])('of %s', (when, expected) => {
    expect(retainerFor([current, old], month(when))).toBe(expected);
  });

  it('counts what is past it', () => {
    expect(includedUse(current, 18)).toEqual({ used: 18, included: 16, over: 2 });
    expect(includedUse(null, 18)).toEqual({ used: 18, included: 0, over: 0 });
    const services = [
      { serviceId: 's', name: 'Пост', quantity: 12, price: rub(3_500) },
      { serviceId: 't', name: 'Таргет', quantity: 1, price: rub(40_000) },
    ];
    expect(catalogueTotal(services, 'RUB')).toEqual(rub(82_000));
  });
});
