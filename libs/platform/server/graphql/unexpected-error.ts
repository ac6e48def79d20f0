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
  'INSUFFICIENT_SCOPE',
  'TOO_MANY_REQUESTS',
]);

const unexpected = 'INTERNAL_SERVER_ERROR';
/** graphql-js gives up on variables after fifty mistakes, and says so without a code. */
const tooManyMistakes = /^Too many errors processing variables/;
/** PostgreSQL's, of a value that is none of its type or holds what no text may; and Prisma's, of an id that is none. */
const unreadableCodes: ReadonlySet<unknown> = new Set(['22P02', '22P05', '22021', 'P2023']);

/** What was thrown. Apollo makes an error of its own of what it takes for none: that has the field with nothing in it. */
const originalOf = (error: unknown): unknown =>
  (error instanceof Error && 'originalError' in error && error.originalError) || error;

function isSendersFault({ message }: GraphQLFormattedError, error: unknown): boolean {
  if (tooManyMistakes.test(message)) return true;
  const original = originalOf(error);
  return original instanceof Error && 'code' in original && unreadableCodes.has(original.code);
}

const notReadable = ({ message }: GraphQLFormattedError): string =>
  tooManyMistakes.test(message) ? message : 'An id or a text of the input cannot be read';

/** The unexpected is logged with an id, and only that id is shown. */
export function formatUnexpected(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const given = formatted.extensions?.['code'];
  const code = isSendersFault(formatted, error) ? 'BAD_USER_INPUT' : typeof given === 'string' ? given : unexpected;
  if (senderErrors.has(code)) {
    const { locations, path } = formatted;
    // What PostgreSQL says of a value is for nobody's eyes.
    const message = given === code ? formatted.message : notReadable(formatted);
    return { message, ...(locations && { locations }), ...(path && { path }), extensions: { code } };
  }
  const id = newId();
  log.error({ errorId: id, path: formatted.path, err: originalOf(error) }, `Unexpected error ${id}`);
  return {
    message: `Something went wrong on our side. Error ${id}`,
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: unexpected, errorId: id },
  };
}
