import { createContext, useContext, useMemo } from 'react';
import { type Language, useLanguage } from './language';

const NBSP = '\u00a0';
const MINUS = '\u2212';

export interface MoneyValue {
  /** Exact decimal string as it comes from the API: "7500.00". */
  readonly amount: string;
  readonly currency: string;
}

export interface MoneyFormat {
  /** In a table the unit stands in the header. */
  withoutSign?: boolean;
  /** «+20 000 ₽»: for changes. */
  signed?: boolean;
}

type DateLike = string | Date;

const toDate = (value: DateLike): Date => {
  if (value instanceof Date) return value;
  // a calendar day has no zone: noon keeps it the same day wherever it is shown in UTC
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? new Date(`${value}T12:00:00Z`)
    : /^\d{4}-\d{2}$/.test(value)
      ? new Date(`${value}-15T12:00:00Z`)
      : new Date(value);
};

const isCalendar = (value: DateLike) => typeof value === 'string' && /^\d{4}-\d{2}(-\d{2})?$/.test(value);

const isDecimal = (value: string): value is `${number}` => /^-?\d+(\.\d+)?$/.test(value);

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.ListFormat>();
function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.ListFormat>(
  key: string,
  make: () => T,
): T {
  const known = cache.get(key);
  if (known) return known as T;
  const made = make();
  cache.set(key, made);
  return made;
}

const TAGS: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' };

export interface Format {
  money: (value: MoneyValue, options?: MoneyFormat) => string;
  number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** 37 → «37 %». */
  percent: (value: number, digits?: number) => string;
  /** «12 дек», with the year when it is another one. Takes a calendar day or an instant. */
  day: (value: DateLike) => string;
  /** «12 декабря». */
  dayLong: (value: DateLike) => string;
  /** «Вторник, 8 декабря». */
  weekday: (value: DateLike) => string;
  /** «пн». */
  weekdayShort: (value: DateLike) => string;
  /** «Декабрь 2026». */
  month: (value: DateLike) => string;
  /** «декабрь», inside a sentence. */
  monthName: (value: DateLike) => string;
  /** «18:40». */
  time: (value: DateLike) => string;
  /** «7 дек, 19:00». */
  dateTime: (value: DateLike) => string;
  /** «20 минут назад», «вчера в 18:40», «7 дек, 19:00». */
  relative: (value: DateLike, now?: Date) => string;
  /** «7–13 дек». */
  range: (from: DateLike, to: DateLike) => string;
  list: (items: readonly string[]) => string;
  /** Bytes: «6,2 МБ». */
  fileSize: (bytes: number) => string;
  readonly timeZone: string;
}

const tidy = (text: string) =>
  text
    .replace(/\.(?=\s|,|$)/g, '')
    .replace(/\s+г$/, '')
    .replace(/ /g, NBSP);

