import {
  contentHash,
  err,
  issue,
  ok,
  optionalText,
  requiredText,
  Temporal,
  type Id,
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import { z } from 'zod';
import type { ContentChanged, DecisionKind, InvalidDecision } from './approval';

/** A publication as a client agrees to it: when, where, what about. What its texts say is approved apart. */
export interface PlanEntry {
  readonly id: Id;
  /** ISO 8601. */
  readonly publishAt: string;
  readonly channelIds: readonly Id[];
  readonly rubricId: Id | null;
  readonly format: string;
  readonly title: string;
  readonly idea: string;
}

/** What was said of one publication, and which state of it that was. */
export interface PlanVerdict {
  readonly itemId: Id;
  readonly hash: string;
  readonly title: string;
  /** What is to change; null where it is good. */
  readonly comment: string | null;
}

export const entryStandings = ['undecided', 'approved', 'changes_requested', 'changed'] as const;
/** `changed`: something was decided, and it was about what stood there before. */
export type EntryStanding = (typeof entryStandings)[number];

export const planStandings = ['undecided', 'approved', 'changes_requested', 'changed'] as const;
export type PlanStandingState = (typeof planStandings)[number];

export interface PlanStanding {
  readonly state: PlanStandingState;
  readonly entries: ReadonlyMap<Id, EntryStanding>;
  /** Decided upon, and in the plan no more. */
  readonly gone: readonly PlanVerdict[];
}

export const entryHash = ({ id, publishAt, channelIds, rubricId, format, title, idea }: PlanEntry): string =>
  // An instant is written in many ways, channels come in any order: neither is a change.
  contentHash({
    id,
    publishAt: Temporal.Instant.from(publishAt).toString(),
    channelIds: channelIds.toSorted(),
    rubricId,
    format,
    title,
    idea,
  });

/** The month as one hash, in whatever order its publications come. */
export const planHash = (entries: readonly PlanEntry[]): string =>
  contentHash(Object.fromEntries(entries.map((entry) => [entry.id, entryHash(entry)])));

/** What the last word still says of the plan as it stands now. An edit takes back the yes to what was edited, and to no more. */
export function planStanding(verdicts: readonly PlanVerdict[] | null, entries: readonly PlanEntry[]): PlanStanding {
  const byItem = new Map((verdicts ?? []).map((verdict) => [verdict.itemId, verdict]));
  const standings = new Map(entries.map((entry) => [entry.id, entryStanding(byItem.get(entry.id), entry)]));
  const present = new Set(entries.map(({ id }) => id));
  const gone = (verdicts ?? []).filter(({ itemId }) => !present.has(itemId));
  return { state: stateOf(verdicts, [...standings.values()], gone), entries: standings, gone };
}

function entryStanding(verdict: PlanVerdict | undefined, entry: PlanEntry): EntryStanding {
  if (!verdict) return 'undecided';
  if (verdict.hash !== entryHash(entry)) return 'changed';
  return verdict.comment === null ? 'approved' : 'changes_requested';
}

function stateOf(
  verdicts: readonly PlanVerdict[] | null,
  standings: readonly EntryStanding[],
  gone: readonly PlanVerdict[],
): PlanStandingState {
  if (verdicts === null) return 'undecided';
  // Whoever wanted a publication changed may well be answered by its leaving.
  const isTouched = standings.some((each) => each === 'changed' || each === 'undecided');
  if (isTouched || gone.some(({ comment }) => comment === null)) return 'changed';
  return standings.includes('changes_requested') ? 'changes_requested' : 'approved';
}

/** More publications than a month has. */
const changeLimit = 500;

export const planDecisionInput = z.object({
  contentHash: z.string(),
  comment: optionalText('note').default(''),
  changes: z
    .array(z.object({ itemId: z.string(), comment: requiredText('note') }))
    .max(changeLimit)
    .default([]),
});
export type PlanDecisionInput = z.output<typeof planDecisionInput>;

export interface PlanDecided {
  readonly kind: DecisionKind;
  readonly contentHash: string;
  readonly verdicts: readonly PlanVerdict[];
}

/** Takes a client's word on a whole month: all of it is good but what they name, and of that they say why. */
export function decidePlan(
  entries: readonly PlanEntry[],
  { contentHash: seen, changes }: PlanDecisionInput,
): Result<PlanDecided, ContentChanged | InvalidDecision> {
  const current = planHash(entries);
  if (seen !== current) return err({ kind: 'ContentChanged', contentHash: current });
  const ids = new Set(entries.map(({ id }) => id));
  const wanted = new Map(changes.map(({ itemId, comment }) => [itemId, comment]));
  const issues: InputIssue[] = changes.flatMap(({ itemId }, index) =>
    ids.has(itemId) ? [] : [issue(['changes', index, 'itemId'], 'not_found')],
  );
  if (entries.length === 0) issues.push(issue(['contentHash'], 'required'));
  if (issues.length > 0) return err({ kind: 'InvalidInput', issues });
  const verdicts = entries.map((entry) => ({
    itemId: entry.id,
    hash: entryHash(entry),
    title: entry.title,
    comment: wanted.get(entry.id) ?? null,
  }));
  return ok({ kind: wanted.size === 0 ? 'approve' : 'request_changes', contentHash: current, verdicts });
}
