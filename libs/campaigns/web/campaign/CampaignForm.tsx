import { ActionIcon, Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { campaignGoals } from '@planerka/campaigns/domain';
import {
  type FragmentOf,
  FormErrors,
  graphql,
  IconPlus,
  IconTrash,
  readFragment,
  Stack,
  toast,
  useCommand,
  useGo,
  usePersistentDraft,
  InvalidInputFragment,
  useSeenVersion,
} from '@planerka/platform/web';
import '../cache';
import { useT } from '../locales';
import { type MetricOption, readDecimal } from '../metric-option';
import classes from './CampaignForm.module.css';

export const CampaignForm_campaign = graphql(`
  fragment CampaignForm_campaign on Campaign {
    id
    name
    goal
    description
    startsOn
    endsOn
    wantsClientApproval
    adNaming
    adUtm
    version
    targets {
      id
      metric
      target
      baseline
    }
  }
`);

const CreateCampaignMutation = graphql(
  `
    mutation CreateCampaign($input: CreateCampaignInput!) {
      createCampaign(input: $input) {
        __typename
        ... on CampaignChanged {
          campaign {
            id
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

const UpdateCampaignMutation = graphql(
  `
    mutation UpdateCampaign($input: UpdateCampaignInput!) {
      updateCampaign(input: $input) {
        __typename
        ... on CampaignChanged {
          campaign {
            id
            availableActions
            planFact {
              metric
              unit
              direction
              isOutcome
              target
              baseline
              fact
              percent
              expected
              change
              state
            }
            ...CampaignForm_campaign
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, CampaignForm_campaign],
);

export interface CampaignFormProps {
  /** Null: a new one. */
  campaign: FragmentOf<typeof CampaignForm_campaign> | null;
  clients: readonly { readonly id: string; readonly name: string }[];
  clientId: string | null;
  metrics: readonly MetricOption[];
  onReload?: () => void;
  onDone: () => void;
}

type Day = string | null;

export function CampaignForm({ campaign: ref, clients, clientId, metrics, onReload, onDone }: CampaignFormProps) {
  const campaign = ref && readFragment(CampaignForm_campaign, ref);
  const t = useT();
  const go = useGo();
  const draft = usePersistentDraft(`campaign-${campaign?.id ?? 'new'}`, {
    clientId: clientId ?? clients[0]?.id ?? '',
    name: campaign?.name ?? '',
    goal: campaign?.goal ?? ('LEADS' as const),
    description: campaign?.description ?? '',
    period: [campaign?.startsOn ?? null, campaign?.endsOn ?? null] as [Day, Day],
    wantsClientApproval: campaign?.wantsClientApproval ?? true,
    adNaming: campaign?.adNaming ?? '',
    adUtm: campaign?.adUtm ?? '',
    targets: (campaign?.targets ?? []).map(({ metric, target, baseline }) => ({
      metric,
      target,
      baseline: baseline ?? '',
    })),
  });
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep });
  // the two ends of the period are one field of the form
  const periodAware = {
    clearErrors: form.clearErrors,
    setErrors: ({ startsOn, endsOn, ...errors }: Record<string, string>) => {
      const period = startsOn ?? endsOn;
      form.setErrors({ ...errors, ...(period ? { period } : {}) });
    },
  };
  const [create, isCreating] = useCommand(CreateCampaignMutation, { form: periodAware });
  const { seen, catchUp } = useSeenVersion(campaign?.version ?? 1);
  const [update, isUpdating] = useCommand(UpdateCampaignMutation, {
    form: periodAware,
    onReload: () => {
      catchUp();
      onReload?.();
    },
  });

  const submit = form.onSubmit(async ({ clientId: ofClient, period: [startsOn, endsOn], targets, ...rest }) => {
    const input = {
      ...rest,
      startsOn: startsOn ?? '',
      endsOn: endsOn ?? '',
      targets: targets.map(({ metric, target, baseline }) => ({
        metric,
        target: readDecimal(target),
        baseline: baseline.trim() === '' ? null : readDecimal(baseline),
      })),
    };
    if (campaign) {
      const outcome = await update({ input: { campaignId: campaign.id, expectedVersion: seen, ...input } });
      if (outcome.status !== 'success') return;
      toast(t('form.saved'));
    } else {
      const outcome = await create({ input: { clientId: ofClient, ...input } });
      if (outcome.status !== 'success') return;
      toast(t('form.created'));
      go(`/campaigns/${outcome.result.campaign.id}`);
    }
    draft.clear();
    onDone();
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {!campaign && (
          <Select
            label={t('form.client')}
            placeholder={t('form.chooseClient')}
            required
            searchable
            allowDeselect={false}
            data={clients.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('clientId')}
          />
        )}
        <TextInput
          label={t('form.name')}
          placeholder={t('form.namePlaceholder')}
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Select
          label={t('form.goal')}
          required
          allowDeselect={false}
          data={campaignGoals.map((goal) => {
            const value = goal.toUpperCase() as Uppercase<typeof goal>;
            return { value, label: t(`goal.${value}`) };
          })}
          {...form.getInputProps('goal')}
        />
        <DatePickerInput
          type="range"
          label={t('form.period')}
          description={t('form.periodHint')}
          valueFormat="D MMM YYYY"
          allowSingleDateInRange
          required
          {...form.getInputProps('period')}
        />
        <Textarea
          label={t('form.description')}
          description={t('form.descriptionHint')}
          autosize
          minRows={3}
          {...form.getInputProps('description')}
        />
        <Checkbox label={t('form.approval')} {...form.getInputProps('wantsClientApproval', { type: 'checkbox' })} />
        <fieldset className={classes.targets}>
          <legend className={classes.legend}>{t('form.targets')}</legend>
          <p className={classes.hint}>{t('form.targetsHint')}</p>
          {form.values.targets.map((_, index) => (
            <div key={index} className={classes.target}>
              <Select
                className={classes.metric ?? ''}
                aria-label={t('form.metric')}
                searchable
                allowDeselect={false}
                data={[...metrics]}
                {...form.getInputProps(`targets.${index}.metric`)}
              />
              <TextInput
                aria-label={t('form.baseline')}
                placeholder={t('form.baseline')}
                inputMode="decimal"
                {...form.getInputProps(`targets.${index}.baseline`)}
              />
              <TextInput
                aria-label={t('form.target')}
                placeholder={t('form.target')}
                inputMode="decimal"
                {...form.getInputProps(`targets.${index}.target`)}
              />
              <ActionIcon aria-label={t('form.remove')} onClick={() => form.removeListItem('targets', index)}>
                <IconTrash />
              </ActionIcon>
            </div>
          ))}
          <Button
            size="xs"
            leftSection={<IconPlus />}
            onClick={() => {
              const taken = new Set(form.values.targets.map(({ metric }) => metric));
              const next = metrics.find(({ value }) => !taken.has(value));
              if (next) form.insertListItem('targets', { metric: next.value, target: '', baseline: '' });
            }}
          >
            {t('form.addTarget')}
          </Button>
        </fieldset>
        <fieldset className={classes.targets}>
          <legend className={classes.legend}>{t('form.tracking')}</legend>
          <p className={classes.hint}>{t('form.trackingHint')}</p>
          <TextInput
            label={t('form.adNaming')}
            placeholder="{network}_{campaign}_{segment}_{creative}"
            maxLength={500}
            spellCheck={false}
            {...form.getInputProps('adNaming')}
          />
          <TextInput
            label={t('form.adUtm')}
            placeholder="utm_source={network}&utm_medium=cpc&utm_campaign={campaign}"
            maxLength={500}
            spellCheck={false}
            {...form.getInputProps('adUtm')}
          />
        </fieldset>
        <FormErrors
          form={form}
          labels={{
            name: t('form.name'),
            adNaming: t('form.adNaming'),
            adUtm: t('form.adUtm'),
            period: t('form.period'),
            description: t('form.description'),
            clientId: t('form.client'),
            ...Object.fromEntries(
              form.values.targets.flatMap((_, index) => [
                [`targets.${index}.metric`, t('form.metric')],
                [`targets.${index}.baseline`, t('form.baseline')],
                [`targets.${index}.target`, t('form.target')],
              ]),
            ),
          }}
        />
        <Button type="submit" variant="filled" loading={isCreating || isUpdating}>
          {campaign ? t('form.save') : t('form.create')}
        </Button>
      </Stack>
    </form>
  );
}
