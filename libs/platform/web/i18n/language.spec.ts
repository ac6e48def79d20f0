import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language';

describe('a browser’s language', () => {
  it.each([
    [['ru-RU', 'en'], 'ru'],
    [['en-GB', 'ru'], 'en'],
    [['kk-KZ', 'RU'], 'ru'],
    [['de', 'fr'], null],
    [[], null],
  ])('%j: %s', (tags, language) => {
    expect(languageOf(tags)).toBe(language);
  });
});
