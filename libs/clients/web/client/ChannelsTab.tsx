import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { networkOf as networkOfUrl, networks } from '@planerka/clients/domain';
import {
  Card,
  CardHeader,
  Chip,
  EmptyState,
  type FragmentOf,
  FormErrors,
  graphql,
  IconPlus,
  NetworkIcon,
  networkOf,
  readFragment,
  type ResultOf,
  Stack,
  toast,
  useCommand,
  usePersistentDraft,
  useSeenVersion,
  usePlatformText,
  InvalidInputFragment,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { RowDrawer } from './RowDrawer';
import classes from './ClientPage.module.css';

const Channel = graphql(`
  fragment ChannelRow_channel on Channel @_unmask {
    id
    network
    title
    url
    archivedAt
    version
  }
`);

export const ChannelsTab_client = graphql(
  `
    fragment ChannelsTab_client on Client {
      id
      viewerCanEdit
      nextSteps
      channels {
        ...ChannelRow_channel
      }
    }
  `,
  [Channel],
);

const CreateChannelMutation = graphql(
  `
    mutation CreateChannel($input: CreateChannelInput!) {
      createChannel(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            ...ChannelsTab_client
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, ChannelsTab_client],
);

const UpdateChannelMutation = graphql(
  `
    mutation UpdateChannel($input: UpdateChannelInput!) {
      updateChannel(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            ...ChannelsTab_client
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, ChannelsTab_client],
);

const ArchiveChannelMutation = graphql(
  `
    mutation ArchiveChannel($input: ArchiveChannelInput!) {
      archiveChannel(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            ...ChannelsTab_client
          }
        }
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [ChannelsTab_client],
);

type ChannelRow = ResultOf<typeof Channel>;

interface TabProps {
  client: FragmentOf<typeof ChannelsTab_client>;
  onReload: () => void;
}

export function ChannelsTab({ client: ref, onReload }: TabProps) {
  const client = readFragment(ChannelsTab_client, ref);
  const t = useT();
  const [edited, edit] = useState<ChannelRow | 'new' | null>(null);
  const [archive] = useCommand(ArchiveChannelMutation, { onReload });
  const toggle = ({ id, version, archivedAt }: ChannelRow) =>
    archive({ input: { channelId: id, expectedVersion: version, isArchived: !archivedAt } });
  const add = client.viewerCanEdit && (
    <Button size="xs" leftSection={<IconPlus />} onClick={() => edit('new')}>
      {t('channel.add')}
    </Button>
  );
  return (
    <Card label={t('channel.title')}>
      <CardHeader
        title={t('channel.title')}
        count={client.channels.length}
        aside={client.channels.length > 0 && add}
        ruled
      />
      {client.channels.length === 0 && (
        <EmptyState title={t('channel.empty')} action={add}>
          {t('channel.emptyText')}
        </EmptyState>
      )}
      <ul className={classes.list}>
        {client.channels.map((channel) => (
          <li key={channel.id} className={classes.row} data-archived={channel.archivedAt ? true : undefined}>
            <NetworkIcon network={networkOf(channel.network)} size={20} />
            <div className={classes.rowText}>
              <p className={classes.rowTitle}>{channel.title}</p>
              {channel.url && (
                <a className={classes.link} href={channel.url} target="_blank" rel="noreferrer">
                  {channel.url.replace(/^https?:\/\//, '')}
                </a>
              )}
            </div>
            {channel.archivedAt && <Chip>{t('channel.archived')}</Chip>}
            {client.viewerCanEdit && (
              <div className={classes.rowActions}>
                {!channel.archivedAt && (
                  <Button size="xs" variant="subtle" onClick={() => edit(channel)}>
                    {t('edit')}
                  </Button>
                )}
                <Button size="xs" variant="subtle" onClick={() => void toggle(channel)}>
                  {channel.archivedAt ? t('channel.restore') : t('channel.archive')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <RowDrawer
        edited={edited}
        rows={client.channels}
        title={{ add: t('channel.add'), edit: t('channel.edit') }}
        onClose={() => edit(null)}
      >
        {(channel) => (
          <ChannelForm clientId={client.id} channel={channel} onReload={onReload} onDone={() => edit(null)} />
        )}
      </RowDrawer>
    </Card>
  );
}

interface ChannelFormProps {
  clientId: string;
  channel: ChannelRow | null;
  onReload: () => void;
  onDone: () => void;
}

function ChannelForm({ clientId, channel, onReload, onDone }: ChannelFormProps) {
  const t = useT();
  const platform = usePlatformText();
  const draft = usePersistentDraft(`channel-${channel?.id ?? clientId}`, {
    network: channel?.network ?? ('VK' as const),
    title: channel?.title ?? '',
    url: channel?.url ?? '',
  });
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep });
  const [create, isCreating] = useCommand(CreateChannelMutation, { form });
  const { seen, catchUp } = useSeenVersion(channel?.version ?? 1);
  const [update, isUpdating] = useCommand(UpdateChannelMutation, {
    form,
    onReload: () => {
      catchUp();
      onReload();
    },
  });

  const submit = form.onSubmit(async (values) => {
    const outcome = channel
      ? await update({ input: { channelId: channel.id, expectedVersion: seen, ...values } })
      : await create({ input: { clientId, ...values } });
    if (outcome.status !== 'success') return;
    draft.clear();
    toast(t('brand.saved'));
    onDone();
  });
  const url = form.getInputProps('url');
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('channel.url')}
          description={t('channel.urlHint')}
          placeholder="https://vk.com/sosna"
          data-autofocus
          {...url}
          onChange={(event) => {
            const network = networkOfUrl(event.currentTarget.value.trim());
            if (network) form.setFieldValue('network', network.toUpperCase() as ChannelRow['network']);
            form.setFieldValue('url', event.currentTarget.value);
          }}
        />
        <Select
          label={t('channel.network')}
          required
          allowDeselect={false}
          data={networks.map((network) => ({ value: network.toUpperCase(), label: platform(`network.${network}`) }))}
          {...form.getInputProps('network')}
        />
        <TextInput label={t('channel.name')} required {...form.getInputProps('title')} />
        <FormErrors form={form} labels={{ title: t('channel.name'), url: t('channel.url') }} />
        <Button type="submit" variant="filled" loading={isCreating || isUpdating}>
          {t('save')}
        </Button>
      </Stack>
    </form>
  );
}
