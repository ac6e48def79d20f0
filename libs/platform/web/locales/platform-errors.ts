import { defineErrors } from '../i18n/define-locales';
import { errorsEn, errorsRu } from './errors';

// Apart from the platform's other words: the guest's page is refused nothing that has a field.
defineErrors({ ru: errorsRu, en: errorsEn });
