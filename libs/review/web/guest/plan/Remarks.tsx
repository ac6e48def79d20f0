import { GuestButton, GuestField, useFormat, type GuestClient } from '@planerka/platform/web/guest';
import { useState } from 'react';
import { useT as useGuestT } from '../locales';
import { useKeptText } from '../use-kept-text';
import { GuestPlanRemarkMutation, type Plan } from './guest-plan-documents';
import { useT } from './locales';
import classes from './PlanView.module.css';

interface RemarksProps {
  plan: Plan;
  /** Null for the plan as a whole. */
  itemId: string | null;
  client: GuestClient;
  onChange: (plan: Plan) => void;
}

/** What has been said with the agency, and a place to say more. */
export function Remarks({ plan, itemId, client, onChange }: RemarksProps) {
  const t = useT();
  const guest = useGuestT();
  const format = useFormat();
  const [text, setText, forget] = useKeptText(`plan-${plan.month}-${itemId ?? plan.clientName}`);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const remarks = plan.remarks.filter((remark) => remark.itemId === itemId);
  const send = async () => {
    setSending(true);
    const said = await client.ask(GuestPlanRemarkMutation, { input: { itemId, body: text } });
    setSending(false);
    if (said.status !== 'ok') return setProblem(guest(said.status));
    const result = said.data.guestPlanRemark;
    if (result.__typename !== 'GuestPlanSuccess') {
      const isLong = result.__typename === 'InvalidInput' && result.issues.some(({ code }) => code === 'too_long');
      return setProblem(t(isLong ? 'remarks.tooLong' : 'remarks.lost'));
    }
    forget();
    setProblem(null);
    onChange(result.plan);
  };
  return (
    <div className={classes.remarks}>
      {remarks.length > 0 && (
        <ol className={classes.talk}>
          {remarks.map(({ id, author, isFromAgency, isYours, body, createdAt }) => (
            <li key={id}>
              <p className={classes.note}>
                <b>{isYours ? t('remarks.you') : author}</b>
                {isFromAgency && `, ${t('remarks.agency')}`} · {format.relative(createdAt)}
              </p>
              <p className={classes.idea}>{body}</p>
            </li>
          ))}
        </ol>
      )}
      <GuestField label={t(itemId === null ? 'remarks.labelPlan' : 'remarks.label')} error={problem ?? undefined}>
        <textarea value={text} aria-invalid={problem !== null} onChange={(event) => setText(event.target.value)} />
      </GuestField>
      {text.trim() !== '' && (
        <GuestButton isBusy={isSending} onClick={() => void send()}>
          {t('remarks.send')}
        </GuestButton>
      )}
    </div>
  );
}
