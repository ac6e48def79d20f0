import { describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { ConfirmProvider, TimeZoneContext } from '@planerka/platform/web';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Client, type Exchange, Provider } from 'urql';
import { filter, map, pipe } from 'wonka';
import type { PlanSeries, SeriesGround } from './series.documents';
import { SeriesForm, type SeriesFormProps } from './SeriesForm';

const ground = (more: object = {}) =>
  ({
    contentPlan: {
      channels: [{ id: 'vk', title: 'Сосна в VK', network: 'VK' }],
      rubrics: [{ id: 'expert', name: 'Экспертная' }],
      campaigns: [],
    },
    contentItem: null,
    planTemplates: [],
    ...more,
  }) as unknown as SeriesGround;

const series = {
  id: 'series',
  title: 'Вопрос недели',
  idea: '',
  format: 'POST',
  channelIds: ['vk'],
  rubricId: null,
  campaignId: null,
  wantsClientApproval: true,
  publishTime: '19:00',
  rhythm: { kind: 'WEEKLY', interval: 1, weekdays: [2], monthDay: null, nth: null },
  startsOn: '2026-12-01',
  endsOn: null,
  times: null,
  onDayOff: 'LEAVE',
  taskCount: 0,
  version: 4,
} as unknown as PlanSeries;

/** A server that answers what the test says, and keeps what it was asked. */
function show(props: Partial<SeriesFormProps>, answer: object) {
  const asked: { readonly input: Record<string, unknown> }[] = [];
  const exchange: Exchange = () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind === 'query' || kind === 'mutation'),
      map((operation) => {
        if (operation.kind === 'mutation') asked.push(operation.variables as (typeof asked)[number]);
        const data = operation.kind === 'mutation' ? answer : { planSeriesPreview: null };
        return { operation, stale: false, hasNext: false, data };
      }),
    );
  const client = new Client({ url: '/graphql', exchanges: [exchange] });
  const onDone = jest.fn();
  const rest = { clientId: 'client', series: null, start: { day: '2026-12-08' as const }, onClose: () => undefined };
  render(
    <MantineProvider env="test">
      <Provider value={client}>
        <ConfirmProvider>
          <TimeZoneContext value="Europe/Moscow">
            <SeriesForm ground={ground()} onDone={onDone} onReload={() => undefined} {...rest} {...props} />
          </TimeZoneContext>
        </ConfirmProvider>
      </Provider>
    </MantineProvider>,
  );
  return { asked, onDone, person: userEvent.setup() };
}

const created = {
  createPlanSeries: { __typename: 'PlanSeriesSuccess', made: 5, series: { id: 'series', version: 1 } },
};

describe('A publication that repeats', () => {
  it('begins weekly on the weekday of the day it was asked for, and is made as it stands in the form', async () => {
    const { asked, onDone, person } = show({}, created);
    await person.type(screen.getByRole('textbox', { name: /^Тема/ }), 'Отзыв недели');
    await person.click(screen.getByRole('button', { name: 'Повторять' }));
    expect(asked[0]?.input).toMatchObject({
      clientId: 'client',
      title: 'Отзыв недели',
      startsOn: '2026-12-08',
      rhythm: { kind: 'WEEKLY', interval: 1, weekdays: [2] },
      endsOn: null,
      times: null,
    });
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  it('says what the server refuses at its field, and keeps what was typed', async () => {
    const issues = [{ path: ['title'], code: 'required', params: {} }];
    const { onDone, person } = show({}, { createPlanSeries: { __typename: 'InvalidInput', issues } });
    await person.type(screen.getByRole('textbox', { name: 'Идея' }), 'Спросить в чате');
    await person.click(screen.getByRole('button', { name: 'Повторять' }));
    expect(await screen.findByRole('textbox', { name: /^Тема/ })).toHaveAccessibleDescription('Заполните поле');
    expect(screen.getByRole('textbox', { name: 'Идея' })).toHaveValue('Спросить в чате');
    expect(onDone).not.toHaveBeenCalled();
  });

  it('offers the work of the publication that repeats, and says that people stay', async () => {
    const contentItem = {
      ...{ title: 'Отзыв', idea: '', format: 'POST', publishOn: '2026-12-10', publishTime: '12:00' },
      ...{ channels: [], rubric: null, campaign: null, wantsClientApproval: true, tasks: [{ id: 'task' }] },
    };
    const start = { day: '2026-12-10' as const, itemId: 'item' };
    const { asked, person } = show({ ground: ground({ contentItem }), start }, created);
    const box = screen.getByRole('checkbox', { name: 'С задачами' });
    expect(box).toBeChecked();
    expect(box).toHaveAccessibleDescription(/исполнителями/);
    await person.click(box);
    await person.click(screen.getByRole('button', { name: 'Повторять' }));
    expect(asked[0]?.input).toMatchObject({ itemId: 'item', withTasks: false, rhythm: { weekdays: [4] } });
  });

  it('changed from one turn on keeps those before it', async () => {
    const start = { day: '2026-12-15' as const, seriesId: 'series', from: '2026-12-15' as const };
    const answer = { changePlanSeries: { __typename: 'PlanSeriesSuccess', series: { id: 'series', version: 5 } } };
    const { asked, person } = show({ series, start }, answer);
    expect(screen.getByRole('textbox', { name: /^Тема/ })).toHaveValue('Вопрос недели');
    await person.click(screen.getByRole('button', { name: 'Сохранить серию' }));
    expect(asked[0]?.input).toMatchObject({
      seriesId: 'series',
      expectedVersion: 4,
      keepsBefore: true,
      startsOn: '2026-12-15',
    });
  });
});
