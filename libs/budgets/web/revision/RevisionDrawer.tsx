import { ActionIcon, Button, Drawer, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormErrors,
  IconTrash,
  Notice,
  toast,
  useCommand,
  useFormat,
  usePersistentDraft,
} from '@planerka/platform/web';
import { RequestRevisionMutation, type Budget, type BudgetLine } from '../documents';
import { useT } from '../locales';
import { readMoney } from '../money-field';

const CATEGORIES = ['COPY', 'DESIGN', 'TARGETING', 'AD_SPEND', 'PRODUCTION', 'TOOLS', 'OTHER'] as const;

interface RevisionDrawerProps {
  isOpen: boolean;
  budget: Budget;
  onClose: () => void;
}

export function RevisionDrawer({ isOpen, budget, onClose }: RevisionDrawerProps) {
  const t = useT();
  const title = t(budget.viewerCanDecide ? 'form.titleDecide' : 'form.titleRequest');
  return (
    <Drawer opened={isOpen} onClose={onClose} title={title} size="lg">
      {isOpen ? <RevisionForm budget={budget} onClose={onClose} /> : null}
    </Drawer>
  );
}

interface Row {
  category: BudgetLine['category'];
  month: string;
  kind: 'hard' | 'soft';
  newTotal: string;
}

interface Values {
  reason: string;
  rows: Row[];
}

const monthsOf = ({ startsOn, endsOn }: Budget): string[] => {
  const months: string[] = [];
  for (let at = new Date(`${startsOn.slice(0, 7)}-01T00:00:00Z`); at.toISOString().slice(0, 10) <= endsOn;) {
    months.push(at.toISOString().slice(0, 7));
    at.setUTCMonth(at.getUTCMonth() + 1);
  }
  return months;
};

/** The server's lines are the form's rows, in the same order. */
const fieldOf = (path: string): string =>
  path.replace(/^lines\.(\d+)\.newTotal.*/, 'rows.$1.newTotal').replace(/^lines/, 'rows');

/** New totals by line. What is typed stays on this device until the server has taken it. */
export function RevisionForm({ budget, onClose }: { budget: Budget; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const months = monthsOf(budget);
  const today = new Date().toISOString().slice(0, 7);
  const month = months.includes(today) ? today : (months[0] ?? today);
  const empty: Row = { category: 'COPY', month, kind: 'hard', newTotal: '' };
  const draft = usePersistentDraft<Values>(`budget-${budget.id}`, { reason: '', rows: [empty] });
  const form = useForm<Values>({ initialValues: draft.initial, onValuesChange: draft.keep });
  const [request, isRunning] = useCommand(RequestRevisionMutation, { form, fieldOf });
  const lineOf = (row: Row): BudgetLine | undefined =>
    budget.lines.find((line) => line.category === row.category && line.month === row.month);

  const submit = form.onSubmit(async ({ reason, rows }) => {
    const read = rows.map((row) => readMoney(row.newTotal, budget.currency));
    const problems = read.flatMap((one, index) => (one.ok ? [] : [[`rows.${index}.newTotal`, one.message] as const]));
    if (problems.length > 0) return form.setErrors(Object.fromEntries(problems));
    const lines = rows.map((row, index) => ({
      category: row.category,
      month: row.month,
      ...(!lineOf(row) && { isHard: row.kind === 'hard' }),
      newTotal: read[index]!.ok
        ? (read[index] as { money: { amount: string; currency: string } }).money
        : { amount: '', currency: '' },
    }));
    const outcome = await request({ input: { campaignId: budget.id, reason, lines } });
    if (outcome.status !== 'success') return;
    draft.clear();
    toast(t(budget.viewerCanDecide ? 'form.applied' : 'form.sent'));
    onClose();
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Notice>{t(budget.viewerCanDecide ? 'form.helpOwner' : 'form.help')}</Notice>
        {draft.isRestored ? <small>{t('form.restored')}</small> : null}
        {form.values.rows.map((row, index) => {
          const line = lineOf(row);
          return (
            <Group key={index} align="start" wrap="wrap" gap="xs">
              <Select
                label={t('form.category')}
                w="calc(var(--s-10) * 3.5)"
                allowDeselect={false}
                data={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
                {...form.getInputProps(`rows.${index}.category`)}
              />
              <Select
                label={t('form.month')}
                w="calc(var(--s-10) * 3.5)"
                allowDeselect={false}
                data={months.map((value) => ({ value, label: format.month(value) }))}
                {...form.getInputProps(`rows.${index}.month`)}
              />
              <TextInput
                label={t('form.newTotal')}
                description={line ? `${t('form.now')}: ${format.money(line.figures.planned)}` : undefined}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                w="calc(var(--s-10) * 3)"
                inputMode="decimal"
                data-path={`rows.${index}.newTotal`}
                {...form.getInputProps(`rows.${index}.newTotal`)}
              />
              {line ? null : (
                <Select
                  label={t('form.kind')}
                  w="calc(var(--s-10) * 2.75)"
                  allowDeselect={false}
                  data={[
                    { value: 'hard', label: t('form.hard') },
                    { value: 'soft', label: t('form.soft') },
                  ]}
                  {...form.getInputProps(`rows.${index}.kind`)}
                />
              )}
              {form.values.rows.length > 1 ? (
                <ActionIcon
                  mt="var(--s-6)"
                  aria-label={t('form.remove')}
                  onClick={() => form.removeListItem('rows', index)}
                >
                  <IconTrash />
                </ActionIcon>
              ) : null}
            </Group>
          );
        })}
        <div>
          <Button
            size="xs"
            onClick={() => form.insertListItem('rows', { ...empty, month: form.values.rows.at(-1)?.month ?? month })}
          >
            {t('form.add')}
          </Button>
        </div>
        <Textarea
          label={t('form.reason')}
          placeholder={t('form.reasonPlaceholder')}
          autosize
          minRows={3}
          data-path="reason"
          {...form.getInputProps('reason')}
        />
        <FormErrors form={form} labels={{ reason: t('form.reason') }} />
        <Group justify="end">
          <Button variant="subtle" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" variant="filled" loading={isRunning}>
            {t(budget.viewerCanDecide ? 'form.apply' : 'form.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
