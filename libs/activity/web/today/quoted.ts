import type { Text } from '@planerka/platform/web';
import type { ru } from '../locales/ru';

/** A title in quotation marks, unless it brings its own: «Запуск «Чистка»» is nobody's Russian. */
export const quoted = (title: string, t: Text<typeof ru>): string =>
  /[«»“”]/.test(title) ? title : t('name', { text: title });
