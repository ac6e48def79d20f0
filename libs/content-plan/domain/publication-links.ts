import { networkOf, type Network } from '@planerka/clients/domain';
import type { Id } from '@planerka/platform/domain';
import type { NameBook } from './plan-names';
import type { PublicationLink } from './publication';

export interface LinkChannel {
  readonly id: Id;
  readonly network: Network;
}

/** An address as somebody wrote it, with the channel where they said one. */
export interface WrittenLink {
  readonly channelId: Id | null;
  readonly url: string;
}

/**
 * Which channel of a publication each address is of: the one that is said, the one it stands at already, the first free one of its
 * network, else the first that is free. Null where there is none.
 */
export function placeLinks(
  written: readonly WrittenLink[],
  channels: readonly LinkChannel[],
  known: readonly PublicationLink[] = [],
): readonly PublicationLink[] {
  const places = new Map<number, Id | null>();
  const put = (idOf: (link: WrittenLink, free: readonly LinkChannel[]) => Id | null | undefined): void => {
    for (const [index, link] of written.entries()) {
      if (places.has(index)) continue;
      const taken = new Set(places.values());
      const free = channels.filter(({ id }) => !taken.has(id));
      const place = idOf(link, free);
      if (place === null || free.some(({ id }) => id === place)) places.set(index, place ?? null);
    }
  };
  put(({ channelId }) => channelId ?? undefined);
  put(({ url }) => known.find((link) => link.url === url)?.channelId);
  put(({ url }, free) => free.find(({ network }) => network === (networkOf(url) ?? 'other'))?.id);
  put((_, [first]) => first?.id);
  return written.map(({ url }, index) => ({ channelId: places.get(index) ?? null, url }));
}

/** As a cell holds them, one a line; the channel is named where nobody would see it from the address. */
export function linksText(
  links: readonly PublicationLink[],
  channels: readonly LinkChannel[],
  names: Pick<NameBook, 'labelOf'>,
): string {
  const plain = links.map(({ url }) => ({ channelId: null, url }));
  const isPlain = placeLinks(plain, channels).every(({ channelId }, index) => channelId === links[index]?.channelId);
  return links
    .map(({ channelId, url }) => (isPlain || channelId === null ? url : `${names.labelOf(channelId)} ${url}`))
    .join('\n');
}

/** The same back; people part addresses by spaces, too, and write a colon or a dash after the channel. */
export function linksIn(
  text: string,
  names: Pick<NameBook, 'idOf'>,
): { readonly links: readonly WrittenLink[]; readonly unknown: readonly string[] } {
  const links: WrittenLink[] = [];
  const unknown: string[] = [];
  for (const line of text.split('\n')) {
    // Within an address another may stand, as in previews of Telegram: only behind a space one begins.
    const parts = line.trim().split(/\s+(?=https?:\/\/)/i);
    let said: string | null = null;
    parts.forEach((part, index) => {
      if (!/^https?:\/\//i.test(part)) {
        said = part;
        return;
      }
      const channelId = said === null ? null : names.idOf(said.replace(/\s*[:—–-]$/, ''));
      if (said !== null && channelId === null) unknown.push(said);
      links.push({ channelId, url: index < parts.length - 1 ? part.replace(/[,;]$/, '') : part });
      said = null;
    });
    if (said) unknown.push(said);
  }
  return { links, unknown };
}
