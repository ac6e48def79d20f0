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
    publishedLinks: outcome === 'published' ? publishedLinks(item, pack) : {},
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

/** Of what went out yesterday the last channel's is not written down yet. */
function publishedLinks({ slug, day, channels }: ItemDraft, { client }: ClientPack): Readonly<Record<string, string>> {
  const linked = day === -1 && channels.length > 1 ? channels.slice(0, -1) : channels;
  return Object.fromEntries(
    linked.flatMap((channel) => {
      const network = client.channels.find((one) => one.slug === channel)?.network;
      const number = String(randomFor(`${slug} ${channel}`).between(1200, 9800));
      return network ? [[channel, addressIn(network, client.slug, number)]] : [];
    }),
  );
}

/** As addresses of that network are made, and so that none of them leads to anybody. */
function addressIn(
  network: ClientPack['client']['channels'][number]['network'],
  client: string,
  number: string,
): string {
  const name = `planerka_demo_${client.replaceAll('-', '_')}`;
  switch (network) {
    case 'vk':
      return `https://vk.com/wall-999000001_${number}`;
    case 'telegram':
      return `https://t.me/${name}/${number}`;
    case 'ok':
      return `https://ok.ru/group/99900000000001/topic/${number}`;
    case 'youtube':
      return `https://www.youtube.com/watch?v=demo_00${number}`;
    case 'dzen':
      return `https://dzen.ru/a/${name}_${number}`;
    default:
      return `https://${client}.example/${number}`;
  }
}
