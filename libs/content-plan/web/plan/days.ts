/** Calendar days as ISO text, `2026-12-08`: no zone, no clock, compared as they stand. */
export type Day = string;

const dayMs = 86_400_000;
const parse = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const print = (time: number): Day => new Date(time).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => print(parse(day) + days * dayMs);

/** 1 Monday … 7 Sunday. */
export const weekday = (day: Day): number => ((new Date(parse(day)).getUTCDay() + 6) % 7) + 1;

export const monthOf = (day: Day): string => day.slice(0, 7);

export const dateNumber = (day: Day): number => Number(day.slice(8));

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return print(Date.UTC(year, number - 1 + months, 1)).slice(0, 7);
}

export const weekOf = (day: Day): readonly Day[] => {
  const monday = mondayOf(day);
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
};

/** The month in whole weeks. */
export function weeksOf(month: string): readonly (readonly Day[])[] {
  const weeks: (readonly Day[])[] = [];
  for (let day = mondayOf(`${month}-01`); monthOf(day) <= month; day = addDays(day, 7)) weeks.push(weekOf(day));
  return weeks;
}

export const isMonth = (text: string | null): text is string => text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export const isDay = (text: string | null): text is Day =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(parse(text)) && print(parse(text)) === text;
