import { useMemo } from 'react';
import { currentLanguage, type Language, useLanguage } from './language';
import { addWords, findWords, type Locale, type TextParams } from './words';

export type { Locale, TextParams };

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
/** Only where the singular exists too: `too_many` is a key of its own. */
type WithoutPlural<K extends string, All> = K extends `${infer Base}_${PluralForm}`
  ? `${Base}_one` extends All
    ? Base
    : K
  : K;

/** `«rows_one» | «rows_few» | «actions.save»` → `'rows' | 'actions.save'`. */
export type TextKey<L> = {
  [K in keyof L & string]: L[K] extends string ? WithoutPlural<K, keyof L> : `${K}.${TextKey<L[K]>}`;
}[keyof L & string];

/** The other language has the same keys; English needs no `few` and `many`. */
export type SameKeys<L> = {
  [
    K in keyof L as K extends `${infer Base}_${'few' | 'many'}` ? (`${Base}_one` extends keyof L ? never : K) : K
  ]: L[K] extends string ? string : SameKeys<L[K]>;
};

/** `count` picks the plural form. */
export type Text<L> = (key: TextKey<L>, params?: TextParams) => string;

export interface Locales<L> {
  /** Inside components: re-renders when the language changes. */
  useT: () => Text<L>;
  /** Outside of React (validators, toasts). */
  t: Text<L>;
  readonly languages: { readonly ru: L; readonly en: SameKeys<L> };
}

const textIn =
  <L>(namespace: string, language?: Language): Text<L> =>
  (key, params) =>
    findWords(language ?? currentLanguage(), namespace, String(key), params) ?? String(key);

/**
 * A domain's words: `export const { useT, t } = defineLocales('tasks', { ru, en })`, with `en: SameKeys<typeof ru>`.
 * They are registered when the domain's code is loaded, so a page brings its own words and no others.
 */
export function defineLocales<L extends Locale>(namespace: string, languages: Languages<L>): Locales<L> {
  addBoth(namespace, languages);
  return {
    useT: () => {
      const { language } = useLanguage();
      return useMemo(() => textIn<L>(namespace, language), [language]);
    },
    t: textIn<L>(namespace),
    languages,
  };
}

const ERRORS = 'errors';

/** Sentences for error codes (`InvalidInput` issues, refusals) of one domain; nested objects make dotted codes. */
export function defineErrors<L extends Locale>(languages: Languages<L>): void {
  addBoth(ERRORS, languages);
}

/** `SameKeys` of a locale is one; the compiler cannot see that of a mapped type. */
type Languages<L> = { ru: L; en: SameKeys<L> & Locale };

function addBoth(namespace: string, { ru, en }: Languages<Locale>): void {
  addWords('ru', namespace, ru);
  addWords('en', namespace, en);
}

/** The sentence for a code, or undefined where nobody has written one. */
export function errorText(code: string, params?: TextParams): string | undefined {
  return findWords(currentLanguage(), ERRORS, code, params);
}
