import { Button, Drawer, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormErrors, useCommand, useSeenVersion } from '@planerka/platform/web';
import { useT } from '../locales';
import { CreateSquadMutation, UpdateSquadMutation, type TeamMember, type TeamSquad } from './team-documents';

interface SquadDrawerProps {
  /** Null makes a new one; undefined keeps the drawer closed. */
  squad: TeamSquad | null | undefined;
  members: readonly TeamMember[];
  onClose: () => void;
  /** Somebody else's change of this squad was asked for. */
  onReload: () => void;
}

export function SquadDrawer({ squad, members, onClose, onReload }: SquadDrawerProps) {
  const t = useT();
  return (
    <Drawer opened={squad !== undefined} onClose={onClose} title={squad ? t('team.editSquad') : t('team.newSquad')}>
      {squad === undefined ? null : <SquadForm squad={squad} members={members} onClose={onClose} onReload={onReload} />}
    </Drawer>
  );
}

function SquadForm({ squad, members, onClose, onReload }: SquadDrawerProps & { squad: TeamSquad | null }) {
  const t = useT();
  const form = useForm({
    initialValues: { name: squad?.name ?? '', leadId: squad?.leadId ?? null, memberIds: squad?.memberIds ?? [] },
  });
  const [create, isCreating] = useCommand(CreateSquadMutation, { form });
  const { seen, catchUp } = useSeenVersion(squad?.version ?? 1);
  const [update, isUpdating] = useCommand(UpdateSquadMutation, {
    form,
    onReload: () => {
      catchUp();
      onReload();
    },
  });
  const submit = form.onSubmit(async (values) => {
    const outcome = squad
      ? await update({ input: { ...values, squadId: squad.id, expectedVersion: seen } })
      : await create({ input: values });
    if (outcome.status === 'success') onClose();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('team.squadName')}
          placeholder={t('team.squadPlaceholder')}
          data-autofocus
          data-path="name"
          {...form.getInputProps('name')}
        />
        <Select
          label={t('team.lead')}
          clearable
          data={members.filter(({ role }) => role !== 'SPECIALIST').map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('leadId')}
        />
        <MultiSelect
          label={t('team.squadMembers')}
          searchable
          data={members.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('memberIds')}
        />
        <FormErrors form={form} labels={{ name: t('team.squadName') }} />
        <Button type="submit" variant="filled" loading={isCreating || isUpdating}>
          {t('team.save')}
        </Button>
      </Stack>
    </form>
  );
}
