import type { ApolloServerOptions } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { GraphQLContext } from '../context';
import type { KnownOperations } from './known-operations';

/** Of documents that were sent as texts: how many characters of text are kept parsed. A character is some forty bytes of tree. */
const maxKept = 512 * 1024;

type Options = ApolloServerOptions<GraphQLContext>;

/** Apollo's keys are our ids with something of its own before them. */
const idIn = (key: string): string => key.slice(-64);

/**
 * Known operations through Apollo's own pipeline: the text by its id, the document without parsing and validating. Clients
 * register nothing: what is not in the manifest is not found, whoever sent its text before.
 */
export function storesOf(operations: KnownOperations): Required<Pick<Options, 'persistedQueries' | 'documentStore'>> {
  const others = new LRUCache<string, DocumentNode>({
    maxSize: maxKept,
    sizeCalculation: ({ loc }) => loc?.end || 1,
  });
  const store = {
    get: (key: string) => Promise.resolve(operations.get(idIn(key))?.document ?? others.get(key)),
    set: (key: string, document: DocumentNode) => Promise.resolve(void others.set(key, document)),
    delete: (key: string) => Promise.resolve(others.delete(key)),
  };
  const texts = {
    get: (key: string) => Promise.resolve(operations.get(idIn(key))?.text),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(false),
  };
  return { documentStore: store, persistedQueries: { cache: texts } };
}
