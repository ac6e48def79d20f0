import { rightHolders, rightsTable, type Reach, type RightHolder } from '@planerka/agency/domain';
import { Card, CardHeader, Cell, Column, cx, Page, PageHeader, Table, TableRow } from '@planerka/platform/web';
import { useT } from './locales';
import { useViewerRole } from '../viewer';
import classes from './RightsPage.module.css';

/** Read off the catalogue that the server asks: this page can say nothing else. */
const groups = rightsTable();

export function RightsPage() {
  const t = useT();
  const role = useViewerRole();
  const yours = role?.toLowerCase();
  const reachText = (holder: RightHolder, reach: Reach) =>
    holder === 'guest' && reach === 'own' ? t('byLink') : t(`reach.${reach}`);
  const holderText = (holder: RightHolder) =>
    holder === yours ? `${t(`holder.${holder}`)} — ${t('you')}` : t(`holder.${holder}`);
  return (
    <Page>
      <PageHeader title={t('title')} />
      <p className={classes.intro}>{t('intro')}</p>
      {groups.map(({ domain, rights }) => {
        // A column of nothing but «no» says nothing.
        const holders = rightHolders.filter((holder) => rights.some(({ reach }) => reach[holder] !== 'never'));
        return (
          <Card key={domain} label={t(`domain.${domain}`)} clip>
            <CardHeader title={t(`domain.${domain}`)} ruled />
            <Table label={t(`domain.${domain}`)} stacks>
              <thead>
                <tr>
                  <Column className={classes.what}>{t('what')}</Column>
                  {holders.map((holder) => (
                    <Column key={holder} className={cx(holder === yours && classes.yours)}>
                      {holderText(holder)}
                    </Column>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rights.map(({ action, reach }) => (
                  <TableRow key={action}>
                    <Cell strong className={classes.what}>
                      {t(`action.${action}`)}
                    </Cell>
                    {holders.map((holder) => (
                      <Cell
                        key={holder}
                        label={t(`holder.${holder}`)}
                        className={cx(reach[holder] === 'never' && classes.never)}
                      >
                        {reachText(holder, reach[holder])}
                      </Cell>
                    ))}
                  </TableRow>
                ))}
              </tbody>
            </Table>
          </Card>
        );
      })}
    </Page>
  );
}
