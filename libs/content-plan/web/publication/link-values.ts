import { isNetwork, networkOf, type Network } from '@planerka/clients/domain';
import { placeLinks } from '@planerka/content-plan/domain';
import type { LinkedItem } from './links.documents';

export interface LinkValue {
  /** Null where the publication has no channels. */
  readonly channelId: string | null;
  readonly url: string;
}

export interface LinkValues {
  links: LinkValue[];
}

type Linked = Pick<LinkedItem, 'channels' | 'links'>;

/** A field for each channel, and one for what is at none. */
export function linkValuesOf({ channels, links }: Linked): LinkValue[] {
  const urlAt = (channelId: string | null) => links.find((link) => link.channelId === channelId)?.url ?? '';
  const loose = urlAt(null);
  return [
    ...channels.map(({ id }) => ({ channelId: id, url: urlAt(id) })),
    ...(channels.length === 0 || loose ? [{ channelId: null, url: loose }] : []),
  ];
}

export const networkIn = ({ channels }: Pick<LinkedItem, 'channels'>, channelId: string | null): Network | null => {
  const network = channels.find(({ id }) => id === channelId)?.network.toLowerCase();
  return isNetwork(network) ? network : null;
};

/**
 * What becomes of the fields when this is pasted into one of them: each address stands at the channel of its network, if that is
 * still empty. Null where it is to be pasted as it is.
 */
export function linksPasted(
  values: readonly LinkValue[],
  into: number,
  text: string,
  item: Pick<LinkedItem, 'channels'>,
): readonly LinkValue[] | null {
  const urls = addressesIn(text);
  const here = values[into];
  if (urls.length === 0 || !here) return null;
  // The field itself is the first that is free.
  const open = [here, ...values.filter((value) => value !== here && value.url === '')].map(({ channelId }) => ({
    id: channelId ?? '',
    network: networkIn(item, channelId) ?? ('other' as const),
  }));
  const placed = placeLinks(
    urls.map((url) => ({ channelId: null, url })),
    open,
  );
  if (placed.some(({ channelId }) => channelId === null)) return null;
  return values.map((value) => {
    const link = placed.find(({ channelId }) => channelId === (value.channelId ?? ''));
    return link ? { ...value, url: link.url } : value;
  });
}

/** Of a known network also without `https://`, as some apps copy them. */
const addressesIn = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s+/)
    .flatMap((part) =>
      /^https?:\/\//i.test(part) ? [part] : part.includes('/') && networkOf(part) !== null ? [`https://${part}`] : [],
    );
