import type { Network } from '@planerka/platform/web';

export interface NetworkLook {
  /** Where the picture stands: above the words, under them, or all over the screen with the words on it. */
  readonly media: 'above' | 'under' | 'behind';
  /** How several pictures are laid out. */
  readonly many: 'grid' | 'slides';
  /** What of a picture is seen, width to height; null: as it is, within reason. */
  readonly crop: `${number} / ${number}` | null;
  /** Lines of the words before they are folded; null: never. */
  readonly fold: number | null;
  /** Its publications have a title. */
  readonly hasTitle: boolean;
  /** A message in a bubble on a ground of its own. */
  readonly isMessage: boolean;
  /** A link in the words becomes a card where there is no picture. */
  readonly hasLinkCard: boolean;
}

const post: NetworkLook = {
  media: 'under',
  many: 'grid',
  crop: null,
  fold: 8,
  hasTitle: false,
  isMessage: false,
  hasLinkCard: true,
};

const message: NetworkLook = { ...post, media: 'above', fold: null, isMessage: true };
const upright: NetworkLook = { ...post, media: 'behind', many: 'slides', crop: '9 / 16', fold: 2, hasLinkCard: false };

/**
 * How a publication is seen on a phone. Folds and crops are as they look there in November 2026, not rules: a network moves them with
 * every version of its app, and the reader's own size of type moves them, too.
 */
const looks: Partial<Record<Network, NetworkLook>> = {
  vk: post,
  telegram: message,
  max: message,
  ok: { ...post, fold: 5 },
  youtube: { ...post, media: 'above', many: 'slides', crop: '16 / 9', fold: 2, hasTitle: true, hasLinkCard: false },
  tiktok: upright,
  dzen: { ...post, media: 'above', many: 'slides', crop: '16 / 9', fold: 3, hasTitle: true, hasLinkCard: false },
  instagram: { ...post, media: 'above', many: 'slides', crop: '4 / 5', fold: 2, hasLinkCard: false },
};

/** Formats that fill the screen wherever they go. */
const uprightFormats = new Set(['story', 'reel']);

export const lookOf = (network: Network, format: string): NetworkLook =>
  uprightFormats.has(format.toLowerCase()) ? upright : (looks[network] ?? post);
