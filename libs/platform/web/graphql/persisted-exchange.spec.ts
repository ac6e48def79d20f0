import { describe, expect, it, jest } from '@jest/globals';
import { parse } from 'graphql';
import { Client, CombinedError, fetchExchange, type Exchange, type Operation, type TypedDocumentNode } from 'urql';
import { filter, map, pipe } from 'wonka';
import { onOutdated } from './outdated';
import { persistedExchange } from './persisted-exchange';

type Document = TypedDocumentNode<{ day: string }, { day: string }>;
const parsed: Document = parse('query Today($day: Date!) { day(is: $day) }');
const built = { ...parsed, documentId: 'a'.repeat(64) };

const refusal = (code: string): CombinedError =>
  new CombinedError({ graphQLErrors: [{ message: code, extensions: { code } }] });

/** A server that answers by what it is asked with, and what it was asked. */
function clientOf(answer: (operation: Operation) => { data?: unknown; error?: CombinedError }) {
  const asked: (string | undefined)[] = [];
  const server: Exchange = () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind !== 'teardown'),
      map((operation) => {
        asked.push((operation.extensions as { persistedQuery?: { sha256Hash: string } })?.persistedQuery?.sha256Hash);
        return { operation, stale: false, hasNext: false, data: undefined, ...answer(operation) };
      }),
    );
  return { client: new Client({ url: '/graphql', exchanges: [persistedExchange, server] }), asked };
}

const isById = ({ extensions }: Operation): boolean => extensions !== undefined && 'persistedQuery' in extensions;

describe('persistedExchange', () => {
  it('sends the id alone', async () => {
    const bodies: unknown[] = [];
    const client = new Client({
      url: '/graphql',
      preferGetMethod: false,
      exchanges: [persistedExchange, fetchExchange],
      fetch: (_, init) => {
        bodies.push(JSON.parse(typeof init?.body === 'string' ? init.body : ''));
        const headers = { get: () => 'application/json' };
        return Promise.resolve({
          status: 200,
          headers,
          text: () => Promise.resolve('{"data":{"day":"now"}}'),
        } as never);
      },
    });
    await client.query(built, { day: '2026-11-26' }).toPromise();
    expect(bodies).toEqual([
      {
        operationName: 'Today',
        variables: { day: '2026-11-26' },
        extensions: { persistedQuery: { version: 1, sha256Hash: built.documentId } },
      },
    ]);
  });

  it('sends texts in development, where documents have no ids', async () => {
    const { client, asked } = clientOf(() => ({ data: { day: 'now' } }));
    await client.query(parsed, { day: 'x' }).toPromise();
    expect(asked).toEqual([undefined]);
  });

  it('sends the text to a server that does not know the id, and from then on at once', async () => {
    const { client, asked } = clientOf((operation) =>
      isById(operation) ? { error: refusal('PERSISTED_QUERY_NOT_FOUND') } : { data: { day: 'now' } },
    );
    for (const day of ['x', 'y']) {
      const { data, error } = await client.query(built, { day }).toPromise();
      expect({ data, error }).toEqual({ data: { day: 'now' }, error: undefined });
    }
    expect(asked).toEqual([built.documentId, undefined, undefined]);
  });

  it('says that the page is of yesterday where the text is refused, too', async () => {
    const outdated = jest.fn();
    const stop = onOutdated(outdated);
    const { client } = clientOf((operation) => ({
      error: refusal(isById(operation) ? 'PERSISTED_QUERY_NOT_FOUND' : 'QUERY_NOT_IN_SAFELIST'),
    }));
    const { error } = await client.query(built, { day: 'x' }).toPromise();
    expect(error?.graphQLErrors[0]?.extensions['code']).toBe('QUERY_NOT_IN_SAFELIST');
    expect(outdated).toHaveBeenCalledTimes(1);
    stop();
  });
});
