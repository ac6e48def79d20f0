import { AppLink, Card, CardBody, CardHeader, Chip, useFormat } from '@planerka/platform/web';
import type { Approval } from './approval-documents';
import { ApprovalDetails } from './ApprovalDetails';
import { tones } from './approval-words';
import classes from './ApprovalPanel.module.css';
import { useT } from './locales';

/** On the task's page: what the client has been asked, whether they have looked, and what they said. */
export function ApprovalPanel({ approval }: { approval: Approval }) {
  const t = useT();
  const format = useFormat();
  return (
    <Card label={t('panel.title')}>
      <CardHeader
        title={t('panel.title')}
        aside={<Chip tone={tones[approval.state]}>{t(`state.${approval.state}`)}</Chip>}
        {...(approval.state === 'PENDING' && { sub: t('panel.waits', { since: format.dateTime(approval.sentAt) }) })}
      />
      <CardBody>
        <ApprovalDetails approval={approval} />
        <p className={classes.all}>
          <AppLink href={`/approvals?show=all&approval=${approval.id}`}>{t('panel.all')}</AppLink>
        </p>
      </CardBody>
    </Card>
  );
}
