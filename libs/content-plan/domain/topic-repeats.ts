import type { Id, PlainDate } from '@planerka/platform/domain';

export interface TopicRepeat {
  readonly date: PlainDate;
  /** All publications of that day with the topic. */
  readonly itemIds: readonly Id[];
}

/** «Повтор»: one topic twice on a day. On two channels it may be meant, so it is shown and not refused. */
export function topicRepeats(
  items: readonly { readonly id: Id; readonly title: string; readonly publishOn: PlainDate }[],
): readonly TopicRepeat[] {
  const groups = Map.groupBy(items, ({ title, publishOn }) => `${publishOn.toString()} ${topicOf(title)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first && group.length > 1 ? [{ date: first.publishOn, itemIds: group.map(({ id }) => id) }] : [];
  });
}

const topicOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
