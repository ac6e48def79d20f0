import { Button, Modal } from '@mantine/core';
import { Card, CardHeader, Row, Section, toast, useCommand, useFormat } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { CopyLink } from './CopyLink';
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
      {invitations.map(({ id, email, name, role, isExpired, expiresAt }) => (
        <Section key={id}>
          <CardHeader
            title={name ?? email}
            sub={[
              t(`role.${role}`),
              isExpired ? t('invitation.expired') : t('invitation.until', { day: format.day(expiresAt) }),
            ].join(' · ')}
          />
          <Row>
            <Button
              size="xs"
              variant="subtle"
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
              onClick={async () => {
                const outcome = await revoke({ invitationId: id });
                if (outcome.status === 'success') toast(t('invitation.revoked'));
                onChange();
              }}
            >
              {t('invitation.revoke')}
            </Button>
          </Row>
        </Section>
      ))}
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
