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

/** Approvers who have not said a word that counts; whose link was revoked is asked no more. */
export const waitsFor = ({ links, decisions }: Approval): readonly string[] =>
  links
    .filter(
      ({ contactId, state }) =>
        state !== 'REVOKED' && !decisions.some((one) => one.contactId === contactId && one.voidedAt === null),
    )
    .map(({ contactName }) => contactName);

/** Where several are asked and none of them alone decides: who has agreed. */
export const agreedOf = ({ mode, links, decisions }: Approval): readonly string[] | null =>
  mode === 'ALL' && links.length > 1 && !links.some(({ isFinal }) => isFinal)
    ? decisions
        .filter(({ kind, voidedAt }) => kind === 'APPROVE' && voidedAt === null)
        .map(({ contactName }) => contactName)
    : null;
