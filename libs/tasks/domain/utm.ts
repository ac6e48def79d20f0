import { isWebAddress } from '@planerka/platform/domain';
import { fillScheme, unknownPlaceholders, utmPlaceholders, type Filled } from './ad-scheme';

/** The tags that counters read; other names are taken as they are. */
export const utmNames = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term'] as const;

export interface UtmTag {
  readonly name: string;
  /** With placeholders: `{campaign}`. */
  readonly scheme: string;
}

/** `utm_source={network}&utm_campaign={campaign}` → its tags. Lenient: the text is read as it is typed. */
export const readUtm = (template: string): readonly UtmTag[] =>
  template
    .trim()
    .replace(/^[?&]+/, '')
    .split('&')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const cut = pair.indexOf('=');
      return cut < 0
        ? { name: pair.trim(), scheme: '' }
        : { name: pair.slice(0, cut).trim(), scheme: pair.slice(cut + 1).trim() };
    });

/** A tag without a value is no tag. */
export const writeUtm = (tags: readonly UtmTag[]): string =>
  tags
    .filter(({ name, scheme }) => name !== '' && scheme !== '')
    .map(({ name, scheme }) => `${name}=${scheme}`)
    .join('&');

/** The same with that tag set; an empty scheme takes it out. Known tags keep their usual order, own ones follow. */
export function withTag(template: string, name: string, scheme: string): string {
  const others = readUtm(template).filter((tag) => tag.name !== name);
  const place = ({ name: one }: UtmTag): number => {
    const at = utmNames.findIndex((known) => known === one);
    return at < 0 ? utmNames.length : at;
  };
  return writeUtm([...others, { name, scheme }].toSorted((one, other) => place(one) - place(other)));
}

export interface UtmProblem {
  readonly code: 'utm_unknown_placeholder' | 'utm_name_malformed' | 'utm_repeats';
  readonly names: readonly string[];
}

export function utmProblems(template: string): readonly UtmProblem[] {
  const tags = readUtm(template);
  const names = tags.map(({ name }) => name);
  const found: readonly UtmProblem[] = [
    {
      code: 'utm_unknown_placeholder',
      names: [...new Set(tags.flatMap(({ scheme }) => unknownPlaceholders(scheme, utmPlaceholders, true)))],
    },
    { code: 'utm_name_malformed', names: tags.filter((tag) => !isTag(tag)).map(({ name }) => name) },
    { code: 'utm_repeats', names: [...new Set(names.filter((name, index) => names.indexOf(name) < index))] },
  ];
  return found.filter((problem) => problem.names.length > 0);
}

const isTag = ({ name, scheme }: UtmTag): boolean => /^[a-z0-9_]{1,40}$/i.test(name) && scheme !== '';

/**
 * The landing page with the tags upon it: its own parameters and its place on the page stay, tags of the same name are replaced. Macros
 * of the advertising system stay unescaped, or it would not know them again. Null where the page is no address yet.
 */
export function utmLink(landing: string, template: string, values: Readonly<Record<string, string>>): Filled | null {
  if (!isWebAddress(landing)) return null;
  const tags = readUtm(template).map(({ name, scheme }) => ({ name, ...fillScheme(scheme, values) }));
  const set = new Set(tags.map(({ name }) => name.toLowerCase()));
  const [address = '', anchor] = landing.split('#', 2);
  const [page = '', query = ''] = address.split(/\?(.*)/s, 2);
  const own = query.split('&').filter((pair) => pair !== '' && !set.has((pair.split('=', 1)[0] ?? '').toLowerCase()));
  const pairs = [...own, ...tags.filter(({ text }) => text !== '').map(({ name, text }) => `${name}=${text}`)];
  return {
    text: `${page}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}${anchor === undefined ? '' : `#${anchor}`}`,
    dropped: [...new Set(tags.flatMap(({ dropped }) => dropped))],
  };
}
