import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  Card,
  CardBody,
  CardHeader,
  DateText,
  graphql,
  InvalidInputFragment,
  Notice,
  toast,
  useCommand,
} from '@planerka/platform/web';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';

const AgencyExportsQuery = graphql(`
  query AgencyExports {
    agencyExports {
      id
      state
      requestedAt
      expiresAt
      size
      url
    }
  }
`);

const RequestAgencyExportMutation = graphql(`
  mutation RequestAgencyExport {
    requestAgencyExport {
      __typename
      ... on AgencyExportSuccess {
        exports {
          id
          state
          requestedAt
          expiresAt
          size
          url
        }
      }
    }
  }
`);

const AskAgencyDeletionMutation = graphql(
  `
    mutation AskAgencyDeletion($input: AskAgencyDeletionInput!) {
      askAgencyDeletion(input: $input) {
        __typename
        ... on AgencyDeletionSuccess {
          agency {
            id
            deletionDueAt
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

const pollMilliseconds = 3_000;

interface Agency {
  readonly name: string;
  readonly deletionDueAt: string | null;
}

/** What an owner may take along, and how an agency ends. */
export function AgencyDataCard({ agency }: { readonly agency: Agency }) {
  const t = useT();
  return (
    <Card label={t('data.title')}>
      <CardHeader title={t('data.title')} ruled />
      <CardBody>
        <Stack>
          <Exports />
        </Stack>
      </CardBody>
      <CardHeader title={t('data.end')} ruled />
      <CardBody>
        {agency.deletionDueAt ? (
          <p>
            {t('data.dueOn')} <DateText value={agency.deletionDueAt} look="dayLong" />
          </p>
        ) : (
          <DeletionForm name={agency.name} />
        )}
      </CardBody>
    </Card>
  );
}

function Exports() {
  const t = useT();
  const [{ data }, refetch] = useQuery({ query: AgencyExportsQuery });
  const [request, isRunning] = useCommand(RequestAgencyExportMutation);
  const exports = data?.agencyExports ?? [];
  const isWaiting = exports.some(({ state }) => state === 'WAITING');

  useEffect(() => {
    if (!isWaiting) return;
    const timer = window.setInterval(() => refetch({ requestPolicy: 'network-only' }), pollMilliseconds);
    return () => window.clearInterval(timer);
  }, [isWaiting, refetch]);

  return (
    <>
      <p>{t('data.exportText')}</p>
      {exports.map(({ id, state, requestedAt, size, url }) => (
        <p key={id} aria-live="polite">
          <DateText value={requestedAt} look="dateTime" />{' '}
          {url ? (
            <Anchor href={url}>
              {t('data.download')}
              {size === null ? '' : ` (${t('data.megabytes', { size: Math.max(0.1, size / 1_048_576).toFixed(1) })})`}
            </Anchor>
          ) : (
            t(state === 'WAITING' ? 'data.waiting' : 'data.failed')
          )}
        </p>
      ))}
      <Button
        loading={isRunning || isWaiting}
        onClick={() => {
          void request({}).then((outcome) => {
            if (outcome.status === 'success') refetch({ requestPolicy: 'network-only' });
          });
        }}
      >
        {t('data.export')}
      </Button>
    </>
  );
}

function DeletionForm({ name }: { readonly name: string }) {
  const t = useT();
  const form = useForm({ initialValues: { agencyName: '' } });
  const [ask, isRunning] = useCommand(AskAgencyDeletionMutation, { form });
  const submit = form.onSubmit(async (input) => {
    const outcome = await ask({ input });
    if (outcome.status === 'success') toast(t('data.asked'));
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Notice tone="warn">{t('data.deleteText')}</Notice>
        <TextInput
          label={t('data.typeName', { name })}
          autoComplete="off"
          data-path="agencyName"
          {...form.getInputProps('agencyName')}
        />
        <Button type="submit" color="red" variant="filled" loading={isRunning}>
          {t('data.delete')}
        </Button>
      </Stack>
    </form>
  );
}
