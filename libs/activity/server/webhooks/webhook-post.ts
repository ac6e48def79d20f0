import { lookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { bareHost, isReachable, type AllowedNetworks, type WebhookFailure } from '@planerka/activity/domain';
import ipaddr from 'ipaddr.js';

/** What a receiver made of it. */
export interface Receipt {
  readonly status: number | null;
  /** Why there is no status. */
  readonly failure: WebhookFailure | null;
  readonly milliseconds: number;
  /** The beginning of what it answered. */
  readonly answer: string | null;
}

export interface Posted {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PostLimits {
  readonly milliseconds: number;
  readonly answerBytes: number;
}

class RefusedAddress extends Error {}

/**
 * Sends one webhook. Redirects are answers like others and are not followed. A name is looked up here, and the connection goes to
 * the very addresses that were looked at: a name that leads elsewhere a moment later leads nowhere.
 */
export async function postWebhook(posted: Posted, allowed: AllowedNetworks, limits: PostLimits): Promise<Receipt> {
  const began = performance.now();
  const taken = () => Math.round(performance.now() - began);
  try {
    const response = await answerOf(posted, allowed, AbortSignal.timeout(limits.milliseconds));
    const answer = await beginningOf(response, limits.answerBytes);
    return { status: response.statusCode ?? null, failure: null, milliseconds: taken(), answer };
  } catch (problem) {
    return { status: null, failure: failureOf(problem), milliseconds: taken(), answer: null };
  }
}

function answerOf(
  { url, headers, body }: Posted,
  allowed: AllowedNetworks,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const target = new URL(url);
  const host = bareHost(target.hostname);
  // Node looks no address up that is one already.
  if (ipaddr.isValid(host) && !isReachable(host, allowed)) throw new RefusedAddress();
  if (target.protocol !== 'https:' && allowed.networks.length === 0) throw new RefusedAddress();
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    // A connection of its own: one that was opened by another webhook was looked at for another webhook.
    agent: false,
    lookup: guardedLookup(allowed),
    signal,
  };
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? httpsRequest : httpRequest)(target, options, resolve);
    request.on('error', reject);
    request.end(body);
  });
}

/** One address that is refused refuses the name: which of them would be taken is nothing to rely on. */
const guardedLookup =
  (allowed: AllowedNetworks): LookupFunction =>
  (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (problem, addresses) => {
      const [first] = addresses ?? [];
      if (problem || !first) return callback(problem ?? new Error(`No address for ${hostname}`), '');
      if (!addresses.every(({ address }) => isReachable(address, allowed))) return callback(new RefusedAddress(), '');
      if (options.all) (callback as AllAddresses)(null, addresses);
      else callback(null, first.address, first.family);
    });

type AllAddresses = (problem: Error | null, addresses: LookupAddress[]) => void;

/** Who answers for ever is listened to for a moment: the status has been said. */
async function beginningOf(response: IncomingMessage, bytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length >= bytes) break;
    }
  } catch {
    // What has come is kept.
  } finally {
    response.destroy();
  }
  // PostgreSQL keeps no NUL.
  return new TextDecoder().decode(Buffer.concat(parts).subarray(0, bytes)).replaceAll('\0', '');
}

function failureOf(problem: unknown): WebhookFailure {
  if (problem instanceof RefusedAddress) return 'refused_address';
  if (!(problem instanceof Error)) return 'connection';
  if (problem.name === 'AbortError' || problem.name === 'TimeoutError') return 'timeout';
  const code = 'code' in problem ? String(problem.code) : '';
  if (/^(ENOTFOUND|EAI_AGAIN|ENODATA)$/.test(code)) return 'unknown_host';
  if (code === 'ETIMEDOUT') return 'timeout';
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_|EPROTO/.test(code) ? 'tls' : 'connection';
}
