import type { SameKeys } from '@planerka/platform/web';
import type { ru } from './ru';

export const en: SameKeys<typeof ru> = {
  VACATION: 'on holiday until {{day}}',
  SICK: 'ill until {{day}}',
  OTHER: 'away until {{day}}',
};
