import { Button, Drawer, Group, MultiSelect, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { errorText, FormErrors, toast, useCommand, useSeenVersion } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { HandOver } from './HandOver';
import { ResetLink } from './ResetLink';
import { RatesCard } from './RatesCard';
import { SetMemberActiveMutation, UpdateMemberMutation, type TeamMember } from './team-documents';

interface MemberDrawerProps {
  member: TeamMember | null;
  currency: string;
  onClose: () => void;
  onReload: () => void;
}

export function MemberDrawer({ member, currency, onClose, onReload }: MemberDrawerProps) {
  return (
    <Drawer opened={member !== null} onClose={onClose} title={member?.name}>
      {member ? <MemberForm member={member} currency={currency} onClose={onClose} onReload={onReload} /> : null}
    </Drawer>
  );
}

type Values = Pick<TeamMember, 'name' | 'role' | 'disciplines'> & {
  employment: NonNullable<TeamMember['employment']>;
  /** «» is a number field that was emptied. */
  weeklyHours: number | '';
  clientLimit: number | '';
};

function MemberForm({ member, currency, onClose, onReload }: MemberDrawerProps & { member: TeamMember }) {
  const t = useT();
  const form = useForm<Values>({
    initialValues: {
      name: member.name,
      role: member.role,
      disciplines: member.disciplines,
      employment: member.employment ?? 'CONTRACT',
      weeklyHours: member.weeklyHours,
      clientLimit: member.clientLimit ?? '',
    },
  });
  const { seen, catchUp } = useSeenVersion(member.version);
  const reload = () => {
    catchUp();
    onReload();
  };
  const [update, isRunning] = useCommand(UpdateMemberMutation, { form, onReload: reload });
  const [setActive] = useCommand(SetMemberActiveMutation, { onReload: reload });
  const versioned = { memberId: member.id, expectedVersion: seen };

  const submit = form.onSubmit(async ({ weeklyHours, clientLimit, ...rest }) => {
    // an emptied number is «» to the field: no hours are refused, no limit is a choice
    if (weeklyHours === '') return form.setFieldError('weeklyHours', errorText('required'));
    const values = { ...rest, weeklyHours, clientLimit: clientLimit === '' ? null : clientLimit };
    const outcome = await update({
      input: { ...versioned, ...values },
    });
    if (outcome.status !== 'success') return;
    toast(t('team.saved'));
    onClose();
  });
  const [isLeaving, setLeaving] = useState(false);
  const letBack = async () => {
    const outcome = await setActive({ input: { ...versioned, isActive: true } });
    if (outcome.status === 'success') onClose();
  };

  return (
    <Stack>
      {isLeaving ? (
        <HandOver
          member={member}
          onClose={() => setLeaving(false)}
          onDone={() => {
            onReload();
            onClose();
          }}
        />
      ) : null}
      {member.viewerCanManage ? (
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextInput label={t('team.name')} data-path="name" {...form.getInputProps('name')} />
            <Select
              label={t('team.role')}
              allowDeselect={false}
              data={(['OWNER', 'MANAGER', 'SPECIALIST'] as const).map((role) => ({
                value: role,
                label: t(`role.${role}`),
              }))}
              {...form.getInputProps('role')}
            />
            <MultiSelect
              label={t('team.disciplines')}
              description={form.values.role === 'SPECIALIST' ? '' : t('team.ownWork')}
              data={(['COPY', 'DESIGN', 'TARGETING'] as const).map((discipline) => ({
                value: discipline,
                label: t(`discipline.${discipline}`),
              }))}
              {...form.getInputProps('disciplines')}
            />
            <Select
              label={t('team.employment')}
              allowDeselect={false}
              data={(['STAFF', 'SELF_EMPLOYED', 'SOLE_PROPRIETOR', 'CONTRACT'] as const).map((employment) => ({
                value: employment,
                label: t(`employment.${employment}`),
              }))}
              {...form.getInputProps('employment')}
            />
            <NumberInput
              label={t('team.hours')}
              allowDecimal={false}
              min={0}
              max={168}
              {...form.getInputProps('weeklyHours')}
            />
            {form.values.role === 'MANAGER' ? (
              <NumberInput
                label={t('team.clientLimit')}
                description={t('team.clientLimitHint', {
                  limit: member.clientsLed?.limit ?? 0,
                  clients: member.clientsLed?.count ?? 0,
                })}
                allowDecimal={false}
                min={0}
                max={100}
                {...form.getInputProps('clientLimit')}
              />
            ) : null}
            <FormErrors form={form} />
            {member.isActive ? <ResetLink member={member} /> : null}
            <Group justify="space-between">
              <Button variant="subtle" onClick={() => (member.isActive ? setLeaving(true) : void letBack())}>
                {member.isActive ? t('team.switchOff') : t('team.switchOn')}
              </Button>
              <Button type="submit" variant="filled" loading={isRunning}>
                {t('team.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : null}
      <RatesCard
        title={t('team.ratesOf', { name: member.name })}
        memberId={member.id}
        rates={member.rates}
        currency={currency}
        disciplines={member.disciplines}
        canEdit={member.viewerCanManage}
        onChange={onReload}
      />
    </Stack>
  );
}
