import { describe, expect, it } from '@jest/globals';
import { platformLocales, platformText } from '../locales/platform-text';
import { errorsEn, errorsRu } from '../locales/errors';
import { speak } from './language';
import { localeDifferences } from './locale-parity';

describe('the platform’s words', () => {
  it('are the same in both languages', () => {
    expect(localeDifferences(platformLocales.ru, platformLocales.en)).toEqual([]);
    expect(localeDifferences(errorsRu, errorsEn)).toEqual([]);
  });

  it('follow Russian plurals', () => {
    const texts = [1, 2, 5, 11, 21, 1.5].map((count) => platformText('form.fix', { count }));
    expect(texts).toEqual([
      'Исправьте 1 поле',
      'Исправьте 2 поля',
      'Исправьте 5 полей',
      'Исправьте 11 полей',
      'Исправьте 21 поле',
      'Исправьте 1.5 поля',
    ]);
  });

  it('switch language at once', () => {
    speak('en');
    expect(platformText('actions.save')).toBe('Save');
    speak('ru');
  });
});

describe('localeDifferences', () => {
  it('names a missing key, a missing plural form, another placeholder', () => {
    expect(localeDifferences({ a: '1', rows_one: 'x', rows_other: 'x' }, { rows_one: 'x' })).toEqual([
      'en lacks a',
      'ru lacks rows_few',
      'ru lacks rows_many',
      'en lacks rows_other',
    ]);
    expect(localeDifferences({ a: '{{ name }}' }, { a: 'nobody' })).toEqual(['a has other placeholders']);
  });
});
