import type { SameKeys } from '@planerka/platform/web';
import type { ru } from './ru';

export const en: SameKeys<typeof ru> = {
  fit: 'Whether the text fits',
  ownText: 'own text',
  asMain: 'main text',
  fits: '{{now}} of {{limit}} {{unit}}',
  length: '{{now}} {{unit}}',
  unit: { characters: 'chars', bytes: 'bytes' },
  difference: 'How it differs from the main text',
  sameAsMain: 'The same as the main text so far',
};
