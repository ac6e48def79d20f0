import { disciplines, type DeliverableType, type Discipline } from '@planerka/agency/domain';
import { itemFormats, type ItemFormat } from '@planerka/content-plan/domain';
import { chainOrder, usualWork } from './chain';
import { byDiscipline, type ByDiscipline } from './share-out';
import { sundayOf, type Day } from './workload';

/** What a client who is not here yet would want of us each month. */
export interface ClientOffer {
  readonly publications: Readonly<Partial<Record<ItemFormat, number>>>;
  /** Further work that is no publication, in hours: an ad account that is looked after, answers to comments. */
  readonly hours: ByDiscipline<number>;
}

/** How many pieces of a kind of work a month takes. */
export interface WorkKind {
  readonly discipline: Discipline;
  readonly type: DeliverableType;
  readonly count: number;
}

export function workOf({ publications }: Pick<ClientOffer, 'publications'>): readonly WorkKind[] {
  const counts = new Map<DeliverableType, WorkKind>();
  for (const format of itemFormats)
    for (const discipline of chainOrder) {
      const type = usualWork[format][discipline];
      const count = publications[format] ?? 0;
      if (type && count > 0) counts.set(type, { discipline, type, count: count + (counts.get(type)?.count ?? 0) });
    }
  return [...counts.values()];
}

/** What finished work of a kind has taken, by what people wrote down or, where they did not, by its estimates. */
export interface Experience {
  readonly type: string;
  readonly basis: 'spent' | 'estimate';
  /** Tasks that it is taken from. */
  readonly count: number;
  readonly medianMinutes: number;
}

export interface Norm {
  readonly minutes: number;
  /** `usual`: nothing is known here yet, so it is what such work takes elsewhere. */
  readonly basis: 'spent' | 'estimate' | 'usual';
  readonly count: number;
}

/** One or two tasks are chance. */
const enough = 3;

/** Minutes that a piece usually takes, for an agency that has done none yet. */
const usualMinutes: Readonly<Record<DeliverableType, number>> = {
  post: 120,
  story_script: 60,
  video_script: 150,
  ad_text: 60,
  article: 360,
  contest_rules: 150,
  image: 90,
  carousel: 240,
  story: 90,
  cover: 60,
  banner: 90,
  video_edit: 300,
  community_design: 480,
  ad_setup: 240,
  ad_management: 600,
  ad_audit: 360,
  audience_research: 360,
};

/** What a piece takes: as long as such work took here, else what was estimated for it, else what it takes elsewhere. */
export function normFor(type: DeliverableType, experience: readonly Experience[]): Norm {
  const known = experience.filter((each) => each.type === type && each.count >= enough);
  const found = known.find(({ basis }) => basis === 'spent') ?? known[0];
  if (!found) return { minutes: usualMinutes[type], basis: 'usual', count: 0 };
  return { minutes: found.medianMinutes, basis: found.basis, count: found.count };
}

/** Minutes a month by discipline, hours that are no publication included. */
export function minutesOf(offer: ClientOffer, normOf: (kind: WorkKind) => number): ByDiscipline<number> {
  const work = workOf(offer);
  return byDiscipline(
    (discipline) =>
      Math.round(offer.hours[discipline] * 60) +
      work.filter((kind) => kind.discipline === discipline).reduce((sum, kind) => sum + kind.count * normOf(kind), 0),
  );
}

/**
 * A month's work in equal parts on its working days, from the first day on; what falls into each week. A month that is half over
 * wants half of its work.
 * @param days working days of the agency, those before the beginning included
 */
export function demandByWeek(
  monthly: ByDiscipline<number>,
  days: readonly Day[],
  weeks: readonly Day[],
  beginsOn: Day,
): readonly ByDiscipline<number>[] {
  const months = Map.groupBy(days, (day) => day.slice(0, 7));
  const sums = weeks.map((): Record<Discipline, number> => ({ copy: 0, design: 0, targeting: 0 }));
  const last = sundayOf(weeks.at(-1));
  for (const ofMonth of months.values())
    ofMonth.forEach((day, index) => {
      const sum = sums[weeks.findLastIndex((monday) => monday <= day)];
      if (!sum || day < beginsOn || day > last) return;
      for (const discipline of disciplines) sum[discipline] += partOf(monthly[discipline], ofMonth.length, index);
    });
  return sums;
}

const partOf = (whole: number, parts: number, index: number): number =>
  Math.floor(whole / parts) + (index < whole % parts ? 1 : 0);
