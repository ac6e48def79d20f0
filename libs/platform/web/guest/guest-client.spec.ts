import { afterEach, describe, expect, it } from '@jest/globals';
import { graphql } from './graphql-text';
import { createGuestClient } from './guest-client';

const text = 'query GuestApprovalPage { guestApproval { __typename } }';
const document = graphql.persisted('a'.repeat(64), graphql(text) as never) as Parameters<
  ReturnType<typeof createGuestClient>['ask']
>[0];

/** A server of another build, that takes texts or does not. */
function serve(answer: (body: { query?: string }) => object) {
  const bodies: { query?: string }[] = [];
  globalThis.fetch = (_, init) => {
    const body = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as { query?: string };
    bodies.push(body);
    return Promise.resolve({ json: () => Promise.resolve(answer(body)) } as Response);
  };
  return { bodies };
}
const present = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = present;
});

const refused = (code: string): object => ({ errors: [{ message: code, extensions: { code } }] });

describe('The client’s page', () => {
  it('sends the id alone', async () => {
    const { bodies } = serve(() => ({ data: { guestApproval: null } }));
    expect(await createGuestClient('token').ask(document, {})).toEqual({ status: 'ok', data: { guestApproval: null } });
    expect(bodies).toEqual([
      { variables: {}, extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
    ]);
  });

  it('sends the text to a server that does not know the id', async () => {
    const { bodies } = serve(({ query }) =>
      query ? { data: { guestApproval: null } } : refused('PERSISTED_QUERY_NOT_FOUND'),
    );
    expect(await createGuestClient('token').ask(document, {})).toMatchObject({ status: 'ok' });
    expect(bodies[1]).toEqual({ query: text, variables: {} });
  });

  it('is outdated where the text is refused, too', async () => {
    serve(({ query }) => refused(query ? 'QUERY_NOT_IN_SAFELIST' : 'PERSISTED_QUERY_NOT_FOUND'));
    expect(await createGuestClient('token').ask(document, {})).toEqual({ status: 'outdated' });
  });
});
