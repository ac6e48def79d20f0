import { Button } from '@mantine/core';
import { Notice, useFormat } from '@planerka/platform/web';
import { useState } from 'react';
import type { ChangeRequest } from './change-request-documents';
import { DecideChangeRequest } from './DecideChangeRequest';
import { useT } from './locales';

/** At the request that it came from: a round past the retainer, and what has been decided about its price. */
export function PaidRoundNotice({ request }: { request: ChangeRequest }) {
  const t = useT();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { round, price, state, decidedAt, decidedBy, decisionNote, availableActions } = request;
  const isPriced = Number(price.amount) > 0;
  return (
    <>
      <Notice
        tone={state === 'DRAFT' ? 'warn' : 'info'}
        title={isPriced ? t('details.paid', { round, price: format.money(price) }) : t('details.paidFree', { round })}
        action={
          availableActions.length > 0 && (
            <Button size="xs" onClick={() => setOpen(true)}>
              {t('paid.decide')}
            </Button>
          )
        }
      >
        {t(`details.paid${state}`, {
          by: decidedBy ?? '',
          at: decidedAt ? format.dateTime(decidedAt) : '',
          note: decisionNote,
        })}
      </Notice>
      {isOpen && <DecideChangeRequest request={request} onClose={() => setOpen(false)} />}
    </>
  );
}
