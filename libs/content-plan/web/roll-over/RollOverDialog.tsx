import { Button, Checkbox, Modal, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { UndecreedNote } from '@planerka/agency/web/calendar';
import {
  EmptyState,
  MoneyText,
  QueryView,
  Row,
  SkeletonRows,
  Spacer,
  Stack,
  toast,
  useCommand,
  useFormat,
  usePlatformText,
  useUndoable,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { addDays, addMonths, type Day } from '../plan/days';
import { ProposedItems } from './ProposedItems';
import { RollOverFees } from './RollOverFees';
import { RollOverMutation, RollOverQuery, UndoRollOverMutation } from './roll-over.documents';
import { useChosenItems } from './use-chosen-items';
import classes from './RollOverDialog.module.css';

export interface RollOverDialogProps {
  clientId: string;
  /** "2026-12": the one that is repeated. */
  month: string;
  onClose: () => void;
  /** The month in which it has been made. */
  onDone: (month: string) => void;
}

const monthsAhead = [1, 2, 3, 4, 5, 6];

/** A month once more: what would be made and when, then all of what is chosen at once, with a way back. */
export function RollOverDialog({ clientId, month, onClose, onDone }: RollOverDialogProps) {
  const t = useT();
  const words = usePlatformText();
  const format = useFormat();
  const undoable = useUndoable();
  const [to, setTo] = useState(addMonths(month, 1));
  const form = useForm({ initialValues: { campaignId: '', withTasks: true, withBudget: false } });
  const { withTasks, withBudget } = form.values;
  const campaignId = form.values.campaignId || null;
  const [result, refetch] = useQuery({
    query: RollOverQuery,
    variables: { clientId, from: month, to, campaignId },
    requestPolicy: 'cache-and-network',
  });
  // While the next proposal is on its way, the last one stays in sight.
  const [shown, setShown] = useState(result.data);
  if (result.data?.planRollOver && result.data !== shown) setShown(result.data);
  const [apply, isRunning] = useCommand(RollOverMutation, { form });
  const [takeBack] = useCommand(UndoRollOverMutation);

  const plan = shown?.planRollOver;
  // The agency's day, wherever its people are.
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: format.timeZone });
  const choice = useChosenItems(plan?.items ?? [], today);
  const { chosen, dayOf } = choice;
  const asksBudget = withBudget && (plan?.lines.length ?? 0) > 0;
  const within: readonly [Day, Day] = [`${to}-01`, addDays(`${addMonths(to, 1)}-01`, -1)];
  const isSettled = !result.fetching && result.data === shown;

  async function submit(): Promise<void> {
    const outcome = await apply({
      input: {
        clientId,
        from: month,
        to,
        campaignId: campaignId && plan?.campaigns.some(({ id }) => id === campaignId) ? campaignId : null,
        withTasks,
        budgetReason: asksBudget ? t('rollOver.reason', { month: format.month(month) }) : null,
        items: chosen.map((item) => ({ itemId: item.itemId, publishOn: dayOf(item) })),
      },
    });
    if (outcome.status !== 'success') return;
    const { itemIds, taskCount, revisionIds } = outcome.result;
    undoable({
      message: t('rollOver.done', {
        items: t('rollOver.items', { count: itemIds.length }),
        tasks: t('rollOver.tasks', { count: taskCount }),
      }),
      undo: async () => {
        const undone = await takeBack({ input: { itemIds, revisionIds } });
        if (undone.status === 'success') toast(t('rollOver.undone'));
      },
    });
    onDone(to);
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('rollOver.title', { month: format.month(month) })}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          <Select
            label={t('rollOver.to')}
            allowDeselect={false}
            data={monthsAhead.map((by) => addMonths(month, by)).map((value) => ({ value, label: format.month(value) }))}
            value={to}
            onChange={(next) => {
              if (!next) return;
              form.clearErrors();
              form.setFieldValue('campaignId', '');
              choice.forgetDays();
              setTo(next);
            }}
          />
          <QueryView
            result={{ ...result, data: shown ?? result.data }}
            onRetry={() => refetch({ requestPolicy: 'network-only' })}
            select={(data) => data?.planRollOver}
            skeleton={<SkeletonRows rows={5} />}
          >
            {({ items, campaigns, lines, undecreedYears }) => (
              <>
                <UndecreedNote years={undecreedYears} />
                {items.length === 0 && <EmptyState title={t('rollOver.empty')}>{t('rollOver.emptyText')}</EmptyState>}
                {items.length > 0 && (
                  <ProposedItems
                    label={t('rollOver.list')}
                    items={items}
                    choice={choice}
                    form={form}
                    within={within}
                    withTasks={withTasks}
                  />
                )}
                {campaigns.length > 0 && (items.some((item) => item.losesCampaign) || campaignId) && (
                  <Select
                    label={t('rollOver.campaign')}
                    clearable
                    data={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
                    error={form.errors['campaignId']}
                    value={form.values.campaignId || null}
                    onChange={(value: string | null) => form.setFieldValue('campaignId', value ?? '')}
                  />
                )}
                <Checkbox
                  label={t('rollOver.withTasks')}
                  description={t('rollOver.withTasksHint')}
                  {...form.getInputProps('withTasks', { type: 'checkbox' })}
                />
                {withTasks && chosen.length > 0 && (
                  <RollOverFees
                    clientId={clientId}
                    to={to}
                    items={chosen.map((item) => ({ itemId: item.itemId, publishOn: dayOf(item) }))}
                  />
                )}
                {lines.length > 0 && (
                  <Checkbox
                    label={t('rollOver.withBudget')}
                    description={t('rollOver.withBudgetHint')}
                    {...form.getInputProps('withBudget', { type: 'checkbox' })}
                  />
                )}
                {asksBudget && (
                  <ul className={classes.lines}>
                    {lines.map(({ campaign, category, amount }) => (
                      <li key={`${campaign.id} ${category}`}>
                        {[
                          t(`rollOver.category.${category.toLowerCase() as Lowercase<typeof category>}`),
                          campaign.name,
                        ].join(' · ')}
                        <MoneyText value={amount} />
                      </li>
                    ))}
                  </ul>
                )}
              </>
            )}
          </QueryView>
          <Row>
            <Spacer />
            <Button variant="subtle" onClick={onClose}>
              {words('actions.cancel')}
            </Button>
            <Button
              type="submit"
              variant="filled"
              loading={isRunning}
              disabled={!isSettled || (chosen.length === 0 && !asksBudget)}
            >
              {t('rollOver.submit', { count: chosen.length })}
            </Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}
