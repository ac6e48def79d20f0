import {
  compareDates,
  isId,
  issue,
  optionalText,
  requiredLine,
  requiredText,
  type InputIssue,
  type PlainDate,
} from '@planerka/platform/domain';
import { z } from 'zod';
import { checkPin, linkDays } from './guest-link';

/** A plan is looked at for as long as its month lasts, and it is sent long before. */
export const planLinkDays = [7, linkDays, 30, 60, 90] as const;

/** To whom a month is shown: a contact of the client, or somebody by name. */
export const planLinkInput = z.object({
  clientId: z.string(),
  month: z.custom<{ toString(): string }>(),
  contactId: z.string().nullish(),
  name: requiredLine('name').nullish(),
  days: z.number().int().min(1).max(366).default(30),
  asksApproval: z.boolean().default(false),
  isFinal: z.boolean().default(false),
  mustAgree: z.boolean().default(false),
  dueOn: z
    .custom<PlainDate>()
    .nullish()
    .transform((day): PlainDate | null => day ?? null),
  message: optionalText('note').default(''),
  pin: z.string().nullish(),
});
export type PlanLinkInput = z.output<typeof planLinkInput>;

/** What the shape alone cannot say: somebody to show it to, and a PIN worth having. */
export function checkPlanLink({
  contactId,
  name,
  pin,
}: Pick<PlanLinkInput, 'contactId' | 'name' | 'pin'>): InputIssue[] {
  const issues: InputIssue[] = [];
  if (!contactId && !name) issues.push(issue(['name'], 'required'));
  if (contactId && !isId(contactId)) issues.push(issue(['contactId'], 'not_found'));
  if (pin) {
    const checked = checkPin(pin);
    if (!checked.ok) issues.push(checked.error);
  }
  return issues;
}

/** A day by which to answer: not over yet, and no later than the link opens. */
export function checkAnswerDay(dueOn: PlainDate | null, today: PlainDate, lastDay: PlainDate): InputIssue[] {
  if (dueOn === null) return [];
  if (compareDates(dueOn, today) < 0) return [issue(['dueOn'], 'in_past')];
  return compareDates(dueOn, lastDay) > 0 ? [issue(['days'], 'before_due')] : [];
}

/** A word with the client, about the month or one publication of it. */
export const planRemarkInput = z.object({
  itemId: z
    .string()
    .nullish()
    .transform((id) => id ?? null),
  body: requiredText('note'),
});
