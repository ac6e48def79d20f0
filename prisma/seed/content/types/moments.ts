/**
 * The demo agency as data. Nothing here knows the database: ids are slugs, days are counted from the day the demo is
 * loaded, and money is in whole roubles (ad spend in kopecks, as ad platforms report it).
 */

export type Slug = string;
/** Whole days from the day of loading: 0 is today, −1 yesterday. */
export type DayOffset = number;
/** `12:40` in the agency's time zone. */
export type TimeOfDay = string;
export type Roubles = number;
/** `2026-12`. */
export type Month = string;

/** Something that was planned or has happened; minutes are counted back from the moment of loading. */
export type Moment = { readonly day: DayOffset; readonly time: TimeOfDay } | { readonly minutesAgo: number };
