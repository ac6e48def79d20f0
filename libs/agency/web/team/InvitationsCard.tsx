import { Button, Modal } from '@mantine/core';
import { Card, CardHeader, toast, useCommand, useFormat } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { CopyLink } from './CopyLink';
import classes from './TeamCards.module.css';
import { RenewInvitationMutation, RevokeInvitationMutation, type Team } from './team-documents';

export function InvitationsCard({ invitations, onChange }: { invitations: Team['invitations']; onChange: () => void }) {
  const t = useT();
  const format = useFormat();
  const [url, setUrl] = useState<string | null>(null);
  const [renew] = useCommand(RenewInvitationMutation);
  const [revoke] = useCommand(RevokeInvitationMutation);
  return (
    <Card label={t('team.invitations')}>
      <CardHeader title={t('team.invitations')} count={invitations.length} ruled />
      <ul>
        {invitations.map(({ id, email, name, role, disciplines, isExpired, expiresAt }) => (
          <li key={id} className={classes.squad}>
            <CardHeader
              title={name ?? email}
              sub={[
                ...(name ? [email] : []),
                role === 'SPECIALIST' && disciplines.length > 0
                  ? disciplines.map((discipline) => t(`discipline.${discipline}`)).join(', ')
                  : t(`role.${role}`),
                isExpired ? t('invitation.expired') : t('invitation.until', { day: format.day(expiresAt) }),
              ].join(' · ')}
            />
            <div className={classes.actions}>
              <Button
                size="xs"
                variant="subtle"
                aria-label={`${t('invitation.renew')}: ${name ?? email}`}
                onClick={async () => {
                  const outcome = await renew({ invitationId: id });
                  if (outcome.status === 'success') setUrl(outcome.result.url);
                }}
              >
                {t('invitation.renew')}
              </Button>
              <Button
                size="xs"
                variant="subtle"
                aria-label={`${t('invitation.revoke')}: ${name ?? email}`}
                onClick={async () => {
                  const outcome = await revoke({ invitationId: id });
                  if (outcome.status === 'success') toast(t('invitation.revoked'));
                  onChange();
                }}
              >
                {t('invitation.revoke')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Modal
        opened={url !== null}
        onClose={() => {
          setUrl(null);
          onChange();
        }}
        title={t('invitation.sentTitle')}
      >
        {url ? <CopyLink url={url} label={t('invitation.title')} /> : null}
      </Modal>
    </Card>
  );
}
