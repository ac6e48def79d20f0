import type { Discipline } from '@planerka/agency/domain';
import type { AdSchemes } from './ad-rows';
import type { Instant, Money, PlainDate } from '@planerka/platform/domain';

/** The surroundings of a brief: the task's own fields, and what stands beside it. */
export interface BriefFacts {
  readonly title: string;
  readonly dueAt: Instant | null;
  /** Its day, as the agency's time zone has it. */
  readonly dueOn: PlainDate | null;
  readonly estimatedMinutes: number | null;
  readonly fee: Money | null;
  readonly assignee: { readonly disciplines: readonly Discipline[] } | null;
  /** The budget line the fee is taken from. `available` counts what this task has committed already as free. */
  readonly budgetLine: { readonly available: Money; readonly isHard: boolean } | null;
  readonly item: { readonly publishAt: Instant } | null;
  readonly campaign: { readonly startsOn: PlainDate; readonly endsOn: PlainDate } | null;
  readonly brand: BrandFacts;
  /** Advertising has to be marked by Russian law. */
  readonly isAdMarkingWanted: boolean;
  readonly at: Instant;
}

export interface BrandFacts {
  readonly toneOfVoice: string;
  readonly audience: string;
  readonly colours: readonly unknown[];
  readonly fonts: readonly unknown[];
  readonly tracking: AdSchemes;
}
