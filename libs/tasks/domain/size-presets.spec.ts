import { describe, expect, it } from '@jest/globals';
import { placementSchema } from './design-brief';
import { sizePresets, sizeSources, withPresets } from './size-presets';

describe('sizes of the networks', () => {
  it('are named once each, fit into a brief, and have a source', () => {
    expect(new Set(sizePresets.map(({ key }) => key)).size).toBe(sizePresets.length);
    for (const { key, width, height, network } of sizePresets) {
      expect(placementSchema.safeParse({ preset: key, name: key, width, height }).success).toBe(true);
      if (network !== 'any') expect(sizeSources[network]).toMatch(/^https:\/\//);
    }
  });

  it('are chosen several at once; what was written of a size, and one’s own sizes, stay', () => {
    const own = { preset: null, name: 'Витрина', width: 900, height: 400 };
    const renamed = { preset: 'vk_square', name: 'Карусель', width: 1080, height: 1080 };
    const chosen = withPresets([renamed, own], ['vk_square', 'vk_cover'], ({ key }) => key);
    expect(chosen).toEqual([renamed, own, { preset: 'vk_cover', name: 'vk_cover', width: 1590, height: 400 }]);
    expect(withPresets(chosen, [], ({ key }) => key)).toEqual([own]);
  });
});
