import { expect, it } from '@jest/globals';
import { localeDifferences } from '@planerka/platform/web';
import { languages } from '.';

it('has the same words in both languages', () => {
  expect(localeDifferences(languages.ru, languages.en)).toEqual([]);
});
