import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';

/** Whether what this address says of those before it is believed. */
export type Trust = (address: string, hop: number) => boolean;

/** Of `TRUST_PROXY`: addresses and networks by commas (`loopback`, `10.0.0.0/8`), or how many proxies there are; `0` trusts none. */
export function trustOf(setting: string): Trust {
  if (/^\d+$/.test(setting)) return (_, hop) => hop < Number(setting);
  return proxyAddr.compile(setting.split(',').map((part) => part.trim()));
}

/** Who is at the other end, as far as the proxies between are trusted. */
export const clientAddress = (request: IncomingMessage, trust: Trust): string => proxyAddr(request, trust);
