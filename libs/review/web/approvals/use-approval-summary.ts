import { useFormat } from '@planerka/platform/web';
import type { Approval } from './approval-documents';
import { agreedOf, waitsFor } from './approval-words';
import { useT } from './locales';

/** Whose word is awaited or was said, since when, and which round it is. */
export function useApprovalSummary(approval: Approval): readonly (string | null)[] {
  const t = useT();
  const format = useFormat();
  const { state, sentAt, round, includedRounds, decisions } = approval;
  const waiting = waitsFor(approval);
  const speakers = decisions.filter(({ voidedAt }) => voidedAt === null).map(({ contactName }) => contactName);
  const agreed = state === 'PENDING' ? agreedOf(approval) : null;
  return [
    agreed && (agreed.length > 0 ? t('list.agreed', { names: format.list(agreed) }) : t('list.all')),
    state === 'PENDING' && waiting.length > 0
      ? t('list.waitsFor', { names: format.list(waiting) })
      : speakers.length > 0
        ? t('list.decidedBy', { names: format.list(speakers) })
        : null,
    t('list.sent', { at: format.relative(sentAt) }),
    round > 1 ? t('list.round', { used: round - 1, included: includedRounds }) : t('list.first'),
  ];
}
