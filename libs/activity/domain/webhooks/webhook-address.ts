import { err, ok, type Result } from '@planerka/platform/domain';
import ipaddr from 'ipaddr.js';

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Addresses within the house that an operator lets webhooks reach; none, where nothing is said. */
export interface AllowedNetworks {
  readonly networks: readonly Network[];
}

export const noPrivateNetworks: AllowedNetworks = { networks: [] };

/** `10.1.0.0/16, 127.0.0.1`; throws where one of them is no network. */
export function allowedNetworks(setting: string): AllowedNetworks {
  const texts = setting
    .split(',')
    .map((text) => text.trim())
    .filter(Boolean);
  return { networks: texts.map(networkOf) };
}

function networkOf(text: string): Network {
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  const address = ipaddr.parse(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/**
 * May a webhook be sent there? Public unicast addresses alone: not this machine, its networks, those of a provider or a
 * cloud's metadata, however the address is written (an IPv4 one within an IPv6 one is what it holds).
 */
export function isReachable(address: string, { networks }: AllowedNetworks): boolean {
  // A zone (`fe80::1%eth0`) names an interface of this machine.
  if (address.includes('%') || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' || networks.some((network) => isWithin(parsed, network));
}

const isWithin = (address: ipaddr.IPv4 | ipaddr.IPv6, network: Network): boolean =>
  address.kind() === network[0].kind() && address.match(network);

export type AddressProblem = 'not_a_url' | 'https_only' | 'with_credentials' | 'private_address' | 'too_long';

const maxLength = 500;
/** Names that nobody outside can have; what else a name leads to is seen when it is called. */
const innerNames = /(^|\.)(localhost|local|internal|lan|home\.arpa)\.?$/;

/** An address as an owner types it. Plain http is for receivers within the house alone. */
export function webhookUrl(text: string, allowed: AllowedNetworks): Result<string, AddressProblem> {
  const trimmed = text.trim();
  if (trimmed.length > maxLength) return err('too_long');
  if (!URL.canParse(trimmed)) return err('not_a_url');
  const url = new URL(trimmed);
  const isInner = allowed.networks.length > 0;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isInner)) {
    return err(url.protocol === 'http:' ? 'https_only' : 'not_a_url');
  }
  if (url.username || url.password) return err('with_credentials');
  if (!isHost(url.hostname, allowed)) return err('private_address');
  url.hash = '';
  return ok(url.href);
}

function isHost(hostname: string, allowed: AllowedNetworks): boolean {
  const host = bareHost(hostname);
  if (ipaddr.isValid(host)) return isReachable(host, allowed);
  return allowed.networks.length > 0 || (host.includes('.') && !innerNames.test(host));
}

/** `[::1]` without its brackets. */
export const bareHost = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');
