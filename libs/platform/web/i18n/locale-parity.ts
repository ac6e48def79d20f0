import type { Locale } from './define-locales';

const PLURAL = /_(zero|one|two|few|many|other)$/;

function keysOf(locale: Locale, prefix = ''): string[] {
  return Object.entries(locale).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  );
}

function placeholdersOf(locale: Locale, key: string): string[] {
  const value = key
    .split('.')
    .reduce<string | Locale | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), locale);
  return typeof value === 'string' ? [...new Set(value.match(/{{\s*\w+/g) ?? [])].sort() : [];
}

/** For tests: what differs between two languages of one namespace. Empty when they match. */
export function localeDifferences(ru: Locale, en: Locale): string[] {
  const ruKeys = keysOf(ru);
  const enKeys = keysOf(en);
  const base = (keys: string[]) => new Set(keys.map((key) => key.replace(PLURAL, '')));
  const [ruBase, enBase] = [base(ruKeys), base(enKeys)];
  const differences = [
    ...[...ruBase].filter((key) => !enBase.has(key)).map((key) => `en lacks ${key}`),
    ...[...enBase].filter((key) => !ruBase.has(key)).map((key) => `ru lacks ${key}`),
  ];
  for (const key of ruKeys.filter((key) => key.endsWith('_one'))) {
    const stem = key.slice(0, -'_one'.length);
    for (const form of ['few', 'many'])
      if (!ruKeys.includes(`${stem}_${form}`)) differences.push(`ru lacks ${stem}_${form}`);
    if (!enKeys.includes(`${stem}_other`)) differences.push(`en lacks ${stem}_other`);
  }
  for (const key of ruKeys.filter((key) => !PLURAL.test(key) && enKeys.includes(key))) {
    const [inRu, inEn] = [placeholdersOf(ru, key), placeholdersOf(en, key)];
    if (inRu.join() !== inEn.join()) differences.push(`${key} has other placeholders`);
  }
  return differences;
}
