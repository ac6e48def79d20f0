import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { Temporal } from '@planerka/platform/domain';
import {
  Card,
  CardHeader,
  Cell,
  Column,
  cx,
  type FragmentOf,
  graphql,
  IconChevronLeft,
  IconChevronRight,
  readFragment,
  Row,
  Section,
  Spacer,
  Table,
  TableRow,
  toast,
  useCommand,
  useFormat,
  usePersistentDraft,
  InvalidInputFragment,
} from '@planerka/platform/web';
import { baseMetricKeys, measuredFor } from '@planerka/results/domain';
import { useState } from 'react';
import { useT } from '../locales';
import { useMetricName } from '../metrics';
import classes from './FactsGrid.module.css';
import { PlanFactTable_campaign } from './PlanFactTable';
import { TrendChart_campaign } from './TrendChart';

export const FactsGrid_campaign = graphql(`
  fragment FactsGrid_campaign on Campaign {
    id
    startsOn
    endsOn
    targets {
      id
      metric
    }
    facts {
      id
      metric
      day
      value
      version
    }
  }
`);

const SaveFactsMutation = graphql(
  `
    mutation SaveFacts($input: SaveFactsInput!) {
      saveFacts(input: $input) {
        __typename
        ... on FactsSaved {
          campaign {
            id
            ...FactsGrid_campaign
            ...PlanFactTable_campaign
            ...TrendChart_campaign
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, FactsGrid_campaign, PlanFactTable_campaign, TrendChart_campaign],
);

const days = 7;
const readNumber = (text: string): string => text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');

interface FactsGridProps {
  campaign: FragmentOf<typeof FactsGrid_campaign>;
  onReload: () => void;
}

/** A week of measurements by day: type, Tab, save once. What is not saved stays on this device. */
export function FactsGrid({ campaign: ref, onReload }: FactsGridProps) {
  const campaign = readFragment(FactsGrid_campaign, ref);
  const t = useT();
  const format = useFormat();
  const nameOf = useMetricName();
  const today = Temporal.Now.plainDateISO(format.timeZone);
  const start = Temporal.PlainDate.from(campaign.startsOn);
  const end = Temporal.PlainDate.from(campaign.endsOn);
  const earliest = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(one, other) < 0 ? one : other;
  const [last, setLast] = useState(() => earliest(today, end));
  const week = Array.from({ length: days }, (_, index) => last.subtract({ days: days - 1 - index }));
  const draft = usePersistentDraft<{ cells: Record<string, string> }>(`facts-${campaign.id}`, { cells: {} });
  const [cells, setCells] = useState(draft.initial.cells);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [added, setAdded] = useState<readonly string[]>([]);
  const [save, isSaving] = useCommand(SaveFactsMutation, { onReload });

  const measured = [
    ...new Set([
      ...campaign.targets.flatMap(({ metric }) => measuredFor(metric)),
      ...campaign.facts.map(({ metric }) => metric),
      ...added,
    ]),
  ];
  const metrics = measured.length > 0 ? measured : ['reach', 'clicks', 'leads', 'cost'];
  const known = new Map(campaign.facts.map((fact) => [`${fact.metric} ${fact.day}`, fact]));
  const changed = Object.entries(cells).filter(([cell, text]) => readNumber(text) !== (known.get(cell)?.value ?? ''));

  const type = (cell: string, text: string) => {
    const next = { ...cells, [cell]: text };
    setCells(next);
    setErrors(({ [cell]: _, ...rest }) => rest);
    draft.keep({ cells: next });
  };
  const discard = () => {
    setCells({});
    setErrors({});
    draft.clear();
  };
  const submit = async () => {
    const facts = changed.map(([cell, text]) => {
      const [metric = '', day = ''] = cell.split(' ');
      const value = readNumber(text);
      return { metric, day, value: value === '' ? null : value, expectedVersion: known.get(cell)?.version ?? 0 };
    });
    const outcome = await save({ input: { campaignId: campaign.id, facts } });
    if (outcome.status === 'success') {
      discard();
      toast(t('grid.saved'));
    }
    if (outcome.status !== 'refused') return;
    setErrors(
      Object.fromEntries(
        outcome.issues.flatMap(({ path, message }) => {
          const cell = changed[Number(path.split('.')[1])]?.[0];
          return cell ? [[cell, message]] : [];
        }),
      ),
    );
  };

  const canGoOn = Temporal.PlainDate.compare(last, earliest(today, end)) < 0;
  const canGoBack = Temporal.PlainDate.compare(week[0] ?? last, start) > 0;
  const first = week[0] ?? last;
  return (
    <Card label={t('grid.title')} clip>
      <CardHeader
        title={t('grid.title')}
        aside={
          <>
            <ActionIcon
              aria-label={t('grid.earlier')}
              disabled={!canGoBack}
              onClick={() => setLast(last.subtract({ days }))}
            >
              <IconChevronLeft />
            </ActionIcon>
            <span className={classes.week}>{format.range(first.toString(), last.toString())}</span>
            <ActionIcon
              aria-label={t('grid.later')}
              disabled={!canGoOn}
              onClick={() => setLast(earliest(last.add({ days }), earliest(today, end)))}
            >
              <IconChevronRight />
            </ActionIcon>
          </>
        }
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        noValidate
      >
        <Table label={t('grid.title')} rows="dense">
          <thead>
            <tr>
              <Column>{t('grid.metric')}</Column>
              {week.map((day) => (
                <Column key={day.toString()} numeric>
                  {format.weekdayShort(day.toString())}, {format.day(day.toString())}
                </Column>
              ))}
            </tr>
          </thead>
          <tbody>
            {metrics.map((metric) => (
              <TableRow key={metric}>
                <Cell strong className={classes.metric}>
                  {nameOf(metric)}
                </Cell>
                {week.map((date) => {
                  const day = date.toString();
                  const cell = `${metric} ${day}`;
                  const isOutside =
                    Temporal.PlainDate.compare(date, start) < 0 || Temporal.PlainDate.compare(date, end) > 0;
                  return (
                    <Cell key={day} numeric className={classes.cell}>
                      <TextInput
                        size="xs"
                        inputMode="decimal"
                        aria-label={`${nameOf(metric)}, ${format.dayLong(day)}`}
                        title={isOutside ? t('grid.outside') : undefined}
                        disabled={isOutside}
                        classNames={{ input: cx(classes.input, cell in cells && classes.changed) }}
                        value={cells[cell] ?? known.get(cell)?.value.replace('.', ',') ?? ''}
                        error={errors[cell]}
                        onChange={(event) => type(cell, event.currentTarget.value)}
                      />
                    </Cell>
                  );
                })}
              </TableRow>
            ))}
          </tbody>
        </Table>
        <Section>
          <p className={classes.hint}>{t('grid.hint')}</p>
          <Row>
            <Select
              size="xs"
              searchable
              aria-label={t('grid.addMetric')}
              placeholder={t('grid.addMetric')}
              value={null}
              data={baseMetricKeys
                .filter((key) => !metrics.includes(key))
                .map((key) => ({ value: key, label: nameOf(key) }))}
              onChange={(key) => key && setAdded([...added, key])}
            />
            <Spacer />
            {changed.length > 0 && (
              <>
                <span role="status" className={classes.unsaved}>
                  {t('grid.unsaved', { count: changed.length })}
                </span>
                <Button variant="subtle" onClick={discard}>
                  {t('grid.reset')}
                </Button>
              </>
            )}
            <Button type="submit" variant="filled" disabled={changed.length === 0} loading={isSaving}>
              {t('grid.save')}
            </Button>
          </Row>
        </Section>
      </form>
    </Card>
  );
}
