import { Button, Drawer, Group, NumberInput, Select, TextInput } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { catalogueTotal } from '@planerka/clients/domain';
import { type Currency, parseDecimal } from '@planerka/platform/domain';
import {
  errorText,
  FormErrors,
  graphql,
  MoneyText,
  Stack,
  toast,
  useCommand,
  useFormat,
  usePersistentDraft,
  InvalidInputFragment,
  usePlatformText,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { readMoneyField, signOf, typedMoney } from '../money-text-field';
import { EditableRows } from './EditableRows';
import { ServicesQuery } from './ServiceCatalogue';
import { Retainer, type RetainerTerms } from './retainer-terms';

const SaveRetainerMutation = graphql(
  `
    mutation SaveRetainer($input: SaveRetainerInput!) {
      saveRetainer(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            nextSteps
            includedWork {
              items
              rounds
            }
            retainers {
              ...Retainer_retainer
            }
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, Retainer],
);

interface RetainerDrawerProps {
  clientId: string;
  currency: string;
  /** What is being edited, or what new terms begin from. */
  terms: RetainerTerms | null;
  isNew: boolean;
  isOpen: boolean;
  onClose: () => void;
}

export function RetainerDrawer({ isOpen, onClose, ...form }: RetainerDrawerProps) {
  const words = usePlatformText();
  const t = useT();
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={t('retainer.title')}
      position="right"
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      {isOpen && <RetainerForm key={form.terms?.id ?? 'new'} {...form} onClose={onClose} />}
    </Drawer>
  );
}

function RetainerForm({ clientId, currency, terms, isNew, onClose }: Omit<RetainerDrawerProps, 'isOpen'>) {
  const t = useT();
  const { timeZone } = useFormat();
  // the agency's month, wherever its owner is
  const thisMonth = new Date().toLocaleDateString('sv-SE', { timeZone }).slice(0, 7);
  const [catalogue] = useQuery({ query: ServicesQuery });
  const services = catalogue.data?.services.filter(({ isArchived }) => !isArchived) ?? [];
  const draft = usePersistentDraft(`retainer-${clientId}-${isNew ? 'new' : (terms?.id ?? 'first')}`, {
    validFrom: `${isNew || !terms ? thisMonth : terms.validFrom}-01`,
    fee: terms ? typedMoney(terms.fee.amount) : '',
    includedItems: terms?.includedItems ?? 12,
    includedRounds: terms?.includedRounds ?? 2,
    extraRound: terms ? typedMoney(terms.extraRound.amount) : '0',
    services: (terms?.services ?? []).map(({ serviceId, quantity }) => ({ serviceId, quantity })),
  });
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep });
  const [save, isSaving] = useCommand(SaveRetainerMutation, { form });

  const submit = form.onSubmit(async (values) => {
    const fee = readMoneyField(values.fee, currency);
    const extraRound = readMoneyField(values.extraRound, currency);
    // a number field that was emptied is «»
    const emptied = [
      ...(['includedItems', 'includedRounds'] as const).filter((name) => !Number.isInteger(values[name])),
      ...values.services.flatMap(({ quantity }, index) =>
        Number.isInteger(quantity) ? [] : [`services.${index}.quantity`],
      ),
    ];
    if (!fee.ok || !extraRound.ok || emptied.length > 0) {
      form.setErrors({
        ...Object.fromEntries(emptied.map((path) => [path, errorText('required') ?? ''])),
        ...(fee.ok ? {} : { fee: fee.error }),
        ...(extraRound.ok ? {} : { extraRound: extraRound.error }),
      });
      return;
    }
    const input = {
      ...values,
      clientId,
      validFrom: values.validFrom.slice(0, 7),
      fee: fee.value,
      extraRound: extraRound.value,
      services: values.services.filter(({ serviceId }) => serviceId !== ''),
    };
    const outcome = await save({ input });
    if (outcome.status !== 'success') return;
    draft.clear();
    toast(t('retainer.saved'));
    onClose();
  });

  const chosen = form.values.services.flatMap(({ serviceId, quantity }) => {
    const service = services.find(({ id }) => id === serviceId);
    const price = service && parseDecimal(service.price.amount, currency as Currency);
    return service && price?.ok && Number.isInteger(quantity)
      ? [{ serviceId, name: service.name, quantity, price: price.value }]
      : [];
  });

  const total = catalogueTotal(chosen, currency as Currency).toJSON();

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <MonthPickerInput
          label={t('retainer.validFrom')}
          description={t('retainer.validFromHint')}
          valueFormat="MMMM YYYY"
          required
          {...form.getInputProps('validFrom')}
        />
        <TextInput
          label={t('retainer.fee')}
          inputMode="decimal"
          rightSection={signOf(currency)}
          rightSectionWidth={56}
          required
          {...form.getInputProps('fee')}
        />
        <NumberInput
          label={t('retainer.includedItems')}
          min={0}
          allowDecimal={false}
          required
          {...form.getInputProps('includedItems')}
        />
        <NumberInput
          label={t('retainer.includedRounds')}
          min={0}
          allowDecimal={false}
          required
          {...form.getInputProps('includedRounds')}
        />
        <TextInput
          label={t('retainer.extraRound')}
          description={t('retainer.extraRoundHint')}
          inputMode="decimal"
          rightSection={signOf(currency)}
          rightSectionWidth={56}
          required
          {...form.getInputProps('extraRound')}
        />
        {services.length > 0 && (
          <EditableRows
            label={t('retainer.services')}
            addLabel={t('retainer.addService')}
            rows={form.values.services}
            onAdd={() => {
              const taken = new Set(form.values.services.map(({ serviceId }) => serviceId));
              const next = services.find(({ id }) => !taken.has(id));
              if (next) form.insertListItem('services', { serviceId: next.id, quantity: 1 });
            }}
            onRemove={(index) => form.removeListItem('services', index)}
          >
            {(index) => (
              <>
                <Select
                  aria-label={t('retainer.service')}
                  allowDeselect={false}
                  flex={1}
                  data={services.map(({ id, name }) => ({ value: id, label: name }))}
                  {...form.getInputProps(`services.${index}.serviceId`)}
                />
                <NumberInput
                  aria-label={t('retainer.quantity')}
                  min={1}
                  allowDecimal={false}
                  flex="0 0 84px"
                  {...form.getInputProps(`services.${index}.quantity`)}
                />
              </>
            )}
          </EditableRows>
        )}
        {chosen.length > 0 && (
          <Group justify="space-between">
            <span>
              {t('retainer.byCatalogue')}: <MoneyText value={total} />
            </span>
            {form.values.fee !== typedMoney(total.amount) && (
              <Button size="xs" onClick={() => form.setFieldValue('fee', typedMoney(total.amount))}>
                {t('retainer.takeSum')}
              </Button>
            )}
          </Group>
        )}
        <FormErrors
          form={form}
          labels={{
            validFrom: t('retainer.validFrom'),
            fee: t('retainer.fee'),
            includedItems: t('retainer.includedItems'),
            includedRounds: t('retainer.includedRounds'),
            extraRound: t('retainer.extraRound'),
          }}
        />
        <Button type="submit" variant="filled" loading={isSaving}>
          {t('save')}
        </Button>
      </Stack>
    </form>
  );
}
