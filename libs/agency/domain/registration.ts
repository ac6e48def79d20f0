import { custom, isTimeZone, printable, type Id } from '@planerka/platform/domain';
import { z } from 'zod';
import { passwordField } from './password';

const name = printable().trim().min(1).max(200);
const timeZone = z.string().refine(isTimeZone, custom('not_a_time_zone'));
const locale = z.enum(['ru', 'en']);
const percent = z.number().min(0).max(100);

/** What a new owner tells about themself and their agency. */
export const agencyRegistration = z.object({
  agencyName: name,
  name,
  email: z.email().max(254),
  password: passwordField(),
  timeZone,
  locale,
});
export type AgencyRegistration = z.infer<typeof agencyRegistration>;

/** The demo and the studio beside it: whoever looks at them has registered no agency yet. */
export const demoAgencyIds: readonly Id[] = [
  'b2775033-c5f5-550f-8d3c-fe72e2634156',
  'f5ea9ccb-e656-5b8c-b0d7-c5fb1fd1b917',
];

/** What an owner may change of the agency; percents are 0–100. */
const clientCount = z.number().int().min(0).max(100);

export const agencySettings = z.object({
  name,
  timeZone,
  locale,
  marginGoal: percent.nullish().transform((goal) => goal ?? null),
  killFeePercent: percent.int(),
  requiresSecondFactor: z.boolean().nullish(),
  /** Absent: as they were. */
  fullTimeClients: clientCount.nullish(),
  partTimeClients: clientCount.nullish(),
});
export type AgencySettings = z.infer<typeof agencySettings>;
