import type { SameKeys } from '@planerka/platform/web';
import { actions } from './en/actions';
import { board } from './en/board';
import { brief } from './en/brief';
import { fields } from './en/fields';
import { findings } from './en/findings';
import { page } from './en/page';
import type { ru } from './ru';

export const en: SameKeys<typeof ru> = {
  tasks: 'Tasks',
  discipline: { copy: 'Copy', design: 'Design', targeting: 'Targeting' },
  briefOf: { copy: 'Brief for copy', design: 'Brief for design', targeting: 'Brief for targeting' },
  create: {
    title: 'New task',
    for: 'For whom',
    client: 'Client',
    campaign: 'Campaign',
    item: 'Publication',
    noItem: 'No publication: for the whole campaign',
    discipline: 'Discipline',
    type: 'What to make',
    name: 'Title',
    namePlaceholder: 'Carousel “A table for everyone”',
    assignee: 'Assignee',
    later: 'Choose later',
    due: 'Due',
    after: 'Start after',
    template: 'Brief template',
    noTemplate: 'Empty brief',
    submit: 'Create and write the brief',
    created: 'Task created',
  },
  chain: {
    title: 'Tasks for the publication',
    campaign: 'Campaign whose budget pays',
    usualApproval_one: '{{count}} working day is left for the client’s answer: that is what they usually take.',
    usualApproval_other: '{{count}} working days are left for the client’s answer: that is what they usually take.',
    assumedApproval_one: '{{count}} working day is left for the client’s answer: too few were heard to know better.',
    assumedApproval_other:
      '{{count}} working days are left for the client’s answer: too few were heard to know better.',
    existing: 'There is a task already',
    load_zero: 'free',
    load_one: '{{count}} task',
    load_other: '{{count}} tasks',
    begin: 'Begin the brief with',
    like: 'The one of “{{title}}”',
    template: 'Template “{{name}}”',
    tight: 'Less time than usual: agree on it first, or move the publication.',
    submit_zero: 'Create tasks',
    submit_one: 'Create {{count}} task',
    submit_other: 'Create {{count}} tasks',
    created_one: '{{count}} task created: its brief is to be written',
    created_other: '{{count}} tasks created: their briefs are to be written',
  },
  ...board,
  ...actions,
  ...page,
  ...brief,
  ...fields,
  ...findings,
};
