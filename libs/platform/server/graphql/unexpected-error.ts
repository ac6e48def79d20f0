import { Logger } from '@nestjs/common';
import { newId } from '@planerka/platform/domain';
import { type GraphQLFormattedError } from 'graphql';

const log = new Logger('GraphQL');

/** Codes of failures that the sender caused: safe to show, nothing to look into. */
const senderErrors = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'QUERY_NOT_IN_SAFELIST',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'UNAUTHENTICATED',
]);

/** The unexpected is logged with an id, and only that id is shown. */
export function formatUnexpected(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const given = formatted.extensions?.['code'];
  const code = typeof given === 'string' ? given : 'INTERNAL_SERVER_ERROR';
  if (senderErrors.has(code)) {
    const { message, locations, path } = formatted;
    return { message, ...(locations && { locations }), ...(path && { path }), extensions: { code } };
  }
  const id = newId();
  const original = error instanceof Error && 'originalError' in error ? error.originalError : error;
  log.error({ errorId: id, path: formatted.path, err: original }, `Unexpected error ${id}`);
  return {
    message: `Something went wrong on our side. Error ${id}`,
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: id },
  };
}
