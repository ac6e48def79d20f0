import { err, ok, Temporal, type PlainDate, type PlainTime, type Result } from '@planerka/platform/domain';

/**
 * A cell of a table. Spreadsheet readers give dates as their serial number or as ISO text; `Date` objects are
 * turned into ISO text (UTC, as the readers mean them) before they come here.
 */
export type Cell = string | number | boolean | null;

export interface DateCell {
  readonly date: PlainDate;
  /** Where the cell held a time, too. */
  readonly time: PlainTime | null;
}

/** 31 December 9999 as a serial number of the 1900 system. */
const lastSerial = 2_958_465;
const serialEpoch = Temporal.PlainDate.from('1899-12-30');
const secondsOfDay = 86_400;

const months = [
  /^(янв(ар[ья])?|jan(uary)?)$/,
  /^(фев(рал[ья])?|feb(ruary)?)$/,
  /^(мар(та?)?|mar(ch)?)$/,
  /^(апр(ел[ья])?|apr(il)?)$/,
  /^(ма[йя]|may)$/,
  /^(июн[ья]?|june?)$/,
  /^(июл[ья]?|july?)$/,
  /^(авг(уста?)?|aug(ust)?)$/,
  /^(сен(т|тябр[ья])?|sept?(ember)?)$/,
  /^(окт(ябр[ья])?|oct(ober)?)$/,
  /^(ноя(б|бр[ья])?|nov(ember)?)$/,
  /^(дек(абр[ья])?|dec(ember)?)$/,
];

export const textOf = (cell: Cell): string => (cell === null ? '' : String(cell).trim());

/**
 * Reads `08.12.2026`, `8.12.26`, `2026-12-08`, `2026-12-08T12:00`, «8 декабря 2026», «8 дек»,
 * `8 Dec 2026`, `December 8, 2026` and serial numbers.
 * `12/08/2026` is refused: nobody can tell December from August.
 * @param year of a date that says none
 */
export function readDate(cell: Cell, year: number): Result<DateCell, 'not_a_date'> {
  if (typeof cell === 'number') return readSerial(cell);
  const text = textOf(cell).replace(/\s+/g, ' ');
  const [, day, month, yearText, clock] =
    /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?(?:[ ,]+(\d{1,2}[:.]\d{2}(?::\d{2})?))?$/.exec(text) ?? [];
  if (day && month) return dateCell(fullYear(yearText, year), Number(month), Number(day), clock);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(text);
  if (iso) return dateCell(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso[4]);
  const words = /^(\d{1,2}) ([а-яa-z]+)\.?,?(?: (\d{4})(?: ?г\.?| года)?)?$/.exec(text.toLowerCase());
  if (words) return dateCell(fullYear(words[3], year), monthByWord(words[2] ?? ''), Number(words[1]), undefined);
  const american = /^([a-z]+)\.? (\d{1,2})(?:,? (\d{4}))?$/.exec(text.toLowerCase());
  if (american)
    return dateCell(fullYear(american[3], year), monthByWord(american[1] ?? ''), Number(american[2]), undefined);
  if (/^\d{5}(\.\d+)?$/.test(text)) return readSerial(Number(text));
  return err('not_a_date');
}

/** Reads `12:00`, `9:30`, `9.30`, `12:00:00` and fractions of a day; an empty cell is none. */
export function readTime(cell: Cell): Result<PlainTime | null, 'not_a_time'> {
  if (typeof cell === 'number') {
    return cell >= 0 && cell < 1 ? ok(timeOfFraction(cell)) : err('not_a_time');
  }
  const text = textOf(cell);
  if (text === '') return ok(null);
  // Readers give a lone time as a moment of the spreadsheet's day zero.
  const clock = /^1899-12-3[01]T(\d{2}:\d{2})/.exec(text)?.[1] ?? text;
  const time = timeOf(clock);
  return time ? ok(time) : err('not_a_time');
}

/** A1, B12, AA3. Row and column count from zero, as they do in arrays. */
export function cellRef(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

function readSerial(serial: number): Result<DateCell, 'not_a_date'> {
  if (!Number.isFinite(serial) || serial < 1 || serial > lastSerial) return err('not_a_date');
  const whole = Math.floor(serial);
  const time = serial === whole ? null : timeOfFraction(serial - whole);
  return ok({ date: serialEpoch.add({ days: whole }), time });
}

/** To the minute: spreadsheets keep 12:00 as 0.49999999. */
function timeOfFraction(fraction: number): PlainTime {
  const minutes = Math.min(Math.round((fraction * secondsOfDay) / 60), 24 * 60 - 1);
  return Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
}

function timeOf(clock: string): PlainTime | null {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(clock) ?? [];
  if (!hour || !minute || Number(hour) > 23 || Number(minute) > 59) return null;
  return Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) });
}

function dateCell(year: number, month: number, day: number, clock: string | undefined): Result<DateCell, 'not_a_date'> {
  const time = clock === undefined ? null : timeOf(clock);
  if (clock !== undefined && time === null) return err('not_a_date');
  try {
    return ok({ date: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }), time });
  } catch {
    return err('not_a_date');
  }
}

const monthByWord = (word: string): number => months.findIndex((month) => month.test(word)) + 1;

function fullYear(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}
