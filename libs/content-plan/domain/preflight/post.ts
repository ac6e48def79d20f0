import type { Network } from '@planerka/clients/domain';
import type { PlainDate } from '@planerka/platform/domain';
import type { ItemFormat } from '../item';
import type { RuleKind, Severity } from './rule';

/** A picture or video of a publication, as far as its file says. */
export interface PostMedia {
  readonly id: string;
  readonly name: string;
  readonly kind: 'image' | 'video' | 'document' | 'archive' | null;
  readonly bytes: number;
  /** px; null for what has none. */
  readonly width: number | null;
  readonly height: number | null;
}

/** A publication as it would go out on a day. */
export interface Post {
  readonly day: PlainDate;
  readonly title: string;
  readonly format: ItemFormat;
  readonly networks: readonly Network[];
  /** null while nobody has written any. */
  readonly text: string | null;
  /** Networks that have words of their own. */
  readonly variants: readonly { readonly network: string; readonly text: string }[];
  readonly media: readonly PostMedia[];
  readonly brand: {
    readonly stopWords: readonly string[];
    /** What the client does, in its own words: whether it is medicine. */
    readonly about: string;
  };
  /** null where it is no advertising, or its marking is not the viewer's concern. */
  readonly ad: PostAd | null;
}

export interface PostAd {
  /** Names of creatives that have to have an erid and have none; '' is the publication as a whole. */
  readonly unmarked: readonly string[];
  readonly erids: readonly string[];
}

export interface PostFinding {
  readonly rule: string;
  readonly kind: RuleKind;
  readonly severity: Severity;
  /** null where it is said of the publication wherever it goes. */
  readonly network: Network | null;
  /** Where it is mended: `title`, `text`, `text.vk` (a network's own words), `media.<file id>`, `media`, `channels`, `marking`. */
  readonly field: string;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

export interface OwnText {
  readonly text: string;
  readonly field: string;
}

/** The words that go out in a network: its own, or else the main ones. */
export function textFor(post: Pick<Post, 'text' | 'variants'>, network: Network): OwnText | null {
  const own = post.variants.find((variant) => variant.network === network);
  if (own) return { text: own.text, field: `text.${network}` };
  return post.text === null ? null : { text: post.text, field: 'text' };
}

/** Every text once, as it is written. */
export const textsOf = ({ text, variants }: Pick<Post, 'text' | 'variants'>): readonly OwnText[] => [
  ...(text === null ? [] : [{ text, field: 'text' }]),
  ...variants.map((variant) => ({ text: variant.text, field: `text.${variant.network}` })),
];
