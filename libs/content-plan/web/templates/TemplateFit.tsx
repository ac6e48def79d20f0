import { Button, Checkbox, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  networkOf,
  Notice,
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
import { DayField } from '../form/DayField';
import { useT } from '../locales';
import { addDays, addMonths, type Day, monthOf } from '../plan/days';
import { ProposedItems } from '../roll-over/ProposedItems';
import { UndoRollOverMutation } from '../roll-over/roll-over.documents';
import { useChosenItems } from '../roll-over/use-chosen-items';
import { ApplyPlanTemplateMutation, PlanTemplateFitQuery, type PlanTemplate } from './templates.documents';

export interface TemplateFitProps {
  clientId: string;
  template: PlanTemplate;
  month: string;
  day: Day;
  onBack: () => void;
  onDone: (month: string) => void;
}

const monthsAhead = [0, 1, 2, 3, 4, 5, 6];

/** A template as it would stand: what is chosen of it is made at once, with a way back. */
export function TemplateFit({ clientId, template, month: shownMonth, day, onBack, onDone }: TemplateFitProps) {
  const t = useT();
  const words = usePlatformText();
  const format = useFormat();
  const undoable = useUndoable();
  const isMonth = template.kind === 'MONTH';
  const [month, setMonth] = useState(isMonth ? shownMonth : monthOf(day));
  const [ownDay, setOwnDay] = useState(day);
  const form = useForm({ initialValues: { withTasks: template.taskCount > 0 } });
  const { withTasks } = form.values;
  const [result, refetch] = useQuery({
    query: PlanTemplateFitQuery,
    variables: { templateId: template.id, clientId, month, on: isMonth ? null : ownDay },
    requestPolicy: 'cache-and-network',
  });
  const [apply, isRunning] = useCommand(ApplyPlanTemplateMutation, { form });
  const [takeBack] = useCommand(UndoRollOverMutation);
  const fit = result.data?.planTemplateFit;
  // The agency's day, wherever its people are.
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: format.timeZone });
  const choice = useChosenItems(fit?.items ?? [], isMonth ? today : null);
  const { chosen } = choice;
  // One publication stands where it was asked for, those of a month where their weekday says.
  const dayOf = (item: (typeof chosen)[number]) => (isMonth ? choice.dayOf(item) : ownDay);
  const within: readonly [Day, Day] = [`${month}-01`, addDays(`${addMonths(month, 1)}-01`, -1)];

  async function submit(): Promise<void> {
    const outcome = await apply({
      input: {
        templateId: template.id,
        clientId,
        withTasks,
        items: chosen.map((item) => ({ key: item.itemId, publishOn: dayOf(item) })),
      },
    });
    if (outcome.status !== 'success') return;
    const { itemIds, taskCount } = outcome.result;
    undoable({
      message: t('templates.done', {
        items: t('rollOver.items', { count: itemIds.length }),
        tasks: t('rollOver.tasks', { count: taskCount }),
      }),
      undo: async () => {
        const undone = await takeBack({ input: { itemIds, revisionIds: [] } });
        if (undone.status === 'success') toast(t('templates.undone'));
      },
    });
    onDone(isMonth ? month : monthOf(ownDay));
  }

  const lacks = (fit?.lacks ?? []).map((lack) =>
    networkOf(lack) === lack ? words(`network.${networkOf(lack)}`) : `«${lack}»`,
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        {isMonth ? (
          <Select
            label={t('rollOver.to')}
            allowDeselect={false}
            data={monthsAhead
              .map((by) => addMonths(shownMonth, by))
              .map((value) => ({ value, label: format.month(value) }))}
            value={month}
            onChange={(next) => {
              if (!next) return;
              form.clearErrors();
              choice.forgetDays();
              setMonth(next);
            }}
          />
        ) : (
          <DayField
            label={t('form.publishOn')}
            valueFormat="dd, D MMMM YYYY"
            value={ownDay}
            onChange={(next) => {
              if (!next) return;
              setOwnDay(next);
              setMonth(monthOf(next));
            }}
          />
        )}
        <QueryView
          result={result}
          onRetry={() => refetch({ requestPolicy: 'network-only' })}
          select={(data) => data.planTemplateFit}
          skeleton={<SkeletonRows rows={5} />}
        >
          {({ items }) => (
            <>
              {lacks.length > 0 && (
                <Notice tone="warn" title={t('templates.lacks')}>
                  {lacks.join(', ')}
                </Notice>
              )}
              <ProposedItems
                label={t('templates.willMake')}
                items={items}
                choice={choice}
                form={form}
                within={isMonth ? within : null}
                day={isMonth ? undefined : ownDay}
                withTasks={withTasks}
              />
              {template.taskCount > 0 && (
                <Checkbox
                  label={t('rollOver.withTasks')}
                  description={t('templates.withTasksHint')}
                  {...form.getInputProps('withTasks', { type: 'checkbox' })}
                />
              )}
            </>
          )}
        </QueryView>
        <Row>
          <Button variant="subtle" onClick={onBack}>
            {t('templates.back')}
          </Button>
          <Spacer />
          <Button type="submit" variant="filled" loading={isRunning} disabled={result.fetching || chosen.length === 0}>
            {words('actions.add')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
