import { networkOf, type Network } from '@planerka/clients/domain';
import {
  custom,
  err,
  isWebAddress,
  issue,
  ok,
  textLimits,
  type Id,
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import { z } from 'zod';
import { id } from './item';

/** Where a publication went out: in which channel at which address. */
export interface PublicationLink {
  /** Null where the publication has no channels that it could be of. */
  readonly channelId: Id | null;
  readonly url: string;
}

export const publicationLinks = z.strictObject({
  links: z
    .array(
      z.strictObject({
        channelId: id().nullable().default(null),
        /** '' takes away the one that is there. */
        url: z
          .string()
          .trim()
          .max(textLimits.url)
          .superRefine((url, context) => {
            if (url !== '' && !isWebAddress(url)) context.addIssue(custom('not_a_url'));
          }),
      }),
    )
    .max(21)
    .default([]),
});

interface LinkedItem {
  readonly channelIds: readonly Id[];
  readonly links: readonly PublicationLink[];
}

/** The links once these are set: of a channel that is not named the one that is there stays. */
export function linksAfter(
  item: LinkedItem,
  wished: readonly PublicationLink[],
): Result<readonly PublicationLink[], readonly InputIssue[]> {
  const isTaken = (channelId: Id | null): boolean =>
    channelId === null
      ? item.channelIds.length === 0 || item.links.some((link) => link.channelId === null)
      : item.channelIds.includes(channelId);
  const issues = wished.flatMap(({ channelId }, index) => [
    ...(isTaken(channelId) ? [] : [issue(['links', index, 'channelId'], 'unknown_channel')]),
    ...(wished.findIndex((other) => other.channelId === channelId) < index
      ? [issue(['links', index, 'channelId'], 'named_twice')]
      : []),
  ]);
  if (issues.length > 0) return err(issues);
  const others = item.links.filter((link) => !wished.some(({ channelId }) => channelId === link.channelId));
  return ok([...others, ...wished.filter(({ url }) => url !== '')]);
}

/** Channels in which it is out by a link cannot be taken from it: the link would be lost with them. */
export const channelsInUse = ({ links }: Pick<LinkedItem, 'links'>, channelIds: readonly Id[]): readonly Id[] =>
  links.flatMap(({ channelId }) => (channelId === null || channelIds.includes(channelId) ? [] : [channelId]));

/** How each network writes the address of one publication: the path, and what stands behind the question mark. */
const publications: Partial<Record<Network, RegExp>> = {
  vk: /^\/(?:.*[?&]w=)?(?:wall|clip|video|story|@|market|photo)[-\w]*\d|^\/.*[?&]z=(?:video|clip|photo|article)-?\d+_\d+|^\/@[\w.-]+-[\w-]+/,
  telegram: /^\/(?:s\/|c\/)?[\w-]+\/\d+/,
  ok: /\/(?:topic|statuses|video|live|album)\/\d+|^\/video\/\d+/,
  youtube: /^\/watch\?(?:.*&)?v=[\w-]+|^\/(?:shorts|live|post|embed)\/[\w-]+|^\/[\w-]{11}(?:\?|$)/,
  tiktok: /\/(?:video|photo)\/\d+|^\/[A-Za-z0-9]{6,}\/?$/,
  dzen: /^\/(?:a|b|video\/watch|shorts|media)\/[\w-]+/,
  instagram: /^\/(?:[\w.]+\/)?(?:p|reel|tv|stories)\/[\w-]+/,
  facebook: /\/(?:posts|videos|reel|watch|photo|permalink|story)/,
};

export const linkDoubts = ['other_network', 'other_site', 'not_a_publication'] as const;
export type LinkDoubt = (typeof linkDoubts)[number];

/**
 * What looks wrong with the address of a publication that went out in this network: it is another's, it is nobody's that we know, or it is
 * the page of the account. A doubt and no refusal: addresses are shortened, and networks get new ones.
 */
export function linkDoubt(url: string, network: Network | null): LinkDoubt | null {
  if (!isWebAddress(url)) return null;
  const actual = networkOf(url);
  if (network !== null && network !== 'other' && actual !== network)
    return actual === null ? 'other_site' : 'other_network';
  const shape = actual === null ? undefined : publications[actual];
  const { pathname, search } = new URL(url);
  return shape && !shape.test(`${pathname}${search}`) ? 'not_a_publication' : null;
}
