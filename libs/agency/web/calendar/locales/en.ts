import type { SameKeys } from '@planerka/platform/web';
import type { ru } from './ru';

export const en: SameKeys<typeof ru> = {
  title: 'Days off and days at work',
  text: 'Due days, clients’ answers, the workload and plans are counted by this calendar. Weekends and public holidays are known; enter moved days off and your own.',
  year: 'Year',
  known: 'Moved days off of {{year}} are known: there is no need to enter them.',
  undecreed:
    'The decree on moved days off of {{year}} is not known to us yet: holidays are those of article 112 of the Labour Code.',
  entered: 'Moved days off of {{year}} are entered',
  enteredHint: 'Tick it when you have entered the days of the decree: warnings about {{year}} go away',
  off: 'We do not work',
  worked: 'We work on a weekend or a holiday',
  noneOff: 'No days off of your own',
  noneWorked: 'No Saturdays at work',
  remove: 'Take out: {{day}}',
  what: 'Which days these are',
  days: 'Dates',
  daysHint: 'One or a whole list: 22.02.{{year}}, 24.02 or {{year}}-02-24, with commas or line by line',
  add: 'Add',
  unread: 'Cannot be read: {{words}}. Correct them and add once more',
  none: 'Enter a date at least',
  added_one: '{{count}} day added',
  added_other: '{{count}} days added',
  removed: 'Day taken out: {{day}}',
  marked: 'Moved days off of {{year}} are marked as entered',
  unmarked: 'Moved days off of {{year}} no longer count as entered',
  already: 'These days are there already',
  note: 'Moved days off of {{years}} are not entered yet: holidays are those of article 112 of the Labour Code.',
  open: 'Enter them',
};
