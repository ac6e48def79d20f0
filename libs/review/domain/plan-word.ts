import type { Id } from '@planerka/platform/domain';
import {
  planStanding,
  type EntryStanding,
  type PlanEntry,
  type PlanStanding,
  type PlanStandingState,
  type PlanVerdict,
} from './plan-approval';

/** What one person has said of a month. */
export interface PlanVoice {
  /** Whoever was given a new link is the same person. */
  readonly name: string;
  /** Theirs was the last word when they said it. */
  readonly isFinal: boolean;
  /** Others decided when they said it: it never decides by itself, whoever of those others leaves. */
  readonly isOpinion: boolean;
  readonly verdicts: readonly PlanVerdict[];
}

/** Somebody whose word on the month is asked for, by a link that was not revoked. */
export interface PlanAsked {
  readonly name: string;
  readonly isFinal: boolean;
  /** Without their yes the month is not approved, unless somebody else has the last word. */
  readonly mustAgree: boolean;
}

/** What those who were asked have said of a month, as it counts for the plan as it stands now. */
export interface PlanWord<Voice extends PlanVoice> extends PlanStanding {
  /** The one that decides; null where nobody's does yet. */
  readonly counting: Voice | null;
  /** Where all who are named must agree: who does. */
  readonly agreed: readonly string[];
  /** And who is waited for; nobody while somebody wants changes. */
  readonly waiting: readonly string[];
}

const isWanted = (state: PlanStandingState): boolean => state === 'undecided' || state === 'changed';

/**
 * Whose word counts: of whoever has the last word, where somebody has it and has spoken; else that of all who must agree together,
 * of whom one who wants changes is enough for changes; else of whoever spoke last and was to decide by it.
 *
 * Whoever is asked no more is not waited for; what they wanted changed still stands.
 * @param voices the last of each person, the newest first
 */
export function planWord<Voice extends PlanVoice>(
  voices: readonly Voice[],
  entries: readonly PlanEntry[],
  asked: readonly PlanAsked[],
): PlanWord<Voice> {
  const named = namedBy(asked);
  const deciding = voices.filter(({ isOpinion }) => !isOpinion);
  if (named.length > 0) return wordOfAll(deciding, entries, [...named, ...objectors(deciding, entries, asked)]);
  const isDecided = asked.some(({ isFinal }) => isFinal);
  const counting = deciding.find(({ isFinal }) => isFinal || !isDecided) ?? null;
  return { ...planStanding(counting?.verdicts ?? null, entries), counting, agreed: [], waiting: [] };
}

/** Whether the word of one who was asked is wanted now. Where another's decides, each is heard until then, once for what stands there. */
export function isWordWanted(
  { entries, voices, asked }: PlanQuestion,
  link: { readonly name: string; readonly asksApproval: boolean; readonly isFinal: boolean },
): boolean {
  if (!link.asksApproval || entries.length === 0) return false;
  if (!isWanted(planWord(voices, entries, asked).state)) return false;
  const isFirstEnough = namedBy(asked).length === 0 && !asked.some(({ isFinal }) => isFinal);
  if (isFirstEnough || link.isFinal) return true;
  // What was an opinion is asked for again once it decides.
  const own = voices.find((voice) => voice.name === link.name && (!voice.isOpinion || isOpinion(asked, link)));
  return isWanted(planStanding(own?.verdicts ?? null, entries).state);
}

/** Whether what they say now only is heard: another has the last word, or others must agree. */
export function isOpinion(
  asked: readonly PlanAsked[],
  { name, isFinal }: Pick<PlanAsked, 'name' | 'isFinal'>,
): boolean {
  if (isFinal) return false;
  const named = namedBy(asked);
  return asked.some((one) => one.isFinal) || (named.length > 0 && !named.includes(name));
}

/** What a month has come to without anybody's word, because somebody is asked no more or is asked otherwise; null: nothing new. */
export const settledBy = (
  before: PlanStandingState,
  after: PlanStandingState,
): Exclude<PlanStandingState, 'undecided' | 'changed'> | null =>
  after === before || after === 'undecided' || after === 'changed' ? null : after;

/** The month without the word of this one: what stands once their link is closed. */
export const standingWithout = ({ entries, voices, asked }: PlanQuestion, name: string): PlanStandingState =>
  planWord(
    voices,
    entries,
    asked.filter((one) => one.name !== name),
  ).state;

export interface PlanQuestion {
  readonly entries: readonly PlanEntry[];
  /** The last of each person, the newest first. */
  readonly voices: readonly PlanVoice[];
  readonly asked: readonly PlanAsked[];
}

/** Who must agree; nobody where one has the last word. */
const namedBy = (asked: readonly PlanAsked[]): readonly string[] =>
  asked.some(({ isFinal }) => isFinal) ? [] : asked.filter(({ mustAgree }) => mustAgree).map(({ name }) => name);

/** Who want something changed that was not, and are asked no more. */
const objectors = (
  voices: readonly PlanVoice[],
  entries: readonly PlanEntry[],
  asked: readonly PlanAsked[],
): readonly string[] =>
  voices
    .filter(({ name }) => !asked.some((one) => one.name === name))
    .filter(({ verdicts }) => planStanding(verdicts, entries).state === 'changes_requested')
    .map(({ name }) => name);

function wordOfAll<Voice extends PlanVoice>(
  voices: readonly Voice[],
  entries: readonly PlanEntry[],
  names: readonly string[],
): PlanWord<Voice> {
  const said = names.map((name) => {
    const voice = voices.find((one) => one.name === name);
    return { name, voice, ...planStanding(voice?.verdicts ?? null, entries) };
  });
  const state = together(said.map((one) => one.state));
  const ofState = (wanted: PlanStandingState) => said.filter((one) => one.state === wanted);
  const spoken = new Set((state === 'undecided' ? [] : ofState(state)).map(({ name }) => name));
  return {
    state,
    entries: new Map(
      entries.map(({ id }): [Id, EntryStanding] => [
        id,
        together(said.map((one) => one.entries.get(id) ?? 'undecided')),
      ]),
    ),
    gone: [...new Map(said.flatMap(({ gone }) => gone.map((verdict) => [verdict.itemId, verdict]))).values()],
    counting: voices.find(({ name }) => spoken.has(name)) ?? null,
    agreed: ofState('approved').map(({ name }) => name),
    waiting: isWanted(state) ? said.filter((one) => isWanted(one.state)).map(({ name }) => name) : [],
  };
}

/** One who wants changes is enough for them, and a yes wants everybody's. */
function together(states: readonly EntryStanding[]): EntryStanding {
  if (states.includes('changes_requested')) return 'changes_requested';
  if (states.every((state) => state === 'approved')) return 'approved';
  return states.includes('changed') ? 'changed' : 'undecided';
}
