import { isErid, isKktu, readErid } from '@planerka/clients/domain';
import { err, issue, ok, type InputIssue, type Result } from '@planerka/platform/domain';

/**
 * The register of marked advertising (38-FZ «О рекламе», art. 18.1): one row for each creative that people are shown. Rows follow from
 * issued targeting briefs, from what was handed in for them, and from publications of the format «ad»; what people note is kept beside.
 */
export const markingStates = ['not_needed', 'needed', 'received', 'shown'] as const;
export type MarkingState = (typeof markingStates)[number];

/** What the brief or the plan says of an advertisement. */
export interface AdSource {
  readonly marking: Readonly<Record<'advertiser' | 'inn' | 'contract' | 'kktu' | 'erid', string>>;
  readonly creatives: readonly { readonly key: string; readonly name: string }[];
  /** Set up in the cabinet, of the last version handed in. */
  readonly ads: readonly { readonly name: string; readonly creative: string; readonly erid: string }[];
  /** The client's advertising has to be marked. */
  readonly isWanted: boolean;
  /** Its work is done, or it has been published. */
  readonly isLaunched: boolean;
}

/** What a person noted of one creative; empty texts are those of the brief. */
export interface MarkingNote {
  readonly key: string;
  readonly advertiser: string;
  readonly contract: string;
  readonly kktu: string;
  readonly erid: string;
  /** null: follows from the rest. */
  readonly state: MarkingState | null;
}

export interface MarkedCreative {
  /** Names it among the creatives of its task or publication. */
  readonly key: string;
  readonly name: string;
  readonly advertiser: string;
  readonly inn: string;
  readonly contract: string;
  readonly kktu: string;
  readonly erid: string;
  readonly state: MarkingState;
  /** Shown, or about to be, without an erid. */
  readonly isMissing: boolean;
  readonly isLaunched: boolean;
}

/** Where nothing names a creative, the advertisement as a whole is one. */
export const wholeAd = 'ad';

export function markedCreatives(source: AdSource, notes: readonly MarkingNote[]): readonly MarkedCreative[] {
  const noteOf = new Map(notes.map((note) => [note.key, note]));
  return creativesOf(source).map(({ key, name, erid: own }) => {
    const note = noteOf.get(key);
    const { marking, isLaunched } = source;
    const erid = note?.erid || own || marking.erid;
    const state = note?.state ?? stateOf(erid, source);
    return {
      key,
      name,
      advertiser: note?.advertiser || marking.advertiser,
      inn: marking.inn,
      contract: note?.contract || marking.contract,
      kktu: note?.kktu || marking.kktu,
      erid,
      state,
      isMissing: erid === '' && state !== 'not_needed',
      isLaunched,
    };
  });
}

const stateOf = (erid: string, { isWanted, isLaunched }: AdSource): MarkingState => {
  if (erid !== '') return isLaunched ? 'shown' : 'received';
  return isWanted ? 'needed' : 'not_needed';
};

interface NamedCreative {
  readonly key: string;
  readonly name: string;
  readonly erid: string;
}

/** The brief's own; else what the cabinet shows, each creative once; else the whole. */
function creativesOf({ creatives, ads }: AdSource): readonly NamedCreative[] {
  const adOf = (name: string): string =>
    ads.find((ad) => ad.erid !== '' && same(ad.creative || ad.name, name))?.erid ?? '';
  if (creatives.length > 0) return creatives.map(({ key, name }) => ({ key, name, erid: adOf(name) }));
  const names = new Map<string, NamedCreative>();
  for (const { name, creative, erid } of ads) {
    const shown = [name, creative].filter(Boolean).join(' · ');
    const key = `ad:${shown.toLowerCase()}`.slice(0, keyLength);
    const known = names.get(key);
    if (shown !== '') names.set(key, { key, name: shown, erid: known?.erid || erid });
  }
  return names.size > 0 ? [...names.values()] : [{ key: wholeAd, name: '', erid: '' }];
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

export const keyLength = 200;

/** Creatives for which a client's setting holds the launch back, by name; none where it does not. */
export const unmarkedCreatives = (
  source: AdSource & { readonly holdsLaunch: boolean },
  notes: readonly MarkingNote[],
): readonly string[] =>
  source.isWanted && source.holdsLaunch
    ? markedCreatives(source, notes)
        .filter(({ isMissing }) => isMissing)
        .map(({ name }) => name)
    : [];

/** What is missing first, of that what is on already; then by what is next. */
export function byUrgency(
  one: Pick<MarkedCreative, 'isMissing' | 'isLaunched'> & { readonly startsOn: string | null },
  other: Pick<MarkedCreative, 'isMissing' | 'isLaunched'> & { readonly startsOn: string | null },
): number {
  const rank = ({ isMissing, isLaunched }: typeof one) => (isMissing ? (isLaunched ? 0 : 1) : 2);
  const day = ({ startsOn }: typeof one) => startsOn ?? '9999';
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  // What is over lies under what is to come.
  return rank(one) === 2 ? day(other).localeCompare(day(one)) : day(one).localeCompare(day(other));
}

export interface MarkingChange {
  readonly advertiser?: string;
  readonly contract?: string;
  readonly kktu?: string;
  readonly erid?: string;
  readonly state?: MarkingState;
}

/** A note as it would stand after the change; erid is read out of whatever was pasted. */
export function noteChanged(
  creative: MarkedCreative,
  note: MarkingNote | undefined,
  change: MarkingChange,
): Result<MarkingNote, readonly InputIssue[]> {
  const before = note ?? { key: creative.key, advertiser: '', contract: '', kktu: '', erid: '', state: null };
  // A new erid says itself how things stand; taking one back leaves what somebody decided.
  const state = change.state ?? (change.erid ? null : before.state);
  const after = { ...before, ...change, state, erid: readErid(change.erid ?? before.erid) };
  const issues: InputIssue[] = [];
  if (after.erid !== '' && !isErid(after.erid)) issues.push(issue(['erid'], 'erid_malformed'));
  if (after.kktu !== '' && !isKktu(after.kktu)) issues.push(issue(['kktu'], 'kktu_malformed'));
  // An erid taken back leaves what the brief or the cabinet says of it.
  const hasErid = after.erid !== '' || (creative.erid !== '' && creative.erid !== before.erid);
  if ((after.state === 'shown' || after.state === 'received') && !hasErid)
    issues.push(issue(['erid'], 'erid_before_shown'));
  return issues.length > 0 ? err(issues) : ok(after);
}
