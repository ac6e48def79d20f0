import { usualCounts, type ItemCount } from '@planerka/results/domain';
import { randomFor, type Random } from '../content/compose/random';
import type { ChannelContent, ItemContent } from '../content/types';
import { idOf } from './ids';
import { inBatches, kopecks, type Loading } from './loading';

/** Days after the publication on which somebody looked: at once, and when it had come to rest. */
const looks = [1, 3, 10] as const;
/** How much of what it will get in the end is there by then. */
const shares: Readonly<Record<(typeof looks)[number], number>> = { 1: 0.55, 3: 0.86, 10: 1 };

/** Of a hundred readers; videos and carousels are liked and shared more, advertisements are clicked. */
const usual: Readonly<Record<Exclude<ItemCount, 'reach' | 'views' | 'impressions'>, number>> = {
  likes: 3.1,
  comments: 0.35,
  shares: 0.45,
  saves: 0.8,
  clicks: 1.1,
  newFollowers: 0.12,
};
const livelier = new Set<ItemContent['format']>(['carousel', 'reel', 'video', 'contest']);

/** What networks had counted of the publications that are out; of the last two days nobody has looked yet. */
export async function loadMeasurements({ db, agencyId, demo, calendar }: Loading): Promise<void> {
  const channels = new Map(demo.clients.flatMap((client) => client.channels.map((channel) => [channel.slug, channel])));
  const managers = new Map(demo.clients.map(({ slug, manager }) => [slug, idOf('member', manager)]));
  const promoted = new Set(
    demo.tasks.flatMap(({ discipline, item }) => (discipline === 'targeting' && item ? [item] : [])),
  );
  const out = demo.items.filter(({ outcome, day }) => outcome === 'published' && day < -2);
  await inBatches(
    out.flatMap((item) => {
      const enteredById = managers.get(item.client);
      return item.channels.flatMap((slug, place) => {
        const channel = channels.get(slug);
        if (!channel || !enteredById) return [];
        const random = randomFor(`${item.slug} ${slug}`);
        const whole = countsOf(item, channel, random);
        // Money is put behind one channel, and behind few publications.
        const spend =
          place === 0 && (promoted.has(item.slug) || item.format === 'ad') ? random.between(3, 14) * 500 : 0;
        return looks
          .filter((after) => item.day + after < 0)
          .map((after) => ({
            agencyId,
            itemId: idOf('item', item.slug),
            channelId: idOf('channel', slug),
            day: calendar.date(item.day + after),
            ...partOf(whole, shares[after]),
            ...(spend > 0 && { spendMinor: kopecks(spend * shares[after]) }),
            enteredById,
            updatedAt: calendar.at(item.day + after, '18:20'),
          }));
      });
    }),
    (data) => db.itemMeasurement.createMany({ data }),
  );
}

type Counts = Partial<Record<ItemCount, number>>;

function countsOf({ format, rubric }: ItemContent, { network, followers }: ChannelContent, random: Random): Counts {
  // A rubric has its own luck with an audience, and a publication its own within it.
  const luck = 0.75 + randomFor(`${rubric} luck`).next() * 0.5;
  const own = 0.6 + random.next() * random.next() * 1.9;
  const reach = Math.round(followers * (network === 'telegram' ? 0.42 : 0.24) * luck * own);
  const lift = livelier.has(format) ? 1.7 : 1;
  const seen: Counts = {
    reach,
    views: Math.round(reach * (network === 'telegram' ? 1 : 1.18 + random.next() * 0.3)),
    impressions: Math.round(reach * (4 + random.next() * 3)),
  };
  const of = (count: ItemCount): number =>
    count in usual
      ? Math.round(((reach * usual[count as keyof typeof usual]) / 100) * lift * (0.6 + random.next() * 0.9))
      : (seen[count] ?? 0);
  return Object.fromEntries(usualCounts(network).map((count) => [count, of(count)]));
}

const partOf = (counts: Counts, share: number): Counts =>
  Object.fromEntries(Object.entries(counts).map(([count, value]) => [count, Math.round(value * share)]));