export function createFormat(language: Language, timeZone: string): Format {
  const tag = TAGS[language];
  const date = (value: DateLike, options: Intl.DateTimeFormatOptions) =>
    cached(
      `d${tag}${isCalendar(value) ? 'UTC' : timeZone}${JSON.stringify(options)}`,
      () => new Intl.DateTimeFormat(tag, { ...options, timeZone: isCalendar(value) ? 'UTC' : timeZone }),
    ).format(toDate(value));
  const number = (value: number | `${number}`, options: Intl.NumberFormatOptions) =>
    cached(`n${tag}${JSON.stringify(options)}`, () => new Intl.NumberFormat(tag, options))
      .formatToParts(value)
      .map((part) =>
        part.type === 'group'
          ? language === 'ru'
            ? NBSP
            : ','
          : part.type === 'minusSign'
            ? MINUS
            : part.type === 'plusSign'
              ? '+'
              : part.value,
      )
      .join('');
  const thisYear = () => date(new Date(), { year: 'numeric' });
  const yearOf = (value: DateLike) => date(value, { year: 'numeric' });
  const dayKey = (value: DateLike) => date(value, { year: 'numeric', month: '2-digit', day: '2-digit' });
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

  const day = (value: DateLike) =>
    tidy(
      date(
        value,
        yearOf(value) === thisYear()
          ? { day: 'numeric', month: 'short' }
          : { day: 'numeric', month: 'short', year: 'numeric' },
      ),
    );
  const time = (value: DateLike) => date(value, { hour: '2-digit', minute: '2-digit' });
  const dateTime = (value: DateLike) => `${day(value)}, ${time(value)}`;

  const sign = (currency: string) =>
    cached(
      `s${tag}${currency}`,
      () => new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
    )
      .formatToParts(0)
      .find((part) => part.type === 'currency')?.value ?? currency;

  return {
    timeZone,
    money: ({ amount, currency }, { withoutSign = false, signed = false } = {}) => {
      if (!isDecimal(amount)) return amount;
      const isWhole = !/\.\d*[1-9]/.test(amount);
      const digits = number(amount, {
        minimumFractionDigits: isWhole ? 0 : 2,
        maximumFractionDigits: isWhole ? 0 : 2,
        signDisplay: signed ? 'exceptZero' : 'negative',
      });
      return withoutSign ? digits : `${digits}${NBSP}${sign(currency)}`;
    },
    number: (value, options = {}) => number(value, options),
    percent: (value, digits = 0) =>
      `${number(value, { maximumFractionDigits: digits })}${language === 'ru' ? NBSP : ''}%`,
    day,
    dayLong: (value) => tidy(date(value, { day: 'numeric', month: 'long' })),
    weekday: (value) => capital(date(value, { weekday: 'long', day: 'numeric', month: 'long' })),
    weekdayShort: (value) => tidy(date(value, { weekday: 'short' })),
    month: (value) => capital(tidy(date(value, { month: 'long', year: 'numeric' }))),
    monthName: (value) => date(value, { month: 'long' }),
    time,
    dateTime,
    relative: (value, now = new Date()) => {
      const instant = toDate(value);
      const minutes = Math.round((instant.getTime() - now.getTime()) / 60_000);
      const relative = cached(`r${tag}`, () => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
      if (Math.abs(minutes) < 1) return relative.format(0, 'second');
      if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
      if (Math.abs(minutes) < 6 * 60) return relative.format(Math.round(minutes / 60), 'hour');
      const at = language === 'ru' ? 'в' : 'at';
      for (const [shift, label] of [
        [0, 0],
        [-1, -1],
        [1, 1],
      ] as const) {
        const other = new Date(now.getTime() + shift * 86_400_000);
        if (dayKey(instant) === dayKey(other)) return `${relative.format(label, 'day')} ${at}${NBSP}${time(value)}`;
      }
      return dateTime(value);
    },
    range: (from, to) =>
      cached(
        `g${tag}${isCalendar(from) ? 'UTC' : timeZone}`,
        () =>
          new Intl.DateTimeFormat(tag, {
            day: 'numeric',
            month: 'short',
            timeZone: isCalendar(from) ? 'UTC' : timeZone,
          }),
      )
        .formatRange(toDate(from), toDate(to))
        .split(/\s*–\s*/)
        .map((end) => tidy(end.trim()))
        // days of one month are one word, «7–13 дек»; two whole dates have air between them
        .reduce((first, last) => (first.includes(NBSP) ? `${first}${NBSP}– ${last}` : `${first}–${last}`)),
    list: (items) => cached(`l${tag}`, () => new Intl.ListFormat(tag, { type: 'conjunction' })).format(items),
    fileSize: (bytes) => {
      const units = language === 'ru' ? ['Б', 'КБ', 'МБ', 'ГБ'] : ['B', 'KB', 'MB', 'GB'];
      const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)));
      return `${number(bytes / 1024 ** power, { maximumFractionDigits: power > 1 ? 1 : 0 })}${NBSP}${units[power]}`;
    },
  };
}

/** The agency's time zone: every instant is shown in it, whoever looks and from wherever. */
export const TimeZoneContext = createContext<string | undefined>(undefined);

export function useFormat(): Format {
  const { language } = useLanguage();
  const timeZone = useContext(TimeZoneContext) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return useMemo(() => createFormat(language, timeZone), [language, timeZone]);
}
