import { expect, it } from '@jest/globals';
import { marksOfHtml } from './marks-of-html';

it.each([
  ['<h2>О чём</h2><p>Стол <b>для всех </b>и каждого</p>', '## О чём\nСтол **для всех** и каждого'],
  ['<ul><li><p>раз</p></li><li>два</li></ul><ol start="3"><li>три</li></ol>', '- раз\n- два\n3. три'],
  [
    '<p><a href="https://sosna.ru">каталог</a>, <a href="https://sosna.ru/stol">https://sosna.ru/stol</a></p>',
    '[каталог](https://sosna.ru), https://sosna.ru/stol',
  ],
  ['<p>раз<br>два</p><p></p><p>три</p>', 'раз\nдва\nтри'],
  ['слово <i>курсивом</i>', 'слово курсивом'],
  ['<h1><strong>Жирный</strong> заголовок</h1>', '## Жирный заголовок'],
])('%s', (html, text) => {
  expect(marksOfHtml(html)).toBe(text);
});
