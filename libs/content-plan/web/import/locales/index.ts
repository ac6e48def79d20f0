import { defineLocales } from '@planerka/platform/web';
import { en } from './en';
import { ru } from './ru';

/** Apart from the plan's words: they come with the dialog. */
export const { useT, languages } = defineLocales('plan-import', { ru, en });
