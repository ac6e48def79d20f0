import type { PictureSpec } from '../../pictures';
import type { DayOffset, Slug, TimeOfDay } from './moments';

export type ItemFormat =
  'post' | 'carousel' | 'story' | 'reel' | 'video' | 'live' | 'contest' | 'article' | 'ad' | 'influencer';

export type ItemOutcome = 'published' | 'missed';

/** The creative of an item: the last version, how earlier ones differed from it, and further slides. */
export interface ArtContent {
  readonly spec: PictureSpec;
  readonly earlier: readonly PictureSpec[];
  readonly slides: readonly PictureSpec[];
}

export interface PostCopy {
  readonly text: string;
  /** Earlier versions, oldest first. */
  readonly earlier: readonly string[];
}

export interface CallToAction {
  readonly text: string;
  readonly link?: string;
}

export interface ItemContent {
  readonly slug: Slug;
  readonly client: Slug;
  readonly campaign: Slug;
  readonly day: DayOffset;
  readonly time: TimeOfDay;
  readonly title: string;
  readonly rubric: Slug;
  readonly format: ItemFormat;
  readonly channels: readonly Slug[];
  readonly idea: string;
  readonly points: readonly string[];
  readonly cta: CallToAction;
  readonly copy: PostCopy | null;
  readonly art: ArtContent | null;
  readonly outcome: ItemOutcome | null;
  /** Where it went out, by channel; not of all at once. */
  readonly publishedLinks: Readonly<Record<Slug, string>>;
}
