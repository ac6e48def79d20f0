import type { Network } from '@planerka/clients/domain';
import type { PlainDate } from '@planerka/platform/domain';

/** What a rule looks at; each kind has one check, and one sentence in the web's catalogue. */
export const ruleKinds = [
  'text_length',
  'title_length',
  'hashtags',
  'media_count',
  'media_missing',
  'video_missing',
  'image_weight',
  'video_weight',
  'image_side',
  'image_sides',
  'image_ratio',
  'stop_words',
  'capitals',
  'emoji',
  'utm',
  'ads_banned',
  'erid_missing',
  'erid_in_text',
  'before_after',
  'contraindications',
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** `blocks`: it will not be taken, or must not be shown. `warns`: it will look wrong. `advice`: it can be better. */
export const severities = ['blocks', 'warns', 'advice'] as const;
export type Severity = (typeof severities)[number];

/** What the limit counts. `bytes` are those of UTF-8: a Cyrillic letter is two. */
export const ruleUnits = ['characters', 'bytes', 'pieces', 'megabytes', 'pixels', 'times'] as const;
export type RuleUnit = (typeof ruleUnits)[number];

/** Where the figure is from. Our own customs have no page to point at, and say so. */
export interface RuleSource {
  /** network: its own page. law: the act, by a page that explains it. other: somebody else's page. custom: ours. */
  readonly kind: 'network' | 'law' | 'other' | 'custom';
  readonly title: string;
  /** '' for a custom. */
  readonly url: string;
  /** The day on which somebody of us read it there: "2026-11-26". */
  readonly checkedOn: string;
}

/** How a rule was from one day to another: networks and laws change, and a publication is judged by its own day. */
export interface RuleEdition {
  /** The first day; null where it has been so longer than anybody plans back. */
  readonly since: string | null;
  /** The last day; null while it holds. */
  readonly until: string | null;
  /** null where there is nothing to count. */
  readonly limit: number | null;
  readonly source: RuleSource;
}

export interface PreflightRule {
  readonly key: string;
  readonly kind: RuleKind;
  /** null: every network. */
  readonly networks: readonly Network[] | null;
  readonly severity: Severity;
  readonly unit: RuleUnit | null;
  /** Only for what goes out with pictures or video, or without; with pictures alone, or otherwise. */
  readonly media?: 'with' | 'without' | 'pictures' | 'otherwise';
  /** The earliest first; on no day are there two. */
  readonly editions: readonly RuleEdition[];
}

/** What an agency, or an agency for one client, has decided of a rule. */
export interface RuleOverride {
  readonly rule: string;
  /** null: for the whole agency. */
  readonly clientId: string | null;
  readonly isOff: boolean;
  /** Instead of the rule's own; null leaves that. */
  readonly limit: number | null;
}

/** A rule as it holds on a day for a client. */
export interface ActiveRule extends Omit<PreflightRule, 'editions'> {
  readonly limit: number | null;
  readonly source: RuleSource;
}

/** Days are written as in ISO 8601, so that they compare as texts. */
export function editionOn(rule: PreflightRule, day: PlainDate): RuleEdition | null {
  const on = day.toString();
  const holds = ({ since, until }: RuleEdition) => (since === null || since <= on) && (until === null || on <= until);
  return rule.editions.find(holds) ?? null;
}

/** The client's word counts before the agency's, and either before the rule's own figure. */
export function overrideOf(
  overrides: readonly RuleOverride[],
  rule: string,
  clientId: string | null,
): RuleOverride | null {
  const of = (whose: string | null) => overrides.find((one) => one.rule === rule && one.clientId === whose) ?? null;
  return (clientId === null ? null : of(clientId)) ?? of(null);
}

/** The rules that hold on the day of a publication, with the figures that the agency wants. */
export function rulesOn(
  rules: readonly PreflightRule[],
  day: PlainDate,
  overrides: readonly RuleOverride[] = [],
  clientId: string | null = null,
): readonly ActiveRule[] {
  return rules.flatMap(({ editions, ...rule }) => {
    const edition = editionOn({ ...rule, editions }, day);
    const override = overrideOf(overrides, rule.key, clientId);
    if (edition === null || override?.isOff) return [];
    return [{ ...rule, limit: override?.limit ?? edition.limit, source: edition.source }];
  });
}

export const concerns = ({ networks }: Pick<PreflightRule, 'networks'>, network: Network): boolean =>
  networks === null || networks.includes(network);
