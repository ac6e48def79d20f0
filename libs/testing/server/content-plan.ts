import { newId, type Id } from '@planerka/platform/domain';
import type { TestAgency } from './agency';
import { within } from './tenant-writer';

export interface TestItem {
  readonly id: Id;
}

/** A day of this or a coming month, far enough from now that nothing is late: the 15th two months ahead would leave the campaign, so the next month's. */
export const planDay = (date = 15): string => {
  const today = new Date();
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, date)).toISOString().slice(0, 10);
};

export const planMonth = (): string => planDay().slice(0, 7);

export const monthAfterPlan = (): string => {
  const day = new Date(planDay());
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1)).toISOString().slice(0, 7);
};

type ItemFields = Partial<{
  title: string;
  publishAt: Date;
  clientId: Id;
  campaignId: Id | null;
  rubricId: Id | null;
  idea: string;
  status: 'planned' | 'ready' | 'published';
  publishedAt: Date;
  format: 'carousel' | 'ad';
}>;

/** A publication of the scenario's client at noon of `planDay()` on its channel. */
export async function anItem(
  { agencyId, client, channel, rubric }: TestAgency,
  fields: ItemFields = {},
): Promise<TestItem> {
  const id = newId();
  await within(agencyId, async (db) => {
    await db.contentItem.create({
      data: {
        agencyId,
        id,
        clientId: client.id,
        rubricId: rubric.id,
        title: 'Стол, за которым поместятся все',
        format: 'carousel',
        publishAt: new Date(`${planDay()}T09:00:00Z`),
        ...fields,
      },
    });
    await db.itemChannel.create({ data: { agencyId, itemId: id, channelId: channel.id } });
  });
  return { id };
}

type ChainTask = {
  discipline: 'copy' | 'design' | 'targeting';
  state: 'draft' | 'issued' | 'in_progress' | 'in_review' | 'client_review' | 'done' | 'cancelled';
  assigneeId?: Id;
  feeMinor?: bigint;
};

/** A task on the item, as the calendar reads it. */
export async function aTaskOf(
  { agencyId, client, manager }: TestAgency,
  item: TestItem,
  task: ChainTask,
): Promise<{ readonly id: Id }> {
  const id = newId();
  await within(agencyId, (db) =>
    db.task.create({
      data: {
        agencyId,
        id,
        clientId: client.id,
        itemId: item.id,
        title: 'Работа',
        currency: 'RUB',
        managerId: manager.memberId,
        stateSince: new Date(),
        ...task,
      },
    }),
  );
  return { id };
}
