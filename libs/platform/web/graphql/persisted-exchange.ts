import type { DocumentNode } from 'graphql';
import type { Exchange, Operation, OperationResult } from 'urql';
import { filter, makeSubject, map, merge, pipe, tap } from 'wonka';
import { reportOutdated } from './outdated';

/** The id that the build gave the operation; none in development. */
const idOf = ({ query }: Operation): string | undefined => (query as DocumentNode & { documentId?: string }).documentId;

const hasCode = ({ error }: OperationResult, code: string): boolean =>
  error?.graphQLErrors.some(({ extensions }) => extensions['code'] === code) ?? false;

/**
 * Sends an operation's id instead of its text. A server that does not know the id is another build than this page: it is
 * asked again with the text, and where it takes no texts, the page says that it is of yesterday.
 */
export const persistedExchange: Exchange = ({ forward }) => {
  const unknown = new Set<string>();
  const { source: again$, next: askAgain } = makeSubject<Operation>();

  const withId = (operation: Operation): Operation => {
    const id = idOf(operation);
    if (id === undefined || unknown.has(id) || operation.kind === 'teardown') return operation;
    return {
      ...operation,
      extensions: { ...operation.extensions, persistedQuery: { version: 1, sha256Hash: id } },
    };
  };

  return (operations$) =>
    pipe(
      merge([pipe(operations$, map(withId)), again$]),
      forward,
      filter((result) => {
        const id = idOf(result.operation);
        if (id === undefined || unknown.has(id) || !hasCode(result, 'PERSISTED_QUERY_NOT_FOUND')) return true;
        unknown.add(id);
        const { persistedQuery: _, ...extensions } = result.operation.extensions ?? {};
        askAgain({ ...result.operation, extensions });
        return false;
      }),
      tap((result) => {
        if (hasCode(result, 'QUERY_NOT_IN_SAFELIST')) reportOutdated();
      }),
    );
};
