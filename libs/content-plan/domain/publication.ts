import { networkOf, type Network } from '@planerka/clients/domain';
import { custom, isWebAddress, issue, textLimits, type InputIssue } from '@planerka/platform/domain';
import { z } from 'zod';

/** Where it went out; '' where nobody keeps the address. */
export const publicationAddress = z.strictObject({
  url: z
    .string()
    .trim()
    .max(textLimits.url)
    .superRefine((url, context) => {
      if (url !== '' && !isWebAddress(url)) context.addIssue(custom('not_a_url'));
    }),
});

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

/**
 * What is wrong with the address of a publication that went out in these networks; nothing of addresses that we don't know.
 * A page of the community is not the publication, and an address in VK is none of a publication in Telegram.
 */
export function addressIssues(url: string, networks: readonly Network[]): readonly InputIssue[] {
  const network = url === '' ? null : networkOf(url);
  if (network === null) return [];
  if (networks.length > 0 && !networks.includes(network)) return [issue(['url'], 'other_network', { network })];
  const shape = publications[network];
  const { pathname, search } = new URL(url);
  return shape && !shape.test(`${pathname}${search}`) ? [issue(['url'], 'not_a_publication', { network })] : [];
}
