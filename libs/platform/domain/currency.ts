/**
 * Currencies an agency may keep its books in, with the digits of their minor unit (ISO 4217) and the ways
 * people write them. Adding one is adding a row.
 */
export const currencies = {
  RUB: { minorDigits: 2, signs: ['₽', 'руб.', 'руб', 'р.', 'р'] },
  USD: { minorDigits: 2, signs: ['$'] },
  EUR: { minorDigits: 2, signs: ['€'] },
  KZT: { minorDigits: 2, signs: ['₸', 'тг'] },
  BYN: { minorDigits: 2, signs: ['Br'] },
  UZS: { minorDigits: 2, signs: ['сум'] },
  AMD: { minorDigits: 2, signs: ['֏'] },
  GEL: { minorDigits: 2, signs: ['₾'] },
  KGS: { minorDigits: 2, signs: ['сом'] },
  AED: { minorDigits: 2, signs: [] },
  TRY: { minorDigits: 2, signs: ['₺'] },
  RSD: { minorDigits: 2, signs: [] },
} as const satisfies Record<string, { readonly minorDigits: number; readonly signs: readonly string[] }>;

export type Currency = keyof typeof currencies;

export const currencyCodes = Object.keys(currencies) as readonly Currency[];

export const isCurrency = (value: unknown): value is Currency =>
  typeof value === 'string' && Object.hasOwn(currencies, value);

/** Digits after the decimal point: 2 for all so far, but no code may count on it. */
export const minorDigitsOf = (currency: Currency): number => currencies[currency].minorDigits;
