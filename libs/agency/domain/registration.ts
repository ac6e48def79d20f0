import { custom, isTimeZone } from '@planerka/platform/domain';
import { z } from 'zod';
import { passwordField } from './password';

const name = z.string().trim().min(1).max(200);
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

/** What an owner may change of the agency; percents are 0–100. */
export const agencySettings = z.object({
  name,
  timeZone,
  locale,
  marginGoal: percent.nullish().transform((goal) => goal ?? null),
  killFeePercent: percent.int(),
  requiresSecondFactor: z.boolean().nullish(),
});
export type AgencySettings = z.infer<typeof agencySettings>;
