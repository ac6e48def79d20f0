import { describe, expect, it } from '@jest/globals';
import { parseInput } from '@planerka/platform/domain';
import fc from 'fast-check';
import { ideaSchema, marksIn } from './idea';

const kept = (input: object) => {
  const parsed = parseInput(ideaSchema, input);
  return parsed.ok ? parsed.value : parsed.error;
};

describe('An idea typed in one go', () => {
  it.each([
    ['Показать мастерскую', 'Показать мастерскую', [], null],
    ['Показать мастерскую #производство #Видео', 'Показать мастерскую', ['производство', 'видео'], null],
    ['Показать #мастерскую изнутри', 'Показать #мастерскую изнутри', ['мастерскую'], null],
    ['#видео\nСтол едет по лестнице', 'Стол едет по лестнице', ['видео'], null],
    ['Как у них: https://vk.com/wall-1_2', 'Как у них:', [], 'https://vk.com/wall-1_2'],
    [
      'Вот так, https://a.ru/1 , но честнее #ремесло',
      'Вот так, https://a.ru/1 , но честнее',
      ['ремесло'],
      'https://a.ru/1',
    ],
    ['https://a.ru/1', 'https://a.ru/1', [], 'https://a.ru/1'],
    ['#видео', '#видео', ['видео'], null],
    ['Наш цвет #1F2A44 и место #1', 'Наш цвет #1F2A44 и место #1', [], null],
    ['Сравнить https://a.ru https://b.ru', 'Сравнить https://a.ru https://b.ru', [], 'https://a.ru'],
    ['javascript:alert(1)', 'javascript:alert(1)', [], null],
  ])('%j', (typed, text, tags, url) => {
    expect(marksIn(typed)).toEqual({ text, tags, url });
  });

  it('is never nothing, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('стол', '#тег', 'https://a.ru', '\n', '.', '#'), { minLength: 1, maxLength: 12 }),
        (words) => {
          const typed = words.join(' ').trim();
          fc.pre(typed !== '');
          const read = marksIn(typed);
          expect(read.text).not.toBe('');
          expect(marksIn(read.text).text).toBe(read.text);
        },
      ),
    );
  });
});

describe('An idea as it comes in', () => {
  it('has its tags once, without the sign and the case that they were typed in', () => {
    expect(kept({ text: 'Мысль #видео', tags: ['#Видео', ' до и  после ', ''] })).toEqual({
      text: 'Мысль',
      tags: ['видео', 'до и после'],
      url: null,
      clientId: null,
      rubricId: null,
      fileId: null,
    });
  });

  it('keeps the link that was given, as an address of the web', () => {
    expect(kept({ text: 'Мысль https://b.ru', url: 'vk.com/sosna' })).toMatchObject({ url: 'https://vk.com/sosna' });
  });

  it.each([
    [{ text: ' ' }, ['text'], 'required'],
    [{ text: 'Мысль', url: 'javascript:alert(1)' }, ['url'], 'not_a_url'],
    [{ text: 'Мысль', tags: ['я'.repeat(41)] }, ['tags', 0], 'too_long'],
    [{ text: 'Мысль', tags: Array.from({ length: 11 }, (_, index) => `т${index}`) }, ['tags'], 'too_many'],
    [{ text: 'Мысль', fileId: 'картинка' }, ['fileId'], 'not_an_id'],
  ])('%j is refused', (input, path, code) => {
    expect(kept(input)).toMatchObject([{ path, code }]);
  });
});
