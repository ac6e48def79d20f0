import { networkOf, usePlatformText } from '@planerka/platform/web';

/** «ВКонтакте» for `vk`. */
export function useNetworkLabel(): (network: string) => string {
  const t = usePlatformText();
  return (network) => t(`network.${networkOf(network)}`);
}
