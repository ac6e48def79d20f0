import { defineLocales } from '@planerka/platform/web/guest';
import { en } from './en';
import { ru } from './ru';

export const { useT, languages } = defineLocales('guestPlan', { ru, en });
