import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  Card,
  CardBody,
  CardHeader,
  Cell,
  Chip,
  Column,
  FormErrors,
  graphql,
  IconPlus,
  MoneyText,
  type ResultOf,
  Stack,
  Table,
  TableRow,
  toast,
  useCommand,
  usePersistentDraft,
  InvalidInputFragment,
  useSeenVersion,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { RowDrawer } from './RowDrawer';
import { readMoneyField, signOf, typedMoney } from '../money-text-field';

export const ServicesQuery = graphql(`
  query Services {
    viewer {
      id
      agency {
        id
        currency
      }
    }
    services {
      id
      name
      unit
      isArchived
      version
      price {
        amount
        currency
      }
    }
  }
`);

const CreateServiceMutation = graphql(
  `
    mutation CreateService($input: CreateServiceInput!) {
      createService(input: $input) {
        __typename
        ... on ServiceChanged {
          service {
            id
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

const UpdateServiceMutation = graphql(
  `
    mutation UpdateService($input: UpdateServiceInput!) {
      updateService(input: $input) {
        __typename
        ... on ServiceChanged {
          service {
            id
            name
            unit
            version
            price {
              amount
              currency
            }
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment],
);

const ArchiveServiceMutation = graphql(`
  mutation ArchiveService($input: ArchiveServiceInput!) {
    archiveService(input: $input) {
      __typename
      ... on ServiceChanged {
        service {
          id
          isArchived
          version
        }
      }
      ... on StaleVersion {
        currentVersion
      }
    }
  }
`);

type Service = ResultOf<typeof ServicesQuery>['services'][number];

/** The agency's price list, from which retainers are built. */
export function ServiceCatalogue() {
  const t = useT();
  const [result, refetch] = useQuery({ query: ServicesQuery });
  const [edited, edit] = useState<Service | 'new' | null>(null);
  const onReload = () => refetch({ requestPolicy: 'network-only' });
  const [archive] = useCommand(ArchiveServiceMutation, { onReload });
  const services = result.data?.services ?? [];
  const currency = result.data?.viewer?.agency?.currency ?? 'RUB';
  return (
    <Card label={t('service.title')} clip>
      <CardHeader
        title={t('service.title')}
        aside={
          <Button size="xs" leftSection={<IconPlus />} onClick={() => edit('new')}>
            {t('service.add')}
          </Button>
        }
      />
      {services.length === 0 ? (
        <CardBody>{t('service.empty')}</CardBody>
      ) : (
        <Table label={t('service.title')} stacks>
          <thead>
            <tr>
              <Column>{t('service.name')}</Column>
              <Column>{t('service.unit')}</Column>
              <Column numeric>{t('service.price')}</Column>
              <Column hidden>{t('edit')}</Column>
            </tr>
          </thead>
          <tbody>
            {services.map((service) => (
              <TableRow key={service.id}>
                <Cell>
                  {service.name} {service.isArchived && <Chip size="small">{t('channel.archived')}</Chip>}
                </Cell>
                <Cell label={t('service.unit')}>{service.unit}</Cell>
                <Cell numeric label={t('service.price')}>
                  <MoneyText value={service.price} />
                </Cell>
                <Cell numeric>
                  <Button size="xs" variant="subtle" onClick={() => edit(service)}>
                    {t('edit')}
                  </Button>
                  <Button
                    size="xs"
                    variant="subtle"
                    onClick={() =>
                      void archive({
                        input: {
                          serviceId: service.id,
                          expectedVersion: service.version,
                          isArchived: !service.isArchived,
                        },
                      })
                    }
                  >
                    {service.isArchived ? t('service.restore') : t('service.archive')}
                  </Button>
                </Cell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
      <RowDrawer
        edited={edited}
        rows={services}
        title={{ add: t('service.add'), edit: t('service.edit') }}
        onClose={() => edit(null)}
      >
        {(service) => (
          <ServiceForm service={service} currency={currency} onReload={onReload} onDone={() => edit(null)} />
        )}
      </RowDrawer>
    </Card>
  );
}

interface ServiceFormProps {
  service: Service | null;
  currency: string;
  onReload: () => void;
  onDone: () => void;
}

function ServiceForm({ service, currency: agencyCurrency, onReload, onDone }: ServiceFormProps) {
  const t = useT();
  const currency = service?.price.currency ?? agencyCurrency;
  const draft = usePersistentDraft(`service-${service?.id ?? 'new'}`, {
    name: service?.name ?? '',
    unit: service?.unit ?? '',
    price: service ? typedMoney(service.price.amount) : '',
  });
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep });
  const [create, isCreating] = useCommand(CreateServiceMutation, { form });
  const { seen, catchUp } = useSeenVersion(service?.version ?? 1);
  const [update, isUpdating] = useCommand(UpdateServiceMutation, {
    form,
    onReload: () => {
      catchUp();
      onReload();
    },
  });
  const submit = form.onSubmit(async ({ name, unit, price: text }) => {
    const price = readMoneyField(text, currency);
    if (!price.ok) return form.setErrors({ price: price.error });
    const values = { name, unit, price: price.value };
    const outcome = service
      ? await update({ input: { serviceId: service.id, expectedVersion: seen, ...values } })
      : await create({ input: values });
    if (outcome.status !== 'success') return;
    draft.clear();
    toast(t('brand.saved'));
    onDone();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={t('service.name')} required data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label={t('service.unit')}
          placeholder={t('service.unitPlaceholder')}
          {...form.getInputProps('unit')}
        />
        <TextInput
          label={t('service.price')}
          inputMode="decimal"
          rightSection={signOf(currency)}
          rightSectionWidth={56}
          required
          {...form.getInputProps('price')}
        />
        <FormErrors form={form} labels={{ name: t('service.name'), price: t('service.price') }} />
        <Button type="submit" variant="filled" loading={isCreating || isUpdating}>
          {t('save')}
        </Button>
      </Stack>
    </form>
  );
}
