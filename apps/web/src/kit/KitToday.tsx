import { Button } from '@mantine/core';
import {
  Avatar,
  CapacityBar,
  Card,
  CardBody,
  CardHeader,
  Chip,
  Columns,
  IconBulb,
  IconClock,
  IconHistory,
  IconLock,
  IconMessage,
  IconPlus,
  IconQuestion,
  IconRefuse,
  IconWallet,
  IconWave,
  Kbd,
  Page,
  PageHeader,
  RiskChip,
  RowIcon,
  Section,
  StateIcon,
  WorkGroup,
  WorkRow,
} from '@planerka/platform/web';

const act = (label: string, isFirst = false) => (
  <Button size="xs" variant={isFirst ? 'filled' : 'default'}>
    {label}
  </Button>
);

const hours = [
  ['Тимур Галиев', 'дизайн', 38, 32],
  ['Мария Орлова', 'тексты', 31, 32],
  ['Глеб Соколов', 'таргет', 22, 30],
  ['Полина Ким', 'дизайн', 18, 32],
] as const;

export function KitToday() {
  return (
    <Page>
      <PageHeader
        overline="Вторник, 8 декабря"
        title="Вас ждут 9 дел, два — до вечера"
        actions={
          <>
            <Button variant="subtle" leftSection={<IconBulb />}>
              Записать идею&nbsp;<Kbd>I</Kbd>
            </Button>
            <Button leftSection={<IconPlus />}>Новая задача</Button>
          </>
        }
      />
      <Columns
        side={
          <>
            <Card>
              <CardHeader title="Загрузка команды" aside="7–13 дек" />
              <CardBody style={{ display: 'grid', gap: 'var(--s-3)' }}>
                {hours.map(([name, discipline, value, limit]) => (
                  <div
                    key={name}
                    style={{
                      display: 'grid',
                      gridTemplateColumns: '24px 1fr',
                      gap: '2px var(--s-2)',
                      alignItems: 'center',
                    }}
                  >
                    <span style={{ gridRow: 'span 2' }}>
                      <Avatar id={name} name={name} />
                    </span>
                    <span style={{ display: 'flex', justifyContent: 'space-between' }}>
                      <span>
                        {name} {discipline}
                      </span>
                      <span>
                        {value} из {limit} ч
                      </span>
                    </span>
                    <CapacityBar value={value} limit={limit} max={44} label={`${value} из ${limit} ч`} />
                  </div>
                ))}
              </CardBody>
              <Section>За специалистов вы сделали 3 ч из 37.</Section>
            </Card>
            <Card>
              <CardHeader title="Пока вас не было" aside={<a href="/kit">Всё</a>} />
            </Card>
          </>
        }
      >
        <Card clip>
          <WorkGroup
            title="Проверить"
            icon={<StateIcon state="in_review" decorative />}
            count={3}
            note="дольше всех ждёт «Сосна» — 15 ч"
          >
            <WorkRow
              isFirst
              icon={<RowIcon tone="review">С</RowIcon>}
              title="Карусель «Стол, за которым поместятся все»"
              details={['Сосна', 'Тимур Галиев', 'версия 2, вчера в 18:40']}
              chip={<RiskChip level="danger">клиенту до 18:00</RiskChip>}
              action={act('Проверить', true)}
              href="/kit"
            />
            <WorkRow
              icon={<RowIcon>У</RowIcon>}
              title="Пост «Как выбрать зерно для турки»"
              details={['Утро', 'Мария Орлова', 'версия 1, час назад']}
              chip={<Chip>выйдет 11 дек</Chip>}
              action={act('Проверить')}
            />
          </WorkGroup>
          <WorkGroup title="Ответили клиенты" icon={<StateIcon state="client_review" decorative />} count={2}>
            <WorkRow
              icon={
                <RowIcon tone="client">
                  <IconMessage />
                </RowIcon>
              }
              title="«На втором слайде старая цена, поправьте»"
              details={['Сосна', 'Марина Дубова', 'сторис «Ремесло»', '20 минут назад']}
              chip={<Chip>круг 2 из 3</Chip>}
              action={act('Прочитать')}
            />
            <WorkRow
              icon={
                <RowIcon tone="client">
                  <IconHistory />
                </RowIcon>
              }
              title="Правки сверх абонемента: +6 000 ₽"
              details={['Белый кит', 'Кирилл Вахрушев', 'вчера']}
              chip={<Chip tone="warn">круг 4 из 3</Chip>}
              action={act('Решить')}
            />
          </WorkGroup>
          <WorkGroup title="Отказы и вопросы" icon={<IconRefuse />} count={2}>
            <WorkRow
              icon={
                <RowIcon tone="danger">
                  <IconRefuse />
                </RowIcon>
              }
              title="Полина Ким не взяла «Анимацию для сторис»"
              details={['Опора', '«До четверга не успею, сдаю „Ладогу“»']}
              chip={<Chip>срок 10 дек</Chip>}
              action={act('Переназначить')}
            />
            <WorkRow
              icon={
                <RowIcon>
                  <IconQuestion />
                </RowIcon>
              }
              title="«Можно ли называть породу дерева?»"
              details={['Сосна', 'Олег Ветров', 'статья для Дзена', 'задача стоит 2 ч']}
              chip={
                <Chip tone="line" icon={<IconClock />}>
                  ждёт вас
                </Chip>
              }
              action={act('Ответить')}
            />
          </WorkGroup>
          <WorkGroup title="Деньги под угрозой" icon={<IconWallet />} count={2}>
            <WorkRow
              icon={
                <RowIcon tone="danger">
                  <IconLock />
                </RowIcon>
              }
              title="Рекламных денег хватит до 27 декабря"
              details={['Сосна', 'Новогодняя коллекция', 'не хватает 19 700 ₽']}
              chip={<Chip>у владельца 1 день</Chip>}
              action={act('Напомнить')}
            />
            <WorkRow
              icon={
                <RowIcon tone="warn">
                  <IconWave />
                </RowIcon>
              }
              title="Дизайн, декабрь: занято 92 %"
              details={['Сосна', 'Новогодняя коллекция', 'осталось 4 500 ₽']}
              chip={<Chip tone="warn">мягкая статья</Chip>}
              action={act('Перенести')}
            />
          </WorkGroup>
        </Card>
      </Columns>
    </Page>
  );
}
