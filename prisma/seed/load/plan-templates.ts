import { patternsSchema, type ItemPattern } from '@planerka/content-plan/domain';
import type { Prisma } from '@planerka/platform/server';
import { briefSchema, reusable } from '@planerka/tasks/domain';
import type { ClientContent } from '../content/types';
import { idOf } from './ids';
import type { Loading } from './loading';

/** What managers have kept: of every client its first whole publication, and its first four weeks as a month. */
export async function loadPlanTemplates(loading: Loading): Promise<void> {
  for (const client of loading.demo.clients) {
    const items = loading.demo.items
      .filter((item) => item.client === client.slug)
      .toSorted((one, other) => one.day - other.day);
    const whole = items.find(({ slug }) => loading.demo.tasks.filter(({ item }) => item === slug).length > 1);
    if (whole) await keep(loading, client, 'item', whole.title, [whole]);
    const [first] = items;
    const weeks = items.filter(({ day }) => first && day < first.day + 28);
    if (weeks.length > 1) await keep(loading, client, 'month', 'Обычный месяц', weeks);
  }
}

type Items = Loading['demo']['items'];

async function keep(
  loading: Loading,
  client: ClientContent,
  kind: 'item' | 'month',
  name: string,
  items: Items,
): Promise<void> {
  const patterns: ItemPattern[] = [];
  for (const item of items) patterns.push(await patternOf(loading, client, item));
  await loading.db.planTemplate.create({
    data: {
      agencyId: loading.agencyId,
      id: idOf('plan-template', client.slug, kind),
      clientId: idOf('client', client.slug),
      kind,
      name,
      data: JSON.parse(JSON.stringify(patternsSchema.parse(patterns))) as Prisma.InputJsonValue,
      itemCount: patterns.length,
      taskCount: patterns.reduce((count, { tasks }) => count + tasks.length, 0),
    },
  });
}

async function patternOf(
  { db, agencyId, calendar }: Loading,
  client: ClientContent,
  item: Items[number],
): Promise<ItemPattern> {
  const rubric = await db.rubric.findFirst({
    where: { agencyId, id: idOf('rubric', client.slug, item.rubric) },
    select: { id: true, name: true, colour: true },
  });
  const channels = await db.channel.findMany({
    where: { agencyId, id: { in: item.channels.map((slug) => idOf('channel', slug)) } },
    orderBy: { position: 'asc' },
  });
  const tasks = await db.task.findMany({
    where: { agencyId, itemId: idOf('item', item.slug) },
    include: { briefs: { where: { number: 0 } }, predecessors: true },
    orderBy: [{ discipline: 'asc' }, { id: 'asc' }],
  });
  return {
    key: idOf('item', item.slug),
    title: item.title,
    idea: item.idea,
    format: item.format,
    rubric,
    channels: channels.map(({ id, network }) => ({ id, network })),
    wantsClientApproval: true,
    wasOn: calendar.day(item.day).toString(),
    time: item.time,
    tasks: tasks.map(
      ({ id, title, discipline, estimatedMinutes, wantsClientApproval, dueAt, briefs, predecessors }) => ({
        key: id,
        title,
        discipline,
        estimatedMinutes,
        wantsClientApproval,
        dueOn: dueAt && dueAt.toISOString().slice(0, 10),
        dueTime: '18:00',
        after: predecessors.map(({ afterTaskId }) => afterTaskId),
        brief: reusable(briefSchema.parse(briefs[0]?.data ?? { discipline })),
      }),
    ),
  };
}
