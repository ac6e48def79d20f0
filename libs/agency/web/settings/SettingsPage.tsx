import {
  Button,
  Group,
  NumberInput,
  Select,
  Stack,
  Switch,
  TextInput,
  useMantineColorScheme,
  type MantineColorScheme,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  AppLink,
  Card,
  CardBody,
  CardHeader,
  Columns,
  errorText,
  Fact,
  Facts,
  FormErrors,
  graphql,
  Page,
  PageHeader,
  QueryView,
  Segmented,
  toast,
  useCommand,
  useSeenVersion,
  type ResultOf,
  InvalidInputFragment,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { CalendarCard } from '../calendar/CalendarCard';
import { useT } from '../locales';
import { AgencyDataCard } from './AgencyDataCard';
import { LanguageSwitch } from './LanguageSwitch';
import { SettingsLinks } from './SettingsLinks';
import { timeZoneOptions } from './time-zones';

const SettingsPageQuery = graphql(`
  query SettingsPage {
    viewer {
      id
      name
      email
      role
      abilities
      agency {
        id
        name
        timeZone
        locale
        marginGoal
        killFeePercent
        fullTimeClients
        partTimeClients
        deletionDueAt
        requiresSecondFactor
        version
      }
    }
  }
`);

const UpdateAgencyMutation = graphql(
  `
    mutation UpdateAgency($input: UpdateAgencyInput!) {
      updateAgency(input: $input) {
        __typename
        ... on UpdateAgencySuccess {
          agency {
            id
            name
            timeZone
            locale
            marginGoal
            killFeePercent
            fullTimeClients
            partTimeClients
            requiresSecondFactor
            version
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

type Agency = NonNullable<NonNullable<ResultOf<typeof SettingsPageQuery>['viewer']>['agency']>;

export function SettingsPage() {
  const t = useT();
  const [result, refetch] = useQuery({ query: SettingsPageQuery });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  return (
    <Page>
      <PageHeader title={t('settings.title')} />
      <QueryView result={result} onRetry={reload} select={({ viewer }) => viewer}>
        {({ name, email, role, abilities, agency }) => (
          <Columns
            side={
              <Stack>
                <Card label={t('settings.look')}>
                  <CardHeader title={t('settings.look')} ruled />
                  <CardBody>
                    <Stack>
                      <ThemeChoice />
                      <LanguageSwitch />
                    </Stack>
                  </CardBody>
                  <CardHeader title={t('settings.me')} ruled />
                  <CardBody>
                    <Facts>
                      <Fact label={t('team.name')}>{name}</Fact>
                      <Fact label={t('entry.email')}>{email}</Fact>
                      {role ? <Fact label={t('team.role')}>{t(`role.${role}`)}</Fact> : null}
                    </Facts>
                  </CardBody>
                  <CardHeader title={t('settings.rights')} ruled />
                  <CardBody>
                    <p>{t('settings.rightsText')}</p>
                    <AppLink href="/settings/rights">{t('settings.rightsOpen')}</AppLink>
                  </CardBody>
                </Card>
                {role ? <SettingsLinks role={role} /> : null}
              </Stack>
            }
          >
            <Card label={t('settings.agency')}>
              <CardHeader title={t('settings.agency')} ruled />
              <CardBody>
                {agency && abilities.includes('agency.manage') ? (
                  <AgencyForm agency={agency} onReload={reload} />
                ) : (
                  <p>{t('settings.ownerOnly')}</p>
                )}
              </CardBody>
            </Card>
            {agency && abilities.includes('agency.manage') ? (
              <>
                <CalendarCard />
                <AgencyDataCard agency={agency} />
              </>
            ) : null}
          </Columns>
        )}
      </QueryView>
    </Page>
  );
}

function AgencyForm({ agency, onReload }: { agency: Agency; onReload: () => void }) {
  const t = useT();
  const form = useForm({
    initialValues: {
      name: agency.name,
      timeZone: agency.timeZone,
      locale: agency.locale,
      marginGoal: agency.marginGoal ?? '',
      killFeePercent: agency.killFeePercent as number | '',
      fullTimeClients: agency.fullTimeClients as number | '',
      partTimeClients: agency.partTimeClients as number | '',
      requiresSecondFactor: agency.requiresSecondFactor,
    },
  });
  const { seen, catchUp } = useSeenVersion(agency.version);
  const [update, isRunning] = useCommand(UpdateAgencyMutation, {
    form,
    onReload: () => {
      catchUp();
      onReload();
    },
  });
  const submit = form.onSubmit(async ({ marginGoal, killFeePercent, fullTimeClients, partTimeClients, ...values }) => {
    if (killFeePercent === '') return form.setFieldError('killFeePercent', errorText('required'));
    if (fullTimeClients === '') return form.setFieldError('fullTimeClients', errorText('required'));
    if (partTimeClients === '') return form.setFieldError('partTimeClients', errorText('required'));
    const goal = marginGoal === '' ? null : Number(marginGoal);
    const outcome = await update({
      input: {
        ...values,
        killFeePercent,
        fullTimeClients,
        partTimeClients,
        marginGoal: goal,
        expectedVersion: seen,
      },
    });
    if (outcome.status !== 'success') return;
    catchUp();
    toast(t('settings.saved'));
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="calc(var(--s-12) * 9)">
        <TextInput label={t('settings.name')} data-path="name" {...form.getInputProps('name')} />
        <Select
          label={t('settings.timeZone')}
          searchable
          allowDeselect={false}
          data={timeZoneOptions(t)}
          {...form.getInputProps('timeZone')}
        />
        <Select
          label={t('settings.locale')}
          allowDeselect={false}
          data={[
            { value: 'ru', label: 'Русский' },
            { value: 'en', label: 'English' },
          ]}
          {...form.getInputProps('locale')}
        />
        <NumberInput
          label={t('settings.marginGoal')}
          description={t('settings.marginGoalHint')}
          min={0}
          max={100}
          {...form.getInputProps('marginGoal')}
        />
        <NumberInput
          label={t('settings.killFee')}
          allowDecimal={false}
          description={t('settings.killFeeHint')}
          min={0}
          max={100}
          {...form.getInputProps('killFeePercent')}
        />
        <Group grow align="flex-start">
          {(['fullTimeClients', 'partTimeClients'] as const).map((field) => (
            <NumberInput
              key={field}
              label={t(`settings.${field}`)}
              description={t('settings.clientLimitHint')}
              allowDecimal={false}
              min={0}
              max={100}
              {...form.getInputProps(field)}
            />
          ))}
        </Group>
        <Switch
          label={t('settings.secondFactor')}
          description={t('settings.secondFactorHint')}
          {...form.getInputProps('requiresSecondFactor', { type: 'checkbox' })}
        />
        <FormErrors form={form} />
        <Button type="submit" variant="filled" loading={isRunning}>
          {t('settings.save')}
        </Button>
      </Stack>
    </form>
  );
}

function ThemeChoice() {
  const t = useT();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Segmented<MantineColorScheme>
      label={t('settings.theme')}
      value={colorScheme}
      onChange={setColorScheme}
      segments={[
        { value: 'light', label: t('settings.themeLight') },
        { value: 'dark', label: t('settings.themeDark') },
        { value: 'auto', label: t('settings.themeSystem') },
      ]}
    />
  );
}
