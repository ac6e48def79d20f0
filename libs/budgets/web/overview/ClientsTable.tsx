import {
  AppLink,
  Avatar,
  CapacityBar,
  Card,
  CardHeader,
  Cell,
  Column,
  cx,
  MoneyText,
  RiskChip,
  Table,
  TableRow,
  TotalRow,
  useFormat,
} from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { FiguresBar } from '../figures/FiguresBar';
import { useT } from '../locales';
import classes from './Overview.module.css';
import type { Overview, OverviewClient } from './overview-documents';

/** Below a third of the goal a client eats the margin; below the goal it is worth a look. */
function toneOf(percent: number | null, goal: number | null): 'danger' | 'warn' | 'normal' {
  if (percent === null || goal === null || percent >= goal) return 'normal';
  return percent < goal / 3 ? 'danger' : percent < goal * 0.7 ? 'warn' : 'normal';
}

export function ClientsTable({ overview }: { overview: Overview }) {
  const t = useT();
  const format = useFormat();
  const { clients, margin, goal, available } = overview;
  const eaters = clients.filter((client) => toneOf(client.margin.percent, goal) !== 'normal').slice(0, 2);
  const title =
    eaters.length > 0
      ? t('overview.eats', { names: format.list(eaters.map(({ name }) => `«${name}»`)) })
      : t('overview.clientsTitle');
  return (
    <Card label={title} clip>
      <CardHeader title={title} />
      <div className={classes.clients}>
        <Table label={title} rows="rich">
          <thead>
            <tr>
              <Column>{t('overview.client')}</Column>
              <Column numeric className={classes.desk}>
                {t('overview.revenueShort')}
              </Column>
              <Column numeric className={classes.desk}>
                {t('overview.costShort')}
              </Column>
              <Column numeric>{t('overview.margin')}</Column>
              <Column numeric>{t('overview.share')}</Column>
              <Column className={classes.desk}>{t('overview.campaigns')}</Column>
              <Column className={classes.riskColumn}>{t('overview.risk')}</Column>
            </tr>
          </thead>
          <tbody>
            {clients.map((client) => (
              <ClientRow key={client.clientId} client={client} goal={goal} />
            ))}
          </tbody>
          <tfoot>
            <TotalRow>
              <Cell>
                {`${t('overview.total')}, ${t('overview.clients', { count: clients.length })}`}
                <PhoneMargin margin={margin} />
              </Cell>
              <Cell numeric className={classes.desk}>
                <MoneyText value={margin.revenue} withoutSign />
              </Cell>
              <Cell numeric className={classes.desk}>
                <MoneyText value={margin.cost} withoutSign />
              </Cell>
              <Cell numeric>
                <MoneyText value={margin.profit} withoutSign />
              </Cell>
              <Cell numeric>{margin.percent === null ? '—' : format.percent(margin.percent)}</Cell>
              <Cell className={classes.desk}>
                <MoneyText value={available} withoutSign />
              </Cell>
              <Cell className={classes.riskColumn} />
            </TotalRow>
          </tfoot>
        </Table>
      </div>
    </Card>
  );
}

function ClientRow({ client, goal }: { client: OverviewClient; goal: number | null }) {
  const format = useFormat();
  const { clientId, name, managerName, margin, figures, campaignId, risks } = client;
  const tone = toneOf(margin.percent, goal);
  const share = margin.percent === null ? '—' : format.percent(margin.percent);
  const [risk] = risks;
  const left = <MoneyText value={figures.available} withoutSign />;
  const campaigns = (
    <>
      <FiguresBar figures={figures} />
      <small className={classes.quiet}>
        {campaignId ? <AppLink href={`/budgets/${campaignId}`}>{left}</AppLink> : left}
      </small>
    </>
  );
  return (
    <TableRow>
      <Cell>
        <span className={classes.client}>
          <Avatar id={clientId} name={name} kind="client" size={28} />
          <span>
            <AppLink href={`/clients/${clientId}`}>
              <strong>{name}</strong>
            </AppLink>
            <br />
            <small className={classes.quiet}>{managerName}</small>
          </span>
        </span>
        <PhoneMargin margin={margin}>{campaigns}</PhoneMargin>
        {risk ? (
          <div className={classes.riskBelow}>
            <Risk risk={risk} />
          </div>
        ) : null}
      </Cell>
      <Cell numeric className={classes.desk}>
        <MoneyText value={margin.revenue} withoutSign />
      </Cell>
      <Cell numeric className={classes.desk}>
        <MoneyText value={margin.cost} withoutSign />
      </Cell>
      <Cell numeric strong>
        <MoneyText value={margin.profit} withoutSign />
      </Cell>
      <Cell numeric>
        <span className={classes.share}>
          <CapacityBar value={Math.max(0, margin.percent ?? 0)} limit={100} max={100} label={share} tone={tone} />
          <span className={cx(tone === 'danger' && classes.low, tone === 'warn' && classes.mid)}>{share}</span>
        </span>
      </Cell>
      <Cell className={classes.desk}>
        <div className={classes.bar}>{campaigns}</div>
      </Cell>
      <Cell className={classes.riskColumn}>{risk ? <Risk risk={risk} /> : null}</Cell>
    </TableRow>
  );
}

/** Under a client's name, on a phone alone: what has no column there. */
function PhoneMargin({
  margin: { revenue, cost },
  children,
}: {
  margin: OverviewClient['margin'];
  children?: ReactNode;
}) {
  const t = useT();
  return (
    <div className={classes.phone}>
      <small className={classes.quiet}>
        {t('overview.revenueShort')} <MoneyText value={revenue} withoutSign /> · {t('overview.costShort')}{' '}
        <MoneyText value={cost} withoutSign />
      </small>
      {children}
    </div>
  );
}

function Risk({ risk: { kind, category, day, count, of } }: { risk: OverviewClient['risks'][number] }) {
  const t = useT();
  const format = useFormat();
  const words = {
    category: category ? t(`category.${category}`).toLowerCase() : '',
    day: day ? format.day(day) : '',
    count: count ?? 0,
    of: of ?? 0,
  };
  return <RiskChip level={kind === 'OVERDRAWN' ? 'danger' : 'warn'}>{t(`overview.risks.${kind}`, words)}</RiskChip>;
}
