import type { SameKeys } from '@planerka/platform/web';
import type { ru } from './ru';

export const en: SameKeys<typeof ru> = {
  short: 'Queue',
  title: 'My queue',
  first: 'Where to begin',
  all: 'The whole queue',
  lead: 'A good order to work in: what is late, then what has to begin. What waits for others stands last.',
  due: 'by {{at}}',
  hours: '{{hours}} h',
  empty: 'The queue is empty',
  emptyText: 'When the manager issues a brief, its task will be here.',
  reason: {
    OVERDUE: 'Past its due time',
    TIME_TO_BEGIN: 'Begin now to be in time',
    OTHERS_WAIT_one: '{{count}} more task waits for it',
    OTHERS_WAIT_other: '{{count}} more tasks wait for it',
    BEGUN: 'Already begun',
    NEXT: 'Next by due time',
    NO_DUE: 'No due time',
    WAITS: 'Waits for: {{title}}',
    ASKED: 'Waits for the manager’s answer',
  },
};
