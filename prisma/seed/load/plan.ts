import { itemStatusOf } from '@planerka/content-plan/domain';
import { Temporal } from '@planerka/platform/domain';
import { idOf } from './ids';
import { inBatches, type Loading } from './loading';

export async function loadPlan({ db, agencyId, demo, calendar }: Loading): Promise<void> {
  const managers = new Map(demo.clients.map(({ slug, manager }) => [slug, idOf('member', manager)]));
  await inBatches(
    demo.items.map((item) => {
      const publishAt = calendar.at(item.day, item.time);
      const publishedAt = item.outcome === 'published' ? publishAt : null;
      const tasks = demo.tasks.filter((task) => task.item === item.slug);
      return {
        agencyId,
        id: idOf('item', item.slug),
        clientId: idOf('client', item.client),
        campaignId: idOf('campaign', item.campaign),
        rubricId: idOf('rubric', item.client, item.rubric),
        title: item.title,
        idea: item.idea,
        format: item.format,
        publishAt,
        publishedAt,
        status: itemStatusOf(
          { publishedAt: publishedAt && Temporal.Instant.fromEpochMilliseconds(publishedAt.getTime()) },
          tasks,
        ),
        createdById: managers.get(item.client) ?? null,
      };
    }),
    (data) => db.contentItem.createMany({ data }),
  );
  await inBatches(
    demo.items.flatMap(({ slug, channels, publishedLinks }) =>
      channels.map((channel) => ({
        agencyId,
        itemId: idOf('item', slug),
        channelId: idOf('channel', channel),
        url: publishedLinks[channel] ?? null,
      })),
    ),
    (data) => db.itemChannel.createMany({ data }),
  );
}
