import { Button, Drawer, Group, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormErrors, Notice, useCommand } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { CopyLink } from './CopyLink';
import { InviteMemberMutation, type TeamMember, type TeamSquad } from './team-documents';

interface InviteDrawerProps {
  isOpen: boolean;
  onClose: () => void;
  squads: readonly TeamSquad[];
  viewerMemberId: string | null;
  isOwner: boolean;
}

interface Values {
  email: string;
  name: string;
  role: TeamMember['role'];
  disciplines: TeamMember['disciplines'];
  squadId: string | null;
}

export function InviteDrawer({ isOpen, onClose, squads, viewerMemberId, isOwner }: InviteDrawerProps) {
  const t = useT();
  // A manager invites into own squads only: the server says so, the choice does not offer others.
  const offered = isOwner ? squads : squads.filter(({ memberIds }) => memberIds.includes(viewerMemberId ?? ''));
  const empty: Values = {
    email: '',
    name: '',
    role: 'SPECIALIST',
    disciplines: ['COPY'],
    squadId: offered[0]?.id ?? null,
  };
  const form = useForm<Values>({ initialValues: empty });
  const [sent, setSent] = useState<{ url: string; isMailed: boolean; email: string } | null>(null);
  const [invite, isRunning] = useCommand(InviteMemberMutation, { form });

  const startOver = () => {
    setSent(null);
    form.setValues(empty);
    form.clearErrors();
  };
  const close = () => {
    startOver();
    onClose();
  };
  const submit = form.onSubmit(async ({ role, disciplines, name, ...rest }) => {
    const outcome = await invite({
      input: { ...rest, role, name: name || null, disciplines: role === 'SPECIALIST' ? disciplines : [] },
    });
    if (outcome.status === 'success') setSent({ ...outcome.result, email: rest.email });
  });
  const roles = isOwner ? (['SPECIALIST', 'MANAGER', 'OWNER'] as const) : (['SPECIALIST'] as const);

  return (
    <Drawer opened={isOpen} onClose={close} title={sent ? t('invitation.sentTitle') : t('invitation.title')}>
      {sent ? (
        <Stack>
          <Notice>{t(sent.isMailed ? 'invitation.mailed' : 'invitation.notMailed', { email: sent.email })}</Notice>
          <CopyLink url={sent.url} label={t('invitation.title')} />
          <Group justify="end">
            <Button onClick={startOver}>{t('invitation.another')}</Button>
            <Button variant="filled" onClick={close}>
              {t('invitation.done')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextInput
              label={t('invitation.email')}
              type="email"
              data-autofocus
              data-path="email"
              {...form.getInputProps('email')}
            />
            <TextInput
              label={t('invitation.name')}
              description={t('invitation.nameHint')}
              {...form.getInputProps('name')}
            />
            <Select
              label={t('invitation.role')}
              allowDeselect={false}
              data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
              {...form.getInputProps('role')}
            />
            {form.values.role === 'SPECIALIST' ? (
              <MultiSelect
                label={t('team.disciplines')}
                data={(['COPY', 'DESIGN', 'TARGETING'] as const).map((discipline) => ({
                  value: discipline,
                  label: t(`discipline.${discipline}`),
                }))}
                {...form.getInputProps('disciplines')}
              />
            ) : null}
            {form.values.role === 'OWNER' ? null : (
              <Select
                label={t('invitation.squad')}
                placeholder={t('team.noSquad')}
                clearable={isOwner}
                data={offered.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.getInputProps('squadId')}
              />
            )}
            <FormErrors form={form} labels={{ email: t('invitation.email'), disciplines: t('team.disciplines') }} />
            <Button type="submit" variant="filled" loading={isRunning}>
              {t('invitation.send')}
            </Button>
          </Stack>
        </form>
      )}
    </Drawer>
  );
}
