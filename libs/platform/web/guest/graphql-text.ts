import type { graphql as typedGraphql } from '../graphql/graphql';

/** A document as the text that is sent: whole, with the fragments it needs, each once. */
interface DocumentText {
  readonly parts: readonly string[];
  /** Given by the build; none in development. */
  readonly id?: string;
}

const textOf = (source: string, fragments: readonly DocumentText[] = []): DocumentText => ({
  // Unmasking is a matter of types: the server knows no such directive.
  parts: [...new Set([source.replaceAll('@_unmask', ''), ...fragments.flatMap(({ parts }) => parts)])],
});

/**
 * `graphql` for the guest: typed like the desk's, and at run time a text and nothing more. The guest's page sends three
 * operations and caches nothing, so a parser and a printer of GraphQL would be a tenth of its weight for no use.
 */
export const graphql = Object.assign(textOf, {
  persisted: (id: string, document: DocumentText): DocumentText => ({ ...document, id }),
}) as unknown as typeof typedGraphql;

/** What goes over the wire to a server that does not know the id. */
export const documentText = (document: unknown): string => (document as DocumentText).parts.join('\n');

export const documentId = (document: unknown): string | undefined => (document as DocumentText).id;
