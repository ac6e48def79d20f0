import type { PictureSpec } from '../../pictures';
import type { ArtDraft, ClientPack, ItemDraft, TextDraft } from '../authoring';
import type { ArtContent, ItemContent, PostCopy } from '../types';
import { ctaOf } from './briefs';
import { randomFor } from './random';

export function composeItem(item: ItemDraft, pack: ClientPack): ItemContent {
  const { art, work: _work, isMissed, cta, ...plain } = item;
  const text = pack.texts[item.slug];
  const outcome = isMissed ? 'missed' : item.day < 0 ? 'published' : null;
  return {
    ...plain,
    client: pack.client.slug,
    cta: ctaOf(cta),
    copy: text === undefined ? null : composeCopy(text),
    art: art ? composeArt(item.title, art, pack) : null,
    outcome,
    publishedLink: outcome === 'published' ? publishedLink(item, pack) : null,
  };
}

export function composeCopy(draft: TextDraft): PostCopy {
  if (typeof draft === 'string') return { text: draft, earlier: [] };
  const earlier = draft.was.map((replacements) =>
    replacements.reduce((text, [last, before]) => {
      if (!text.includes(last)) throw new Error(`An earlier version replaces what is not in the text: ${last}`);
      return text.replace(last, before);
    }, draft.text),
  );
  return { text: draft.text, earlier: earlier.map((text) => text.replace(/\n{3,}/gu, '\n\n').trim()) };
}

export function composeArt(
  itemTitle: string,
  { before = [], slides = [], ...last }: ArtDraft,
  pack: ClientPack,
): ArtContent {
  const brand = pack.client.slug as PictureSpec['brand'];
  const spec: PictureSpec = { title: itemTitle, ...last, brand };
  return {
    spec,
    earlier: before.map((difference) => ({ ...spec, ...difference })),
    slides: slides.map((slide) => ({ ...slide, brand })),
  };
}

function publishedLink(item: ItemDraft, { client }: ClientPack): string {
  const channel = client.channels.find(({ slug }) => slug === item.channels[0]);
  return `${channel?.link ?? ''}/${randomFor(item.slug).between(1200, 9800)}`;
}
