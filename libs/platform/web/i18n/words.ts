import type { Language } from './language';

export interface Locale {
  readonly [key: string]: string | Locale;
}

export type TextParams = Readonly<Record<string, string | number | undefined>>;

/** Everything that has been said so far, by language; words arrive with the code that needs them. */
const words: Readonly<Record<Language, Map<string, string>>> = { ru: new Map(), en: new Map() };

const plurals: Readonly<Record<Language, Intl.PluralRules>> = {
  ru: new Intl.PluralRules('ru'),
  en: new Intl.PluralRules('en'),
};

/** Nested keys become dotted ones; what is said again overwrites. */
export function addWords(language: Language, namespace: string, locale: Locale, prefix = ''): void {
  for (const [key, value] of Object.entries(locale)) {
    if (typeof value === 'string') words[language].set(`${namespace}:${prefix}${key}`, value);
    else addWords(language, namespace, value, `${prefix}${key}.`);
  }
}

/** The sentence for a key, with its plural form by `count` and its `{{placeholders}}` filled; undefined where nobody wrote one. */
export function findWords(
  language: Language,
  namespace: string,
  key: string,
  params: TextParams = {},
): string | undefined {
  const said = (end: string) => words[language].get(`${namespace}:${key}${end}`);
  const { count } = params;
  const text =
    typeof count === 'number'
      ? ((count === 0 ? said('_zero') : undefined) ?? said(`_${plurals[language].select(count)}`) ?? said(''))
      : said('');
  return text?.replace(/{{\s*(\w+)\s*}}/g, (_, name: string) => String(params[name] ?? ''));
}
