import { slug } from './ad-slug';

/** What a scheme of names may speak of, in braces: `{network}_{segment}_{creative}`. */
export const adPlaceholders = [
  'client',
  'campaign',
  'network',
  'goal',
  'segment',
  'creative',
  'geo',
  'sex',
  'age',
  'start',
  'number',
] as const;
export type AdPlaceholder = (typeof adPlaceholders)[number];

/** In an address there is the advertisement's own name besides. */
export const utmPlaceholders = [...adPlaceholders, 'ad'] as const;
export type UtmPlaceholder = (typeof utmPlaceholders)[number];

/**
 * Filled in by the advertising system at each click, so they stay as they are. `{{…}}` is VK's way and taken whatever its name; these
 * are Yandex Direct's and the old VK cabinet's. Help pages of Yandex Direct («Динамические параметры URL») and VK Реклама, checked 2026-11.
 */
const macros: ReadonlySet<string> = new Set([
  'ad_id',
  'addphrases',
  'adtarget_id',
  'adtarget_name',
  'banner_id',
  'campaign_id',
  'campaign_name',
  'campaign_type',
  'client_id',
  'coef_goal_context_id',
  'creative_id',
  'device_type',
  'gbid',
  'interest_id',
  'keyword',
  'match_type',
  'matched_keyword',
  'phrase_id',
  'position',
  'position_type',
  'region_id',
  'region_name',
  'retargeting_id',
  'source',
  'source_type',
  'yclid',
]);

interface Part {
  readonly kind: 'literal' | 'placeholder' | 'macro';
  readonly text: string;
}

const parts = (scheme: string): readonly Part[] =>
  (scheme.match(/\{\{[^{}]*\}\}|\{[^{}]*\}|[^{}]+|[{}]/g) ?? []).map((text): Part => {
    if (text.startsWith('{{')) return { kind: 'macro', text };
    if (!text.startsWith('{') || text.length < 2) return { kind: 'literal', text };
    const name = text.slice(1, -1);
    return macros.has(name) ? { kind: 'macro', text } : { kind: 'placeholder', text: name };
  });

/** Placeholders that mean nothing here; in a name there is no click, so macros mean nothing either. */
export function unknownPlaceholders(scheme: string, known: readonly string[], isAddress = false): readonly string[] {
  const unknown = parts(scheme).flatMap(({ kind, text }) => {
    if (kind === 'placeholder') return known.includes(text) ? [] : [`{${text}}`];
    return kind === 'macro' && !isAddress ? [text] : [];
  });
  return [...new Set(unknown)];
}

export interface Filled {
  readonly text: string;
  readonly dropped: readonly string[];
}

/** The scheme with its values in it, each written in Latin; a part that has none leaves no sign behind. */
export function fillScheme(scheme: string, values: Readonly<Record<string, string>>): Filled {
  const dropped = new Set<string>();
  const written = parts(scheme).map(({ kind, text }) => {
    if (kind === 'macro') return text;
    if (kind === 'literal') return literal(text, dropped);
    const value = slug(values[text] ?? '');
    value.dropped.forEach((sign) => dropped.add(sign));
    return value.text;
  });
  return { text: tidy(written.join('')), dropped: [...dropped] };
}

/** Signs at its ends part it from its neighbours, so they stay. */
function literal(text: string, dropped: Set<string>): string {
  const [, before = '', middle = '', after = ''] = /^([-_.~\s]*)(.*?)([-_.~\s]*)$/su.exec(text) ?? [];
  const written = slug(middle);
  written.dropped.forEach((sign) => dropped.add(sign));
  const parting = (signs: string): string => signs.replace(/\s+/g, '-');
  return `${parting(before)}${written.text}${parting(after)}`;
}

const tidy = (text: string): string => text.replace(/([-_.~])[-_.~]+/g, '$1').replace(/^[-_.~]+|[-_.~]+$/g, '');
