import { Button } from '@mantine/core';
import {
  Card,
  Cell,
  Chip,
  Column,
  GroupRow,
  IconDownload,
  IconLock,
  IconUpload,
  IconWave,
  MoneyBar,
  MoneyKey,
  MoneyText,
  Page,
  PageHeader,
  Row,
  SidePanel,
  Table,
  TableRow,
  TotalRow,
} from '@planerka/platform/web';
import { ChartCard, TrendLine } from '@planerka/platform/web/charts';
import { useState } from 'react';

const rub = (amount: number) => ({ amount: amount.toFixed(2), currency: 'RUB' });
const lines = [
  ['Тексты', true, 30000, 4000, 6500, 9000, 10500],
  ['Дизайн', false, 54000, 9000, 14500, 26000, 4500],
  ['Таргетинг', false, 36000, 0, 9000, 18000, 9000],
  ['Съёмка', true, 32000, 14000, 12000, 9000, -3000],
] as const;

export function KitBudget() {
  const [isOpen, setOpen] = useState(() => window.innerWidth > 1100);
  return (
    <Page
      margins="dense"
      panelWidth="drawer"
      panel={
        isOpen && (
          <SidePanel
            label="Дизайн, декабрь"
            header={<h2>Дизайн, декабрь</h2>}
            onClose={() => setOpen(false)}
            onNext={() => undefined}
            onPrevious={() => undefined}
            footer={<Button>Вся книга</Button>}
          >
            <MoneyBar spent="9000" payable="14500" committed="26000" available="4500" currency="RUB" />
          </SidePanel>
        )
      }
    >
      <PageHeader
        crumbs={[
          { label: 'Сосна', href: '/kit' },
          { label: 'Новогодняя коллекция', href: '/kit' },
        ]}
        title="Бюджет кампании"
        actions={
          <>
            <Button variant="subtle" leftSection={<IconDownload />}>
              XLSX
            </Button>
            <Button>Изменить бюджет</Button>
            <Button variant="filled" leftSection={<IconUpload />}>
              Загрузить расход рекламы
            </Button>
          </>
        }
      />
      <Card style={{ padding: 'var(--s-4) var(--s-5)' }}>
        <Row gap="wide">
          {(['plan', 'spent', 'payable', 'committed', 'available'] as const).map((part) => (
            <div key={part}>
              <MoneyKey part={part} />
              <br />
              <MoneyText value={rub(222420)} weight="semi" size="large" />
            </div>
          ))}
        </Row>
        <br />
        <MoneyBar spent="222420" payable="53500" committed="53000" available="151080" currency="RUB" size="thick" />
      </Card>
      <ChartCard
        title="Реклама остановится 27 декабря: не хватает 19 700 ₽"
        units="Реклама, декабрь · тыс. ₽ нарастающим итогом"
        table={{
          columns: ['День', 'Факт'],
          rows: [
            ['1', '0'],
            ['8', '46'],
          ],
        }}
      >
        <TrendLine
          points={[
            { label: '1', fact: 0 },
            { label: '8', fact: 46, forecast: 46 },
            { label: '15', forecast: 90 },
            { label: '31', forecast: 179 },
          ]}
          limit={160}
          limitLabel="лимит статьи 160 000 ₽"
        />
      </ChartCard>
      <Card clip>
        <Table label="Статьи" rows="dense">
          <thead>
            <tr>
              <Column>Статья</Column>
              <Column hidden>Доля</Column>
              <Column numeric>План, ₽</Column>
              <Column numeric>Потрачено</Column>
              <Column numeric>К выплате</Column>
              <Column numeric>Обязательства</Column>
              <Column numeric>Доступно</Column>
            </tr>
          </thead>
          <tbody>
            <GroupRow title="Декабрь">
              <Cell />
              {[324000, 84280, 42000, 53000, 144720].map((sum) => (
                <Cell numeric key={sum}>
                  <MoneyText value={rub(sum)} withoutSign />
                </Cell>
              ))}
            </GroupRow>
            {lines.map(([name, hard, plan, spent, payable, committed, available]) => (
              <TableRow key={name} selected={name === 'Дизайн'}>
                <Cell>
                  <Row>
                    {hard ? <IconLock size={14} /> : <IconWave size={14} />} {name}{' '}
                    {name === 'Дизайн' && <Chip tone="warn">92 %</Chip>}
                  </Row>
                </Cell>
                <Cell style={{ width: 168 }}>
                  <MoneyBar
                    spent={String(spent)}
                    payable={String(payable)}
                    committed={String(committed)}
                    available={String(available)}
                    currency="RUB"
                  />
                </Cell>
                {[plan, spent, payable, committed, available].map((sum, index) => (
                  <Cell numeric key={index}>
                    <MoneyText value={rub(sum)} withoutSign />
                  </Cell>
                ))}
              </TableRow>
            ))}
          </tbody>
          <tfoot>
            <TotalRow>
              <Cell>Всего</Cell>
              <Cell />
              {[480000, 222420, 53500, 53000, 151080].map((sum) => (
                <Cell numeric key={sum}>
                  <MoneyText value={rub(sum)} withoutSign />
                </Cell>
              ))}
            </TotalRow>
          </tfoot>
        </Table>
      </Card>
    </Page>
  );
}
