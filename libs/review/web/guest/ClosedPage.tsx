import { GuestBlock } from '@planerka/platform/web/guest';
import type { ReactNode } from 'react';
import { PeopleBlock } from './GuestBlocks';
import type { Approval } from './guest-documents';
import { GuestNotice, type GuestNoticeProps } from './GuestNotice';
import { useT } from './locales';

interface ClosedPageProps {
  approval: Approval;
  /** Just now, on this page. */
  hasSpoken: boolean;
  children?: ReactNode;
}

/** Nothing is asked any more: their own word has been taken, or the question is gone. */
export function ClosedPage({ approval, hasSpoken, children }: ClosedPageProps) {
  const t = useT();
  const { agencyName, clientName, state, withdrawnBecause } = approval;
  const isAsked = state === 'PENDING' || state === 'APPROVED' || state === 'CHANGES_REQUESTED';
  return (
    <GuestNotice agencyName={agencyName} clientName={clientName} {...wordsOf(t, approval, hasSpoken)}>
      {withdrawnBecause && <GuestBlock>{t('closed.reason', { reason: withdrawnBecause })}</GuestBlock>}
      {isAsked && <PeopleBlock approval={approval} />}
      {isAsked && children}
    </GuestNotice>
  );
}

function wordsOf(
  t: ReturnType<typeof useT>,
  { state, agencyName: agency, isBySilence }: Approval,
  hasSpoken: boolean,
): Pick<GuestNoticeProps, 'icon' | 'title' | 'text'> {
  switch (state) {
    case 'PENDING':
      return { icon: 'waits', title: t('done.waitsTitle'), text: t('done.waitsText') };
    case 'APPROVED':
      return hasSpoken
        ? { icon: 'done', title: t('done.approvedTitle'), text: t('done.approvedText', { agency }) }
        : {
            icon: 'done',
            title: t('closed.approvedTitle'),
            text: t(isBySilence ? 'closed.silentText' : 'closed.approvedText'),
          };
    case 'CHANGES_REQUESTED':
      return hasSpoken
        ? { icon: 'changes', title: t('done.changesTitle'), text: t('done.changesText', { agency }) }
        : { icon: 'changes', title: t('closed.changesTitle'), text: t('closed.changesText') };
    case 'WITHDRAWN':
      return { icon: 'closed', title: t('closed.withdrawnTitle'), text: t('closed.withdrawnText') };
    case 'VOIDED':
      return { icon: 'changes', title: t('closed.voidedTitle'), text: t('closed.voidedText') };
    case 'EXPIRED':
      return { icon: 'closed', title: t('closed.expiredTitle'), text: t('closed.expiredText') };
  }
}
