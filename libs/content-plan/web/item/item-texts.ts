import type { Network } from '@planerka/clients/domain';
import { emptyRichText, publishableTextOf, type RichText } from '@planerka/platform/domain';
import { readRichText } from '@planerka/platform/web';
import type { PageItem } from './item-page.documents';

export interface ShownText {
  readonly richText: RichText;
  /** As it is pasted into a network. */
  readonly plain: string;
}

export interface ItemTexts {
  readonly main: ShownText;
  /** Networks that want other words. */
  readonly own: ReadonlyMap<string, ShownText>;
}

const shown = (value: unknown): ShownText => {
  const richText = readRichText(value) ?? emptyRichText;
  return { richText, plain: publishableTextOf(richText) };
};

export function textsOfItem({ text }: Pick<PageItem, 'text'>): ItemTexts | null {
  if (!text) return null;
  const variants = Array.isArray(text.variants) ? (text.variants as readonly unknown[]) : [];
  return {
    main: shown(text.text),
    own: new Map(
      variants.flatMap((variant) =>
        typeof variant === 'object' && variant !== null && 'network' in variant && 'text' in variant
          ? [[String(variant.network), shown(variant.text)]]
          : [],
      ),
    ),
  };
}

/** Each network once, as the client's channels stand. */
export const networksOfItem = ({ channels }: Pick<PageItem, 'channels'>): readonly Network[] => [
  ...new Set(channels.map(({ network }) => network.toLowerCase() as Lowercase<typeof network>)),
];
