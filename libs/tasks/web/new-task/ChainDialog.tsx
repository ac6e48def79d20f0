import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { UndecreedNote } from '@planerka/agency/web/calendar';
import { FormErrors, QueryView, readFragment, SkeletonRows, toast, useCommand } from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { TaskOptionsQuery } from '../board/TaskFiltersBar';
import { useAgencyZone } from '../brief/use-agency-zone';
import { fromWallClock, toWallClock } from '../brief/wall-clock';
import '../actions/task-commands';
import { useT } from '../locales';
import { ChainStep } from './ChainStep';
import classes from './ChainStep.module.css';
import { beginOf, valuesOf, type Discipline, type Edits } from './chain-values';
import { ChainStep_step, CreateTaskChainMutation, TaskChainQuery } from './chain.documents';

export interface ChainDialogProps {
  readonly item: {
    readonly id: string;
    readonly title: string;
    readonly clientId: string;
    readonly campaignId: string | null;
  };
  readonly onClose: () => void;
}

/** The work a publication takes, proposed by its format and counted back from its day; made by one press. */
export function ChainDialog({ item, onClose }: ChainDialogProps) {
  const t = useT();
  const zone = useAgencyZone();
  /** Null: as the server proposes. */
  const [wanted, setWanted] = useState<readonly Discipline[] | null>(null);
  const [edits, setEdits] = useState<Edits>({});
  const form = useForm({ initialValues: { campaignId: '' } });
  const [result, refetch] = useQuery({
    query: TaskChainQuery,
    variables: { itemId: item.id, clientId: item.clientId, disciplines: wanted && [...wanted] },
    requestPolicy: 'cache-and-network',
  });
  const [{ data: optionsData }] = useQuery({ query: TaskOptionsQuery, pause: item.campaignId !== null });
  const campaigns = optionsData?.taskOptions.campaigns.filter(({ clientId }) => clientId === item.clientId) ?? [];
  const [create, isRunning] = useCommand(CreateTaskChainMutation, { form });
  // While the next proposal is on its way, the last one stays in sight.
  const [shown, setShown] = useState(result.data);
  if (result.data?.taskChain && result.data !== shown) setShown(result.data);
  const steps = readFragment(ChainStep_step, shown?.taskChain?.steps ?? []).map((step) => ({
    ...step,
    isWanted: wanted?.includes(step.discipline) ?? step.isWanted,
  }));
  const chain = shown?.taskChain;
  const chosen = steps.filter(({ isWanted }) => isWanted);
  const values = (step: (typeof steps)[number]) =>
    valuesOf(step, edits, item.title, (instant) => toWallClock(instant, zone));

  async function submit(): Promise<void> {
    const outcome = await create({
      input: {
        itemId: item.id,
        campaignId: form.values.campaignId || null,
        steps: chosen.map((step) => {
          const { title, deliverableType, assigneeId, dueAt, begin } = values(step);
          return {
            discipline: step.discipline,
            title,
            deliverableType: deliverableType || null,
            assigneeId: assigneeId || null,
            dueAt: dueAt && fromWallClock(dueAt, zone),
            ...beginOf(begin),
          };
        }),
      },
    });
    if (outcome.status !== 'success') return;
    toast(t('chain.created', { count: outcome.result.tasks.length }));
    onClose();
  }

  return (
    <Modal opened onClose={onClose} title={t('chain.title')} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <QueryView
          result={{ ...result, data: shown ?? result.data }}
          onRetry={() => refetch({ requestPolicy: 'network-only' })}
          select={(data) => data?.taskChain && data.briefTemplates}
          skeleton={<SkeletonRows rows={4} />}
        >
          {(templates) => (
            <Stack gap="md">
              <FormErrors form={form} labels={labelsOf(chosen, t)} />
              <UndecreedNote years={chain?.undecreedYears ?? []} />
              {item.campaignId === null && campaigns.length > 0 && (
                <Select
                  label={t('chain.campaign')}
                  clearable
                  data={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
                  {...form.getInputProps('campaignId')}
                />
              )}
              {steps.map((step) => {
                const index = chosen.findIndex(({ discipline }) => discipline === step.discipline);
                const pathOf = (field: string) => `steps.${index}.${field}`;
                return (
                  <ChainStep
                    key={step.discipline}
                    step={step}
                    values={values(step)}
                    templates={templates.filter(({ discipline }) => discipline === step.discipline)}
                    pathOf={pathOf}
                    errorOf={(field) => form.errors[pathOf(field)]}
                    onToggle={(isWanted) => {
                      form.clearErrors();
                      setWanted(
                        steps.flatMap(({ discipline, isWanted: was }) =>
                          (discipline === step.discipline ? isWanted : was) ? [discipline] : [],
                        ),
                      );
                    }}
                    onChange={(changed) =>
                      setEdits((before) => ({
                        ...before,
                        [step.discipline]: { ...before[step.discipline], ...changed },
                      }))
                    }
                  />
                );
              })}
              {chain && chain.approvalDays !== null && (
                <p className={classes.approval}>
                  {t(chain.isApprovalUsual ? 'chain.usualApproval' : 'chain.assumedApproval', {
                    count: chain.approvalDays,
                  })}
                </p>
              )}
              <Group justify="flex-end" gap="sm">
                <Button variant="subtle" onClick={onClose}>
                  {t('ask.back')}
                </Button>
                <Button type="submit" variant="filled" loading={isRunning} disabled={chosen.length === 0}>
                  {t('chain.submit', { count: chosen.length })}
                </Button>
              </Group>
            </Stack>
          )}
        </QueryView>
      </form>
    </Modal>
  );
}

function labelsOf(chosen: readonly { discipline: Discipline }[], t: ReturnType<typeof useT>): Record<string, string> {
  const fields = {
    title: t('create.name'),
    assigneeId: t('create.assignee'),
    deliverableType: t('create.type'),
    dueAt: t('create.due'),
    templateId: t('chain.begin'),
    likeTaskId: t('chain.begin'),
  };
  return Object.fromEntries(
    chosen.flatMap(({ discipline }, index) => {
      const name = t(`discipline.${discipline.toLowerCase() as Lowercase<Discipline>}`);
      return Object.entries(fields).map(([field, label]) => [`steps.${index}.${field}`, `${name}: ${label}`]);
    }),
  );
}
