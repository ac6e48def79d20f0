import type { SameKeys } from '@planerka/platform/web';
import type { ru } from './ru';

export const en: SameKeys<typeof ru> = {
  title: 'My views',
  own: 'Mine',
  shared: 'Shared',
  isShared: 'shared',
  changed: '{{name}} · changed',
  empty: 'None yet. Choose filters and an order, and save them under a name.',
  loading: 'Loading…',
  failed: 'They did not load. Try again',
  save: 'Save view',
  saveAs: 'Save as a new view…',
  saveTitle: 'Save view',
  keep: 'Keep the changes in “{{name}}”',
  keepShort: 'Keep the changes',
  asKept: 'Back to what was saved',
  rename: 'Name and access',
  delete: 'Delete the view',
  name: 'Name',
  share: 'Shared with managers',
  shareHint: 'Seen by those who lead these clients; you and the owner can change it',
  submit: 'Save',
  saved: 'View “{{name}}” saved',
  kept: 'View “{{name}}” changed',
  deleted: 'View “{{name}}” deleted',
};
