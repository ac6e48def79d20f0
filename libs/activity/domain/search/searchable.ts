import { plainTextOf, richTextSchema } from '@planerka/platform/domain';

/** Keys of what a document holds and nobody reads as text: ids, sums, days, choices, addresses of files, colours. */
const unsaid = new Set([
  ...['discipline', 'kind', 'key', 'preset', 'hex', 'verdict', 'sex', 'network', 'address', 'matrix', 'thresholds'],
  ...['work', 'textType', 'launchGoal', 'funnelStage', 'bidStrategy', 'platforms', 'fileFormats', 'isWanted'],
  ...[
    'totalLimit',
    'dailyLimit',
    'bidCap',
    'startsOn',
    'endsOn',
    'fileId',
    'fileIds',
    'sourceFileIds',
    'identityFileIds',
  ],
]);

/**
 * What a brief, a brand profile or a deliverable says, as one text: every string that a person wrote, in its order. No sum, no id, no
 * key of a choice is a part of it. Of a form that is not known (of an older version) what can be read is read.
 */
export function writtenText(data: unknown): string {
  const parts: string[] = [];
  collect(data, parts);
  return parts.join('\n');
}

function collect(value: unknown, parts: string[]): void {
  if (typeof value === 'string') {
    const text = value.trim();
    if (text !== '') parts.push(text);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, parts);
    return;
  }
  if ('type' in value && value.type === 'doc') {
    const rich = richTextSchema.safeParse(value);
    if (rich.success) collect(plainTextOf(rich.data), parts);
    return;
  }
  for (const [key, one] of Object.entries(value)) if (!unsaid.has(key)) collect(one, parts);
}

/** Texts as they are kept for searching: no more of one than anybody would page through. */
export const longestSearched = 60_000;
