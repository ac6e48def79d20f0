import { Button, Drawer, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { silencePolicies, stageModes } from '@planerka/clients/domain';
import { currencyCodes } from '@planerka/platform/domain';
import {
  AppLink,
  EmptyState,
  FormErrors,
  graphql,
  QueryView,
  SkeletonRows,
  Stack,
  toast,
  useCommand,
  useGo,
  usePersistentDraft,
  InvalidInputFragment,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import '../cache';
import { ClientLimitFragment, useClientLimit } from '../client-limit';
import { useT } from '../locales';

const ServingSquadsQuery = graphql(`
  query ServingSquads {
    servingSquads {
      id
      name
    }
    viewer {
      id
      agency {
        id
        currency
      }
    }
  }
`);

const CreateClientMutation = graphql(
  `
    mutation CreateClient($input: CreateClientInput!) {
      createClient(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            name
          }
        }
        ...InvalidInput
        ...ClientLimitReached
      }
    }
  `,
  [InvalidInputFragment, ClientLimitFragment],
);

export function CreateClientDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useT();
  const [result, refetch] = useQuery({ query: ServingSquadsQuery, pause: !isOpen });
  return (
    <Drawer opened={isOpen} onClose={onClose} title={t('form.newClient')} position="right">
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={(data) => data}
        skeleton={<SkeletonRows />}
      >
        {({ servingSquads, viewer }) =>
          servingSquads.length === 0 ? (
            <EmptyState
              title={t('form.noSquads')}
              action={
                <Button component={AppLink} href="/team" variant="filled">
                  {t('form.toTeam')}
                </Button>
              }
            >
              {t('form.noSquadsText')}
            </EmptyState>
          ) : (
            <>
              <AppLink href="/workload/new-client">{t('form.canWe')}</AppLink>
              <CreateClientForm squads={servingSquads} currency={viewer?.agency?.currency ?? 'RUB'} />
            </>
          )
        }
      </QueryView>
    </Drawer>
  );
}

function CreateClientForm({ squads, currency }: { squads: readonly { id: string; name: string }[]; currency: string }) {
  const t = useT();
  const go = useGo();
  const draft = usePersistentDraft('new-client', {
    name: '',
    about: '',
    squadId: squads[0]?.id ?? '',
    currency,
    silencePolicy: 'REMIND' as const,
    approvalMode: 'ANY' as const,
  });
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep });
  const [create, isCreating] = useCommand(CreateClientMutation, { form, isQuiet: true });
  const withinLimit = useClientLimit();

  const submit = form.onSubmit(async (values) => {
    const outcome = await withinLimit((goOverLimit) => create({ input: { ...values, goOverLimit } }));
    if (outcome.status !== 'success') return;
    draft.clear();
    toast(t('form.created'));
    go(`/clients/${outcome.result.client.id}`);
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('form.name')}
          placeholder={t('form.namePlaceholder')}
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Textarea
          label={t('form.about')}
          placeholder={t('form.aboutPlaceholder')}
          autosize
          minRows={2}
          {...form.getInputProps('about')}
        />
        <Select
          label={t('form.squad')}
          description={t('form.squadHint')}
          required
          allowDeselect={false}
          data={squads.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('squadId')}
        />
        <Select
          label={t('form.currency')}
          description={t('form.currencyHint')}
          allowDeselect={false}
          searchable
          data={[...currencyCodes]}
          {...form.getInputProps('currency')}
        />
        <SilenceSelect {...form.getInputProps('silencePolicy')} />
        <AgreementSelect {...form.getInputProps('approvalMode')} />
        <FormErrors
          form={form}
          labels={{
            name: t('form.name'),
            about: t('form.about'),
            squadId: t('form.squad'),
            currency: t('form.currency'),
          }}
        />
        <Button type="submit" variant="filled" loading={isCreating}>
          {t('form.create')}
        </Button>
      </Stack>
    </form>
  );
}

type SelectProps = Omit<Parameters<typeof Select>[0], 'data' | 'label'>;

/** What it means when a client does not answer in time. */
export function SilenceSelect(props: SelectProps) {
  const t = useT();
  const policies = silencePolicies.map((policy) => policy.toUpperCase() as Uppercase<typeof policy>);
  return (
    <Select
      label={t('form.silence')}
      description={t('silenceHint')}
      allowDeselect={false}
      data={policies.map((policy) => ({ value: policy, label: t(`silence.${policy}`) }))}
      {...props}
    />
  );
}

/** Whose word of several people's a question to them wants. */
export function AgreementSelect(props: SelectProps) {
  const t = useT();
  const modes = stageModes.map((mode) => mode.toUpperCase() as Uppercase<typeof mode>);
  return (
    <Select
      label={t('form.agreement')}
      description={t('agreementHint')}
      allowDeselect={false}
      data={modes.map((mode) => ({ value: mode, label: t(`agreement.${mode}`) }))}
      {...props}
    />
  );
}
