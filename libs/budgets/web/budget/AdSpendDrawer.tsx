import { Autocomplete, Button, Drawer, Group, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import {
  Card,
  CardHeader,
  Cell,
  Chip,
  Column,
  FormErrors,
  graphql,
  MoneyText,
  QueryView,
  Table,
  TableRow,
  toast,
  useCommand,
  useFormat,
  usePersistentDraft,
  InvalidInputFragment,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { readMoney } from '../money-field';
import { reasonProblem, RefuseDialog } from '../revision/RefuseDialog';

const AdSpendQuery = graphql(`
  query AdSpendJournal($campaignId: ID!) {
    adSpend(campaignId: $campaignId, first: 100) {
      nodes {
        id
        day
        platform
        note
        enteredByName
        reversedAt
        viewerCanReverse
        amount {
          amount
          currency
        }
      }
    }
  }
`);

const EnterAdSpendMutation = graphql(
  `
    mutation EnterAdSpend($input: EnterAdSpendInput!) {
      enterAdSpend(input: $input) {
        __typename
        ... on BudgetExceeded {
          category
          month
          available {
            amount
            currency
          }
          needed {
            amount
            currency
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

const ReverseAdSpendMutation = graphql(
  `
    mutation ReverseAdSpend($input: ReverseAdSpendInput!) {
      reverseAdSpend(input: $input) {
        __typename
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

interface AdSpendDrawerProps {
  isOpen: boolean;
  campaignId: string;
  currency: string;
  /** The entry that somebody came to see. */
  chosenId: string | null;
  onClose: () => void;
}

export function AdSpendDrawer({ isOpen, campaignId, currency, chosenId, onClose }: AdSpendDrawerProps) {
  const t = useT();
  return (
    <Drawer opened={isOpen} onClose={onClose} title={t('spend.title')} size="lg">
      {isOpen ? <AdSpendBody campaignId={campaignId} currency={currency} chosenId={chosenId} /> : null}
    </Drawer>
  );
}

/** The server speaks of a part of the sum; the form has one field for it. */
const fieldOf = (path: string): string => path.replace(/^amount\..*/, 'amount');

/** The agency's own day, wherever this browser is. */
const dayIn = (timeZone: string): string => new Date().toLocaleDateString('sv-SE', { timeZone });

function AdSpendBody({
  campaignId,
  currency,
  chosenId,
}: Pick<AdSpendDrawerProps, 'campaignId' | 'currency' | 'chosenId'>) {
  const t = useT();
  const { timeZone } = useFormat();
  const today = dayIn(timeZone);
  const empty = { day: today, platform: '', amount: '', note: '' };
  const draft = usePersistentDraft(`ad-spend-${campaignId}`, empty);
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep });
  const [enter, isRunning] = useCommand(EnterAdSpendMutation, { form, fieldOf });
  const [result, refetch] = useQuery({ query: AdSpendQuery, variables: { campaignId } });
  const reload = () => refetch({ requestPolicy: 'network-only' });

  const submit = form.onSubmit(async ({ amount, ...values }) => {
    const read = readMoney(amount, currency);
    if (!read.ok) return form.setFieldError('amount', read.message);
    const outcome = await enter({ input: { campaignId, ...values, amount: read.money } });
    if (outcome.status !== 'success') return;
    draft.clear();
    form.setValues({ ...empty, platform: values.platform });
    toast(t('spend.saved'));
    reload();
  });

  return (
    <Stack>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Group grow align="start">
            <DateInput label={t('spend.day')} maxDate={today} {...form.getInputProps('day')} />
            <TextInput
              label={t('spend.amount')}
              inputMode="decimal"
              data-autofocus
              data-path="amount"
              {...form.getInputProps('amount')}
            />
          </Group>
          <Autocomplete
            label={t('spend.platform')}
            data={[t('spend.platforms.vk'), t('spend.platforms.direct'), t('spend.platforms.telegram')]}
            {...form.getInputProps('platform')}
          />
          <TextInput label={t('spend.note')} {...form.getInputProps('note')} />
          <FormErrors form={form} labels={{ amount: t('spend.amount'), day: t('spend.day') }} />
          <Button type="submit" variant="filled" loading={isRunning}>
            {t('spend.save')}
          </Button>
        </Stack>
      </form>
      <QueryView result={result} onRetry={reload} select={({ adSpend }) => adSpend.nodes}>
        {(rows) => <Journal rows={rows} chosenId={chosenId} onChange={reload} />}
      </QueryView>
    </Stack>
  );
}

interface SpendRow {
  id: string;
  day: string;
  platform: string;
  note: string;
  enteredByName: string;
  reversedAt: string | null;
  viewerCanReverse: boolean;
  amount: { amount: string; currency: string };
}

function Journal({
  rows,
  chosenId,
  onChange,
}: {
  rows: readonly SpendRow[];
  chosenId: string | null;
  onChange: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const [wrong, setWrong] = useState<string | null>(null);
  const [reverse] = useCommand(ReverseAdSpendMutation, { isQuiet: true });
  return (
    <Card label={t('spend.journal')} clip>
      <CardHeader title={t('spend.journal')} count={rows.length || undefined} />
      {rows.length === 0 ? null : (
        <Table label={t('spend.journal')} rows="dense">
          <thead>
            <tr>
              <Column>{t('spend.day')}</Column>
              <Column>{t('spend.platform')}</Column>
              <Column numeric>{t('spend.amount')}</Column>
              <Column hidden>{t('spend.reverse')}</Column>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.id} selected={row.id === chosenId}>
                <Cell>{format.day(row.day)}</Cell>
                <Cell>{[row.platform, row.note].filter(Boolean).join(': ')}</Cell>
                <Cell numeric>
                  <MoneyText value={row.amount} withoutSign />
                </Cell>
                <Cell numeric>
                  {row.reversedAt ? (
                    <Chip>{t('spend.reversed')}</Chip>
                  ) : row.viewerCanReverse ? (
                    <Button size="xs" variant="subtle" onClick={() => setWrong(row.id)}>
                      {t('spend.reverse')}
                    </Button>
                  ) : null}
                </Cell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
      <RefuseDialog
        title={t('spend.reverseTitle')}
        confirm={t('spend.reverse')}
        isOpen={wrong !== null}
        onClose={() => setWrong(null)}
        onRefuse={async (reason) => {
          const outcome = await reverse({ input: { adSpendId: wrong ?? '', reason } });
          if (outcome.status === 'success') onChange();
          return reasonProblem(outcome);
        }}
      />
    </Card>
  );
}
