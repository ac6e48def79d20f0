import { describe, expect, it } from '@jest/globals';
import { briefFields } from '@planerka/tasks/domain';
import { localeDifferences } from '@planerka/platform/web';
import { languages } from '.';

const { ru, en } = languages;

const at = (tree: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((found, key) => (typeof found === 'object' && found ? Reflect.get(found, key) : undefined), tree);

describe('words of tasks', () => {
  it('are the same in both languages', () => {
    expect(localeDifferences(ru, en)).toEqual([]);
  });

  it.each(Object.entries(briefFields))('name every field, group and option of the %s brief', (_, fields) => {
    for (const language of [ru, en]) {
      for (const { path, group, options } of fields) {
        expect([path, at(language.field, path)]).toEqual([path, expect.any(String)]);
        expect([group, at(language.group, group)]).toEqual([group, expect.any(String)]);
        for (const option of options)
          expect([option, at(language.option, option)]).toEqual([option, expect.any(String)]);
      }
    }
  });
});
