// What the palette needs of search; the page has its own door.
export { hrefOf, iconOf, noteOf } from './found-look';
export { useT as useSearchText } from './locales';
export { en as searchEn } from './locales/en';
export { ru as searchRu } from './locales/ru';
export { DeskSearchQuery } from './search-documents';
