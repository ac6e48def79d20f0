import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { CONFIG, type Config } from '../../config/config';
import { KnownOperations } from './known-operations';
import { sha256 } from './operation-manifest';

/** What was asked for, before anything is parsed. Over the wire, so nothing of it is certain. */
export interface Asked {
  readonly text: unknown;
  readonly persistedQuery: unknown;
}

/**
 * Who may send what. With `PERSISTED_ONLY` only operations of the web build are taken, as ids or as their very texts, but from
 * API tokens, which may ask in words of their own: sessions, guests' links and strangers are browsers, or a way round them. The
 * gate stands before the session is looked up and before anything is parsed.
 */
@Injectable()
export class OperationGate {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly operations: KnownOperations,
  ) {}

  /** The id that was asked for, if one was; throws what to answer instead. */
  admit({ text, persistedQuery }: Asked, byToken: boolean): string | undefined {
    const id = persistedQuery == null ? undefined : idOf(persistedQuery);
    if (text == null || text === '') return id;
    if (id !== undefined && (typeof text !== 'string' || sha256(text) !== id)) {
      throw refused('BAD_REQUEST', 'extensions.persistedQuery.sha256Hash is not the SHA-256 of the query beside it');
    }
    if (!this.config.persistedOnly || byToken) return id;
    if (typeof text === 'string' && this.operations.get(id ?? sha256(text))) return id;
    throw refused(
      'QUERY_NOT_IN_SAFELIST',
      'This server takes only the operations of its own web application. If you are in a browser, reload the page',
    );
  }
}

/** The id in Apollo's form; throws where it is none. */
function idOf(persistedQuery: unknown): string {
  const given: object = typeof persistedQuery === 'object' && persistedQuery !== null ? persistedQuery : {};
  const { version, sha256Hash } = given as { readonly version?: unknown; readonly sha256Hash?: unknown };
  if (version === 1 && typeof sha256Hash === 'string') return sha256Hash;
  throw refused('BAD_REQUEST', 'extensions.persistedQuery must be {"version": 1, "sha256Hash": "…"}');
}

/** Of a POST by its body, of a GET by its address, where extensions are JSON in a text. */
export function askedOver({ method, body, query }: Pick<FastifyRequest, 'method' | 'body' | 'query'>): Asked {
  const given = ((method === 'GET' ? query : body) ?? {}) as {
    readonly query?: unknown;
    readonly extensions?: unknown;
  };
  return { text: given.query, persistedQuery: persistedQueryIn(given.extensions) };
}

function persistedQueryIn(extensions: unknown): unknown {
  if (typeof extensions === 'string') {
    try {
      return persistedQueryIn(JSON.parse(extensions));
    } catch {
      // Apollo says what is wrong with it.
      return undefined;
    }
  }
  return typeof extensions === 'object' && extensions !== null && 'persistedQuery' in extensions
    ? extensions.persistedQuery
    : undefined;
}

const refused = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
