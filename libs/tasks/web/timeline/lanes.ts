import type { Grouping } from './use-timeline-address';
import type { LaneSource } from './layout';
import type { TimelinePerson, TimelineTask } from './timeline-documents';

export interface TimelineLane extends LaneSource<TimelineTask> {
  /** Where lanes are people: whose hours stand in its head. */
  readonly person: TimelinePerson | null;
}

interface Words {
  readonly nobody: string;
  readonly noCampaign: string;
  readonly noItem: string;
}

/** Tasks by whom, for whom or what they are; everybody who could do some has a lane, and what is nobody's comes first. */
export function lanesOf(
  tasks: readonly TimelineTask[],
  people: readonly TimelinePerson[],
  grouping: Grouping,
  words: Words,
): readonly TimelineLane[] {
  if (grouping === 'person') return lanesOfPeople(tasks, people, words);
  const nameOf = ({ client, campaign, item }: TimelineTask): readonly [string, string] => {
    if (grouping === 'client') return [client.id, client.name];
    if (grouping === 'campaign')
      return campaign
        ? [campaign.thingId, `${campaign.name} · ${client.name}`]
        : [`${client.id} none`, `${words.noCampaign} · ${client.name}`];
    return item ? [item.thingId, item.name] : [`${client.id} none`, `${words.noItem} · ${client.name}`];
  };
  const lanes = Map.groupBy(tasks, (task) => nameOf(task)[0]);
  return [...lanes].flatMap(([key, own]) => {
    const [first] = own;
    return first ? { key, title: nameOf(first)[1], tasks: own, person: null } : [];
  });
}

function lanesOfPeople(
  tasks: readonly TimelineTask[],
  people: readonly TimelinePerson[],
  { nobody }: Words,
): readonly TimelineLane[] {
  const hands = Map.groupBy(tasks, ({ assignee }) => assignee?.id ?? '');
  const known = new Set(people.map(({ memberId }) => memberId));
  const others = [...hands].flatMap(([key, own]) => {
    if (known.has(key)) return [];
    return { key: key || 'nobody', title: own[0]?.assignee?.name ?? nobody, tasks: own, person: null };
  });
  const mine = people.map((person) => ({
    key: person.memberId,
    title: person.name,
    tasks: hands.get(person.memberId) ?? [],
    person,
  }));
  return [...others, ...mine];
}
