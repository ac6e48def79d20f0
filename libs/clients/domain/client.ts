import {
  currencyCodes,
  emailAddress,
  isId,
  optionalLine,
  requiredLine,
  webAddress,
  type Currency,
} from '@planerka/platform/domain';
import { z } from 'zod';
import { networks } from './network';

export const clientStates = ['active', 'paused', 'archived'] as const;
export type ClientState = (typeof clientStates)[number];

/** What it means when a client does not answer in time. `approve` is never the default: silence is no consent. */
export const silencePolicies = ['nothing', 'remind', 'expire', 'approve'] as const;
export type SilencePolicy = (typeof silencePolicies)[number];

/** Whose word a question to the client wants where nobody has the last one: of any who are asked, or of all. */
export const stageModes = ['any', 'all'] as const;
export type StageMode = (typeof stageModes)[number];

export const researchKinds = ['competitor', 'audience', 'trend'] as const;
export type ResearchKind = (typeof researchKinds)[number];

const id = () => z.string().refine(isId, { params: { code: 'not_an_id' } });
const currency = () => z.enum(currencyCodes as readonly [Currency, ...Currency[]]);

export const clientSchema = z.strictObject({
  name: requiredLine('name'),
  about: optionalLine('line').default(''),
  squadId: id(),
  currency: currency().default('RUB'),
  silencePolicy: z.enum(silencePolicies).default('remind'),
  /** What a new question to them begins with. */
  approvalMode: z.enum(stageModes).default('any'),
});
export type ClientInput = z.output<typeof clientSchema>;

/** What may change later. The currency may not: sums are already written in it. */
export const clientChangesSchema = clientSchema
  .omit({ currency: true, approvalMode: true })
  .extend({ state: z.enum(clientStates), approvalMode: z.enum(stageModes).nullish() });
export type ClientChanges = z.output<typeof clientChangesSchema>;

export const channelSchema = z.strictObject({
  network: z.enum(networks),
  title: requiredLine('name'),
  url: z.union([z.literal(''), webAddress()]).default(''),
});
export type ChannelInput = z.output<typeof channelSchema>;

const phone = () =>
  z
    .string()
    .trim()
    .regex(/^\+?[\d ()-]{5,24}$/);
const telegram = () =>
  z
    .string()
    .trim()
    .regex(/^@?[A-Za-z][A-Za-z0-9_]{4,31}$/);

export const contactSchema = z.strictObject({
  name: requiredLine('name'),
  position: optionalLine('name').default(''),
  email: emailAddress().nullable().default(null),
  phone: phone().nullable().default(null),
  telegram: telegram().nullable().default(null),
  isApprover: z.boolean().default(false),
  /** Has the last word. There is one such contact at most. */
  isFinalApprover: z.boolean().default(false),
});
export type ContactInput = z.output<typeof contactSchema>;

/** Whoever has the last word approves, too. */
export const normaliseContact = (contact: ContactInput): ContactInput =>
  contact.isFinalApprover ? { ...contact, isApprover: true } : contact;

/**
 * Contacts after one of them got the last word: the one who had it keeps approving without it.
 * @returns ids that lose it
 */
export function losingLastWord(
  contacts: readonly { readonly id: string; readonly isFinalApprover: boolean }[],
  winnerId: string,
): readonly string[] {
  return contacts.filter((contact) => contact.isFinalApprover && contact.id !== winnerId).map((contact) => contact.id);
}
