import { networkOf, type Network } from '@planerka/clients/domain';
import type { LinkDoubt } from '@planerka/content-plan/domain';
import { usePlatformText } from '@planerka/platform/web';
import { useT } from '../locales';

/** What looks wrong with an address, in words. */
export function useDoubtText(): (doubt: LinkDoubt, url: string, network: Network | null) => string {
  const t = useT();
  const platform = usePlatformText();
  return (doubt, url, network) => {
    const named = doubt === 'other_network' ? networkOf(url) : network;
    return t(`links.doubt.${doubt}`, { network: named === null ? '' : platform(`network.${named}`) });
  };
}
