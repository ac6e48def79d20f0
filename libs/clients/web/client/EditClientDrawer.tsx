import { Button, Drawer, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  type FragmentOf,
  FormErrors,
  graphql,
  readFragment,
  Stack,
  toast,
  useCommand,
  InvalidInputFragment,
  useSeenVersion,
  usePlatformText,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { ClientLimitFragment, useClientLimit } from '../client-limit';
import { AgreementSelect, SilenceSelect } from '../list/CreateClientDrawer';
import { useT } from '../locales';

export const EditClientDrawer_client = graphql(`
  fragment EditClientDrawer_client on Client {
    id
    name
    about
    state
    silencePolicy
    approvalMode
    version
    viewerCanAssign
    squad {
      id
      name
    }
  }
`);

const EditClientSquadsQuery = graphql(`
  query EditClientSquads {
    servingSquads {
      id
      name
    }
  }
`);

const UpdateClientMutation = graphql(
  `
    mutation UpdateClient($input: UpdateClientInput!) {
      updateClient(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            ...EditClientDrawer_client
          }
        }
        ...InvalidInput
        ...ClientLimitReached
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, ClientLimitFragment, EditClientDrawer_client],
);

interface EditClientProps {
  client: FragmentOf<typeof EditClientDrawer_client>;
  isOpen: boolean;
  onClose: () => void;
  onReload: () => void;
}

export function EditClientDrawer({ client, isOpen, onClose, onReload }: EditClientProps) {
  const words = usePlatformText();
  const t = useT();
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={t('form.editClient')}
      position="right"
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      {isOpen && <EditClientForm client={client} onClose={onClose} onReload={onReload} />}
    </Drawer>
  );
}

function EditClientForm({ client: ref, onClose, onReload }: Omit<EditClientProps, 'isOpen'>) {
  const client = readFragment(EditClientDrawer_client, ref);
  const t = useT();
  const [squads] = useQuery({ query: EditClientSquadsQuery, pause: !client.viewerCanAssign });
  const form = useForm({
    initialValues: {
      name: client.name,
      about: client.about,
      squadId: client.squad.id,
      silencePolicy: client.silencePolicy ?? 'REMIND',
      approvalMode: client.approvalMode ?? 'ANY',
      state: client.state,
    },
  });
  const { seen, catchUp } = useSeenVersion(client.version);
  const [update, isSaving] = useCommand(UpdateClientMutation, {
    form,
    isQuiet: true,
    onReload: () => {
      catchUp();
      onReload();
    },
  });
  const withinLimit = useClientLimit();
  const choices = squads.data?.servingSquads ?? [client.squad];
  const submit = form.onSubmit(async (values) => {
    const given = { clientId: client.id, expectedVersion: seen, ...values };
    const outcome = await withinLimit((goOverLimit) => update({ input: { ...given, goOverLimit } }));
    if (outcome.status !== 'success') return;
    toast(t('brand.saved'));
    onClose();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={t('form.name')} required {...form.getInputProps('name')} />
        <Textarea label={t('form.about')} autosize minRows={2} {...form.getInputProps('about')} />
        {client.viewerCanAssign && (
          <Select
            label={t('form.squad')}
            description={t('form.squadHint')}
            allowDeselect={false}
            data={choices.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('squadId')}
          />
        )}
        <SilenceSelect {...form.getInputProps('silencePolicy')} />
        <AgreementSelect {...form.getInputProps('approvalMode')} />
        <Select
          label={t('form.state')}
          allowDeselect={false}
          data={(['ACTIVE', 'PAUSED', 'ARCHIVED'] as const).map((state) => ({
            value: state,
            label: t(`state.${state}`),
          }))}
          {...form.getInputProps('state')}
        />
        <FormErrors form={form} labels={{ name: t('form.name'), about: t('form.about'), squadId: t('form.squad') }} />
        <Button type="submit" variant="filled" loading={isSaving}>
          {t('save')}
        </Button>
      </Stack>
    </form>
  );
}
