import type { ChipTone } from '@planerka/platform/web';
import type { Approval } from './approval-documents';

export const tones: Readonly<Record<Approval['state'], ChipTone>> = {
  PENDING: 'client',
  APPROVED: 'done',
  CHANGES_REQUESTED: 'progress',
  WITHDRAWN: 'neutral',
  EXPIRED: 'neutral',
  VOIDED: 'warn',
};

/** Why a word is void is a code where the work itself has overtaken it. */
export const isCode = (
  reason: string,
): reason is 'content_changed' | 'brief_changed' | 'subject_withdrawn' | 'silence' =>
  ['content_changed', 'brief_changed', 'subject_withdrawn', 'silence'].includes(reason);

/** Approvers who have not said a word that counts. */
export const waitsFor = ({ links, decisions }: Approval): readonly string[] =>
  links
    .filter(({ contactId }) => !decisions.some((one) => one.contactId === contactId && one.voidedAt === null))
    .map(({ contactName }) => contactName);
