import { useT } from '../locales';
import type { Offer } from './use-task-actions';

type ActionKey =
  | 'issue'
  | 'accept'
  | 'decline'
  | 'revise'
  | 'submit'
  | 'request_changes'
  | 'approve'
  | 'send'
  | 'client_approve'
  | 'client_request_changes'
  | 'withdraw'
  | 'reopen'
  | 'cancel'
  | 'ask'
  | 'answer';

/** «Вернуть с правками · 2», «Передать клиенту»: the same action has two names where it has two ends. */
export function useOfferWords(): (offer: Pick<Offer, 'action' | 'to' | 'count'>) => string {
  const t = useT();
  return ({ action, to, count }) => {
    const key = action === 'APPROVE' && to === 'CLIENT_REVIEW' ? 'send' : (action.toLowerCase() as ActionKey);
    const text = t(`action.${key}`);
    return count ? t('action.counted', { action: text, count }) : text;
  };
}

/** A way to stop or undo work: told apart in menus. */
export const isDangerous = (action: string): boolean => action === 'CANCEL' || action === 'DECLINE';
