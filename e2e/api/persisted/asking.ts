import type { TestMember } from '@planerka/testing/server';
import { webOperations, type WebOperation } from '../../../tools/operations/web-operations';
import type { Api } from '../harness';

let operations: ReturnType<typeof webOperations> | undefined;

/** An operation of the web application. */
export function operation(name: string): WebOperation {
  const found = (operations ??= webOperations()).get(name);
  if (!found) throw new Error(`The web has no operation ${name}`);
  return found;
}

/** How a browser asks without a text. */
export const byId = (sha256Hash: string): object => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

export const headersOf = (viewer: TestMember | null): Readonly<Record<string, string>> =>
  viewer ? { cookie: viewer.cookie, 'x-planerka-agency': viewer.agencyId } : {};

export async function post(to: Api, headers: Readonly<Record<string, string>>, payload: object) {
  const response = await to.app.inject({ method: 'POST', url: '/graphql', headers, payload });
  return { status: response.statusCode, headers: response.headers, text: response.body, json: response.json() };
}
