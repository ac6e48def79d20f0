import { Button, Select } from '@mantine/core';
import { preflightRuleOf } from '@planerka/content-plan/domain';
import {
  Card,
  Cell,
  Chip,
  Column,
  cx,
  IconExternal,
  NetworkName,
  networkOf,
  Page,
  PageHeader,
  QueryView,
  Table,
  TableRow,
  useFormat,
  useSearchParam,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { PlanClientsQuery } from '../plan/plan-page.documents';
import { useT } from './locales';
import { RuleDialog } from './RuleDialog';
import { RulesPageQuery, type ShownRule } from './rules.documents';
import classes from './RulesPage.module.css';

/** What publications are held against: the figure, where it is from, and what the agency decided of it. */
export function RulesPage() {
  const t = useT();
  const [client, setClient] = useSearchParam('client');
  const [{ data: options }] = useQuery({ query: PlanClientsQuery });
  const [result, refetch] = useQuery({
    query: RulesPageQuery,
    variables: { clientId: client },
    requestPolicy: 'cache-and-network',
  });
  const [changing, change] = useState<ShownRule | null>(null);
  const reload = () => refetch({ requestPolicy: 'network-only' });
  const name = useRuleName();
  return (
    <Page>
      <PageHeader crumbs={[{ label: t('settings'), href: '/settings' }, { label: t('title') }]} title={t('title')} />
      <p className={classes.lead}>{t('lead')}</p>
      <Select
        className={classes.whose}
        label={t('whose')}
        data={[
          { value: '', label: t('agency') },
          ...(options?.clients.nodes ?? []).map(({ id, name: label }) => ({ value: id, label })),
        ]}
        value={client ?? ''}
        allowDeselect={false}
        onChange={(value) => setClient(value || null)}
      />
      <QueryView result={result} onRetry={reload} select={({ preflightRules }) => preflightRules}>
        {(rules) => (
          <Card label={t('title')} clip>
            <Table label={t('title')} rows="rich" stacks>
              <thead>
                <tr>
                  <Column>{t('rule')}</Column>
                  <Column>{t('limit')}</Column>
                  <Column>{t('severity')}</Column>
                  <Column>{t('source')}</Column>
                  <Column>{t('state')}</Column>
                  <Column hidden>{t('change')}</Column>
                </tr>
              </thead>
              <tbody>
                {rules.map((rule) => (
                  <RuleRow key={rule.id} rule={rule} name={name(rule)} onChange={() => change(rule)} />
                ))}
              </tbody>
            </Table>
          </Card>
        )}
      </QueryView>
      {changing && (
        <RuleDialog
          rule={changing}
          name={name(changing)}
          clientId={client}
          onClose={() => change(null)}
          onReload={() => {
            change(null);
            reload();
          }}
        />
      )}
    </Page>
  );
}

function useRuleName(): (rule: ShownRule) => string {
  const t = useT();
  return ({ key, kind }) => {
    const media = preflightRuleOf(key)?.media;
    const name = t(`kinds.${lower(kind)}`);
    return media ? `${name}, ${t(`media.${media}`)}` : name;
  };
}

function RuleRow({ rule, name, onChange }: { rule: ShownRule; name: string; onChange: () => void }) {
  const t = useT();
  const format = useFormat();
  const { unit, limit, editions, networks, severity } = rule;
  const figure = (value: number | null) =>
    value === null || unit === null ? '—' : t(`units.${lower(unit)}`, { limit: format.number(value) });
  const current = editions.at(-1);
  const decision = rule.decision ?? rule.agencyDecision;
  return (
    <TableRow>
      <Cell label={t('rule')}>
        <div className={classes.stack}>
          <span>{name}</span>
          <span className={classes.quiet}>
            {networks
              ? networks.map((network) => <NetworkName key={network} network={networkOf(network)} />)
              : t('anyNetwork')}
          </span>
        </div>
      </Cell>
      <Cell label={t('limit')}>
        <div className={classes.stack}>
          <span>{figure(limit)}</span>
          {editions.length > 1 &&
            editions.map((edition) =>
              edition.until === null ? null : (
                <span key={edition.until} className={classes.quiet}>
                  {t('until', { day: format.day(edition.until), limit: figure(edition.limit) })}
                </span>
              ),
            )}
          {current?.since && <span className={classes.quiet}>{t('since', { day: format.day(current.since) })}</span>}
        </div>
      </Cell>
      <Cell label={t('severity')}>{t(`severities.${lower(severity)}`)}</Cell>
      <Cell label={t('source')}>
        {current && current.sourceUrl !== '' ? (
          <div className={cx(classes.stack, classes.sources)}>
            <a className={classes.source} href={current.sourceUrl} target="_blank" rel="noreferrer">
              {current.sourceTitle} <IconExternal size={12} />
            </a>
            {current.sourceKind === 'OTHER' && <span className={classes.quiet}>{t('thirdParty')}</span>}
            <span className={classes.quiet}>{t('checked', { day: format.day(current.checkedOn) })}</span>
          </div>
        ) : (
          <span className={classes.quiet}>{t('custom')}</span>
        )}
      </Cell>
      <Cell label={t('state')}>
        <div className={classes.stack}>
          <Chip tone={rule.isOn ? 'done' : 'neutral'}>{t(rule.isOn ? 'on' : decision?.isOff ? 'off' : 'notYet')}</Chip>
          {decision && (
            <span className={classes.quiet}>
              {t('own', {
                name: decision.setByName,
                day: format.day(decision.setAt),
                reason: decision.reason,
              })}
              {!rule.decision && ` (${t('fromAgency')})`}
            </span>
          )}
        </div>
      </Cell>
      <Cell>
        {rule.viewerCanDecide && (
          <Button size="compact-xs" variant="default" aria-label={t('changeOf', { name })} onClick={onChange}>
            {t('change')}
          </Button>
        )}
      </Cell>
    </TableRow>
  );
}

const lower = <Value extends string>(value: Value) => value.toLowerCase() as Lowercase<Value>;
