import { useMemo } from 'react';
import { i18n } from './i18n';
import { type Language, useLanguage } from './language';

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
/** Only where the singular exists too: `too_many` is a key of its own. */
type WithoutPlural<K extends string, All> = K extends `${infer Base}_${PluralForm}`
  ? `${Base}_one` extends All
    ? Base
    : K
  : K;

export interface Locale {
  readonly [key: string]: string | Locale;
}

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

export type TextParams = Readonly<Record<string, string | number | undefined>>;

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
    i18n.t(String(key), { ns: namespace, ...(language ? { lng: language } : {}), ...params });

/**
 * A domain's words: `export const { useT, t } = defineLocales('tasks', { ru, en })`, with `en: SameKeys<typeof ru>`.
 * They are registered when the domain's code is loaded, so a page brings its own words and no others.
 */
export function defineLocales<L extends object>(namespace: string, languages: { ru: L; en: SameKeys<L> }): Locales<L> {
  i18n.addResourceBundle('ru', namespace, languages.ru, true, true);
  i18n.addResourceBundle('en', namespace, languages.en, true, true);
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
export function defineErrors<L extends object>(languages: { ru: L; en: SameKeys<L> }): void {
  i18n.addResourceBundle('ru', ERRORS, languages.ru, true, true);
  i18n.addResourceBundle('en', ERRORS, languages.en, true, true);
}

/** The sentence for a code, or undefined where nobody has written one. */
export function errorText(code: string, params?: TextParams): string | undefined {
  return i18n.exists(code, { ns: ERRORS, ...params }) ? i18n.t(code, { ns: ERRORS, ...params }) : undefined;
}
