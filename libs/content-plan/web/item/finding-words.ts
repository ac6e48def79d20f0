import { networkOf, useFormat, usePlatformText } from '@planerka/platform/web';
import type { PageFinding } from './item-page.documents';
import { useT } from './locales';

type Kind = Lowercase<PageFinding['kind']>;

/** What is wrong, as a sentence. */
export function useFindingWords(): (finding: PageFinding, unit?: 'characters' | 'bytes') => string {
  const t = useT();
  const platform = usePlatformText();
  const format = useFormat();
  return ({ kind, network, params }, unit = 'characters') => {
    const { count, limit, words, name } = readParams(params);
    const values = {
      network: network ? platform(`network.${networkOf(network)}`) : '',
      now: count === null ? '' : format.number(count),
      limit: limit === null ? '' : format.number(limit),
      unit: t(`unit.${unit}`),
      words: words.join(', '),
      name,
    };
    return t(`finding.${sentenceOf(kind.toLowerCase() as Kind, { words, name })}`, values);
  };
}

/** Some are said otherwise where it is known of what. */
function sentenceOf(kind: Kind, { words, name }: { words: readonly string[]; name: string }) {
  if (kind === 'erid_missing' && words.length > 0) return 'erid_missing_of';
  return kind === 'before_after' && name !== '' ? 'before_after_file' : kind;
}

function readParams(params: unknown) {
  const said: Record<string, unknown> = typeof params === 'object' && params !== null ? { ...params } : {};
  const { count, limit, words, name } = said;
  return {
    count: typeof count === 'number' ? count : null,
    limit: typeof limit === 'number' ? limit : null,
    words: Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [],
    name: typeof name === 'string' ? name : '',
  };
}
