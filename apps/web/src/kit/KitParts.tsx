import { ActionIcon, Button } from '@mantine/core';
import {
  Card,
  CardBody,
  CardHeader,
  CheckMark,
  Chip,
  DateText,
  DiffText,
  EmptyState,
  ErrorState,
  Fact,
  Facts,
  FilterChip,
  FilterToggle,
  IconAlert,
  IconDots,
  IconMonth,
  IconSend,
  IconTable,
  MoneyText,
  networkOf,
  NetworkIcon,
  NetworkName,
  Notice,
  Page,
  PageHeader,
  Person,
  RelativeTime,
  RichTextView,
  Row,
  Segmented,
  SkeletonRows,
  SkeletonTable,
  StateChip,
  StateIcon,
  TabBar,
  toast,
  useConfirm,
  useUndoable,
  workState,
} from '@planerka/platform/web';
import { useState } from 'react';

const states = [
  'draft',
  'issued',
  'in_progress',
  'in_review',
  'client_review',
  'done',
  'cancelled',
  'published',
  'missed',
];
const networks = [
  'vk',
  'telegram',
  'ok',
  'youtube',
  'tiktok',
  'dzen',
  'instagram',
  'max',
  'rutube',
  'facebook',
  'pinterest',
  'website',
  'other',
];

const twentyMinutesAgo = new Date(Date.now() - 20 * 60_000).toISOString();

export function KitParts() {
  const [view, setView] = useState<'month' | 'table'>('month');
  const [filter, setFilter] = useState<string[]>([]);
  const [isRisky, setRisky] = useState(true);
  const [tab, setTab] = useState<'ours' | 'client'>('ours');
  const confirm = useConfirm();
  const undoable = useUndoable();
  return (
    <>
      <PageHeader
        look="bar"
        crumbs={[
          { label: 'Сосна', href: '/kit' },
          { label: 'Новогодняя коллекция', href: '/kit' },
          { label: '12 декабря, 12:00' },
        ]}
        title="Карусель «Стол, за которым поместятся все»"
        badge={<StateChip state="in_review" />}
        sub={[<span key="a">сегодня до 18:00 — иначе клиент не успеет</span>, 'у вас 15 ч', 'у Тимура было 3 дн 2 ч']}
        actions={
          <>
            <ActionIcon aria-label="Ещё">
              <IconDots />
            </ActionIcon>
            <Button leftSection={<IconSend />}>Передать клиенту</Button>
            <Button variant="filled">Вернуть с правками · 2</Button>
          </>
        }
      />
      <Page>
        <Card>
          <CardHeader title="Состояния, площадки, люди" ruled />
          <CardBody style={{ display: 'grid', gap: 'var(--s-3)' }}>
            <Row>
              {states.map((state) => (
                <StateIcon key={state} state={workState(state)} />
              ))}
              {states.map((state) => (
                <StateChip key={state} state={workState(state)} />
              ))}
            </Row>
            <Row>
              {networks.map((network) => (
                <NetworkIcon key={network} network={networkOf(network)} size={20} />
              ))}
              {networks.map((network) => (
                <NetworkName key={network} network={networkOf(network)} />
              ))}
            </Row>
            <Row gap="wide">
              <Person id="1" name="Тимур Галиев" note="4 работы, самозанятый" size={28} />
              <Person id="2" name="Белый кит" kind="client" size={28} />
              <Chip tone="warn" icon={<IconAlert />}>
                перерасход
              </Chip>
              <MoneyText value={{ amount: '1234567.50', currency: 'RUB' }} />
              <MoneyText value={{ amount: '-6000.00', currency: 'RUB' }} signed />
              <MoneyText value={{ amount: '20000.00', currency: 'RUB' }} signed weight="semi" />
              <DateText value="2026-12-12" look="dayLong" />
              <RelativeTime value={twentyMinutesAgo} />
            </Row>
            <Row>
              <FilterChip
                label="Площадка"
                value={filter}
                onChange={setFilter}
                options={networks.slice(0, 4).map((value) => ({
                  value,
                  label: value,
                  icon: <NetworkIcon network={networkOf(value)} decorative />,
                }))}
              />
              <FilterToggle on={isRisky} onChange={setRisky} icon={<IconAlert />}>
                Под риском · 2
              </FilterToggle>
              <Segmented
                label="Вид"
                value={view}
                onChange={setView}
                segments={[
                  { value: 'month', label: 'Месяц', icon: <IconMonth /> },
                  { value: 'table', label: 'Таблица', icon: <IconTable />, iconOnly: true },
                ]}
              />
              <Button
                onClick={() =>
                  void confirm({
                    title: 'Отозвать ссылку?',
                    text: 'По ней больше нельзя будет ответить.',
                    confirm: 'Отозвать',
                    isDangerous: true,
                  })
                }
              >
                Спросить
              </Button>
              <Button onClick={() => undoable({ message: 'Публикация удалена', undo: () => toast('Вернули') })}>
                Удалить
              </Button>
            </Row>
            <Notice tone="danger" title="Может не выйти в субботу.">
              Клиенту нужно 2 рабочих дня и ещё день на правки.
            </Notice>
            <Notice tone="warn" title="Мало образцов.">
              Два из трёх — не мешает выдать.
            </Notice>
            <Notice>Изменим что-то после вас — спросим снова.</Notice>
          </CardBody>
        </Card>
        <Card>
          <TabBar
            label="Комментарии"
            value={tab}
            onChange={setTab}
            items={[
              { value: 'ours', label: 'Наши', count: 3 },
              { value: 'client', label: 'Клиента', count: 0 },
            ]}
          />
          <CardBody style={{ paddingTop: 'var(--s-3)' }}>
            <Facts>
              <Fact label="Исполнитель">
                <Person id="1" name="Тимур Галиев" size={20} />
              </Fact>
              <Fact label="Критерий">
                <CheckMark state="ok" /> <CheckMark state="empty" /> <CheckMark state="warn" />
              </Fact>
            </Facts>
            <br />
            <DiffText
              before="Стол раздвигается за минуту и стоит 64 900 рублей"
              after="Стол раздвигается за одну минуту: 140 → 220 см"
            />
            <RichTextView
              value={{
                type: 'doc',
                content: [
                  {
                    type: 'paragraph',
                    content: [
                      { type: 'text', text: 'На Новый год ' },
                      { type: 'text', marks: [{ type: 'bold' }], text: 'приходят все' },
                    ],
                  },
                  {
                    type: 'bulletList',
                    content: [
                      {
                        type: 'listItem',
                        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'бабушка' }] }],
                      },
                    ],
                  },
                ],
              }}
            />
          </CardBody>
        </Card>
        <Card>
          <SkeletonRows rows={2} />
          <SkeletonTable rows={2} />
          <EmptyState title="Пустой день" action={<Button variant="filled">Добавить публикацию</Button>}>
            Здесь будут публикации дня. Начните с идеи или перенесите из другого дня.
          </EmptyState>
          <ErrorState onRetry={() => undefined} />
        </Card>
      </Page>
    </>
  );
}
