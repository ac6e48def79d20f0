import { tokenTexts } from '@planerka/agency/server';

/** What stands in a calendar's address. */
export const calendarTexts = tokenTexts('plc_');

/** Programs know the kind of a file by its name. */
const suffix = '.ics';

export const calendarPath = (text: string): string => `/api/calendar/${text}${suffix}`;

/** The secret in the last part of an address; programs may have lost its ending. */
export const textIn = (name: string): string => (name.endsWith(suffix) ? name.slice(0, -suffix.length) : name);
