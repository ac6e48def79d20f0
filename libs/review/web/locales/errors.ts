import type { SameKeys } from '@planerka/platform/web';

export const errorsRu = {
  passage_is_empty: 'Выделите хотя бы одно слово',
  passage_not_found: 'В этой версии таких слов уже нет: выделите их ещё раз',
  file_of_another_version: 'Этого файла нет в версии: обновите страницу',
};

export const errorsEn: SameKeys<typeof errorsRu> = {
  passage_is_empty: 'Select at least one word',
  passage_not_found: 'These words are not in this version any more: select them again',
  file_of_another_version: 'This file is not in the version: reload the page',
};
