import { custom, isId, printable } from '@planerka/platform/domain';
import { z } from 'zod';
import { deliverableTypes, isDeliverableType } from './deliverable-type';
import { passwordField } from './password';
import { disciplines, employments, roles } from './role';
import { rateUnits } from './rate';

const id = z.string().refine(isId, custom('not_an_id'));
const name = printable().trim().min(1).max(200);

/** Only specialists have disciplines, and have at least one: briefs are handed out by them. */
const disciplinesOfRole = <T extends { role: string; disciplines: readonly string[] }>(
  { role, disciplines: chosen }: T,
  context: z.core.$RefinementCtx<T>,
): void => {
  if (role === 'specialist' && chosen.length === 0) context.addIssue(custom('required', {}, ['disciplines']));
};

const uniqueDisciplines = z.array(z.enum(disciplines)).transform((chosen) => [...new Set(chosen)]);

export const invitationInput = z
  .object({
    email: z
      .email()
      .max(254)
      .transform((email) => email.toLowerCase()),
    name: name.nullish().transform((value) => value ?? null),
    role: z.enum(roles),
    disciplines: uniqueDisciplines,
    squadId: id.nullish().transform((value) => value ?? null),
  })
  .superRefine(disciplinesOfRole);
export type InvitationInput = z.infer<typeof invitationInput>;

/** A new person behind an invitation. */
export const newcomerInput = z.object({ name, password: passwordField(), locale: z.enum(['ru', 'en']) });

export const memberInput = z
  .object({
    name,
    role: z.enum(roles),
    disciplines: uniqueDisciplines,
    employment: z.enum(employments),
    /** Hours a week, up to the whole of it. */
    weeklyHours: z.number().int().min(0).max(168),
    clientLimit: z
      .number()
      .int()
      .min(0)
      .max(100)
      .nullish()
      .transform((value) => value ?? null),
  })
  .superRefine(disciplinesOfRole);

export const squadInput = z
  .object({
    name,
    leadId: id.nullish().transform((value) => value ?? null),
    memberIds: z
      .array(id)
      .max(200)
      .transform((ids) => [...new Set(ids)]),
  })
  .transform(({ leadId, memberIds, ...squad }) => ({
    ...squad,
    leadId,
    memberIds: leadId === null || memberIds.includes(leadId) ? memberIds : [...memberIds, leadId],
  }));

export const rateInput = z
  .object({
    memberId: id.nullish().transform((value) => value ?? null),
    discipline: z.enum(disciplines),
    deliverableType: z
      .string()
      .refine(isDeliverableType, custom('not_an_option'))
      .nullish()
      .transform((value) => value ?? null),
    unit: z.enum(rateUnits),
  })
  .superRefine(({ discipline, deliverableType }, context) => {
    if (isDeliverableType(deliverableType) && deliverableTypes[deliverableType] !== discipline) {
      context.addIssue(custom('not_of_discipline', { discipline }, ['deliverableType']));
    }
  });
