import { z } from 'zod';
import type { BenchAgency } from '../../data/agency.ts';

/** What a bench asks with: whose agency, on which day, and the task whose page is opened. */
export interface Asked extends BenchAgency {
  readonly taskId: string;
  readonly calendar: AgencyCalendar;
}

/** A screen that is measured, and what its answers must agree in, whoever gave them. */
export interface Screen {
  readonly name: string;
  readonly who: 'manager' | 'owner';
  /** The web application's own, which it opens the screen with. */
  readonly operation: string;
  variables(asked: Asked): object;
  /** What the limit's statement takes of them: `$3` and on. */
  limitValues(asked: Asked): Readonly<Record<string, string>>;
  /** The rows of the limit's answer and of ours, without what only the product adds. */
  rowsOf(answer: unknown): unknown;
  readonly peer: PeerQuery;
}

/** The screen as PostGraphile's user would ask for it, and the same rows out of its answer. */
export interface PeerQuery {
  readonly query: string;
  variables(asked: Asked): object;
  rowsOf(answer: unknown, asked: Asked): unknown;
}

/** The agency's own days. */
export interface AgencyCalendar {
  readonly timeZone: string;
  readonly today: string;
  /** An instant's day and time there. */
  local(instant: string): { readonly day: string; readonly time: string };
  /** The instant at which a day begins there. */
  startOf(day: string): string;
}

const DAY_MS = 86_400_000;

/** Zones that keep one offset all year, as the bench's does. */
export function agencyCalendar(timeZone: string, offset: string): AgencyCalendar {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const local = (instant: string) => {
    const [day = '', time = ''] = format.format(new Date(instant)).split(' ');
    return { day, time };
  };
  return {
    timeZone,
    today: local(new Date().toISOString()).day,
    local,
    startOf: (day) => new Date(`${day}T00:00:00${offset}`).toISOString(),
  };
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const addMonths = (month: string, months: number): string => {
  const first = new Date(`${month.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return first.toISOString().slice(0, 10);
};

export const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Of the manager's own clients, as a filter on whatever has a client. */
export const ofClients = ({ manager }: Asked) => ({
  clientByAgencyIdAndClientId: { squadId: { in: manager.squadIds } },
});

/** `{ nodes: [{…}] }` */
export const nodes = <const Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ nodes: z.array(z.object(shape)) }).transform((connection) => connection.nodes);

export const data = <const Shape extends z.ZodRawShape>(shape: Shape) => z.object({ data: z.object(shape) });

export const id = z.object({ rowId: z.string() });
export const named = z.object({ name: z.string() });
export const rubles = z.object({ amount: z.string() }).transform(({ amount }) => amount);
export const fromMinor = (minor: number): string => (minor / 100).toFixed(2);
export const minor = z.string().transform(Number);
