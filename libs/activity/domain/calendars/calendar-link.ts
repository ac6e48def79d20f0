import { custom, optionalLine, type Id, type PlainYearMonth } from '@planerka/platform/domain';
import { z } from 'zod';

/** What a calendar program follows: one person's work, what a client may see of theirs, or one month of it. */
export const calendarKinds = ['member', 'client', 'plan'] as const;
export type CalendarKind = (typeof calendarKinds)[number];

export const calendarContents = ['tasks', 'publications'] as const;
export type CalendarContent = (typeof calendarContents)[number];

/** Programs of one person: enough, and a list that can be looked over. */
export const maxCalendarLinks = 20;

/** The same for a client: whoever in their team wants one. */
export const maxClientCalendars = 50;

export const calendarLinkInput = z
  .object({
    kind: z.enum(calendarKinds),
    name: optionalLine('name').default(''),
    clientId: z
      .string()
      .nullish()
      .transform((id): Id | null => id || null),
    month: z
      .custom<PlainYearMonth>()
      .nullish()
      .transform((month): PlainYearMonth | null => month ?? null),
    shows: z.array(z.enum(calendarContents)).default([...calendarContents]),
  })
  .superRefine(({ kind, clientId, month, shows }, context) => {
    const missing = (field: string): void => context.addIssue(custom('required', {}, [field]));
    if (kind !== 'member' && !clientId) missing('clientId');
    if (kind === 'plan' && !month) missing('month');
    if (kind === 'member' && shows.length === 0) missing('shows');
  })
  .transform(({ kind, clientId, month, shows, name }) => ({
    kind,
    name,
    // What does not belong to its kind is not kept, whatever was sent.
    clientId: kind === 'member' ? null : clientId,
    month: kind === 'plan' ? month : null,
    shows: kind === 'member' ? calendarContents.filter((each) => shows.includes(each)) : [],
  }));
