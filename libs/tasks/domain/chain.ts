import type { DeliverableType, Discipline } from '@planerka/agency/domain';
import { usualDays, type Answering, type ItemFormat } from '@planerka/content-plan/domain';
import {
  addBusinessDays,
  businessDaysBetween,
  compareDates,
  type BusinessCalendar,
  type Id,
  type PlainDate,
} from '@planerka/platform/domain';

/** Text, then picture, then advertising: each needs what was done before it. */
export const chainOrder = ['copy', 'design', 'targeting'] as const satisfies readonly Discipline[];

/** What a publication of each format is usually made of, by the rate card's kinds of work. */
export const usualWork: Readonly<Record<ItemFormat, Readonly<Partial<Record<Discipline, DeliverableType>>>>> = {
  post: { copy: 'post', design: 'image' },
  carousel: { copy: 'post', design: 'carousel' },
  story: { copy: 'story_script', design: 'story' },
  reel: { copy: 'video_script', design: 'video_edit' },
  video: { copy: 'video_script', design: 'video_edit' },
  live: { copy: 'post', design: 'cover' },
  contest: { copy: 'contest_rules', design: 'image' },
  influencer: { copy: 'ad_text' },
  article: { copy: 'article', design: 'cover' },
  ad: { copy: 'ad_text', design: 'banner', targeting: 'ad_setup' },
};

/** Working days that one piece of work usually takes, hand-in and the manager's look included. */
export const stepDays: Readonly<Record<Discipline, number>> = { copy: 2, design: 3, targeting: 2 };

/** Working days between the last word and the publication, for whoever puts it up. */
const spareDays = 1;

/** The work whose result this work begins with: the nearest before it among those there are. */
export function precedes(discipline: Discipline, present: Iterable<Discipline>): Discipline | null {
  const there = new Set(present);
  const before = chainOrder.slice(0, chainOrder.indexOf(discipline));
  return before.findLast((earlier) => there.has(earlier)) ?? null;
}

export interface BackPlanFacts {
  readonly publishOn: PlainDate;
  readonly wantsClientApproval: boolean;
  readonly today: PlainDate;
  readonly calendar: BusinessCalendar;
  /** How this client answers; where it is not known, as clients usually do. */
  readonly answering?: Answering;
}

export interface PlannedStep {
  readonly discipline: Discipline;
  readonly dueOn: PlainDate;
  /** Fewer working days for it than it usually takes. */
  readonly isTight: boolean;
}

/**
 * Due days counted back from the publication by working days: the client's word and a day to put it up, then each
 * piece of work before the one that needs it. Never before today, and never before what it waits for.
 */
export function backPlan(disciplines: readonly Discipline[], facts: BackPlanFacts): readonly PlannedStep[] {
  const { publishOn, wantsClientApproval, today, calendar } = facts;
  const { answering = { days: usualDays.approval, calendar } } = facts;
  const readyBy = addBusinessDays(calendar, publishOn, -spareDays);
  const lastDue = wantsClientApproval ? addBusinessDays(answering.calendar, readyBy, -answering.days) : readyBy;
  const steps = chainOrder.filter((discipline) => disciplines.includes(discipline));
  const wanted = steps.reduceRight<PlainDate[]>((later, _, index) => {
    const after = steps[index + 1];
    const [next] = later;
    const due = after && next ? addBusinessDays(calendar, next, -stepDays[after]) : lastDue;
    return [due, ...later];
  }, []);
  // On a day off nobody hands in: the first day that work can be due is the next working one.
  let begins = addBusinessDays(calendar, today, 0);
  return steps.map((discipline, index) => {
    const dueOn = latest(wanted[index] ?? begins, begins);
    const isTight = businessDaysBetween(calendar, begins, dueOn) < stepDays[discipline];
    begins = dueOn;
    return { discipline, dueOn, isTight };
  });
}

export interface Candidate {
  readonly id: Id;
  readonly disciplines: readonly Discipline[];
  readonly isOfSquad: boolean;
  /** Works of this discipline done for this client before. */
  readonly doneForClient: number;
  /** Tasks at work now, for whomever. */
  readonly openTasks: number;
  /** On the day that it is due. */
  readonly isAway?: boolean;
}

/**
 * Who can do it, the likeliest first: the client's own squad, who knows the client, who has the least to do. Whoever is away on
 * the day comes last.
 */
export const candidatesFor = <C extends Candidate>(people: readonly C[], discipline: Discipline): readonly C[] =>
  people
    .filter(({ disciplines }) => disciplines.includes(discipline))
    .toSorted(
      (one, other) =>
        Number(one.isAway ?? false) - Number(other.isAway ?? false) ||
        Number(other.isOfSquad) - Number(one.isOfSquad) ||
        Number(other.doneForClient > 0) - Number(one.doneForClient > 0) ||
        one.openTasks - other.openTasks ||
        other.doneForClient - one.doneForClient ||
        (one.id < other.id ? -1 : 1),
    );

function latest(one: PlainDate, other: PlainDate): PlainDate {
  return compareDates(one, other) < 0 ? other : one;
}
