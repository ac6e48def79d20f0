import type { ApolloServerPlugin, GraphQLServerListener } from '@apollo/server';
import { Inject, Injectable } from '@nestjs/common';
import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { CONFIG, type Config } from '../../config/config';
import type { GraphQLContext } from '../context';
import { limitRules } from '../limits';
import { readEarlierManifests, readManifest } from './operation-manifest';

/** An operation of the web build that is served, parsed and found good by the schema. */
export interface KnownOperation {
  /** SHA-256 of its text, in hex. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** The operations that the web build brought along: sent by id, they are neither parsed nor validated again. */
@Injectable()
export class KnownOperations implements ApolloServerPlugin<GraphQLContext> {
  private readonly operations = new Map<string, KnownOperation>();

  constructor(@Inject(CONFIG) private readonly config: Config) {
    for (const [id, { name, text }] of readManifest(config.webRoot)) this.operations.set(id, known(id, name, text));
  }

  get(id: string): KnownOperation | undefined {
    return this.operations.get(id);
  }

  /** A manifest of another build than the server would fail people one screen at a time: it fails the start instead. */
  serverWillStart({ schema }: { schema: GraphQLSchema }): Promise<GraphQLServerListener> {
    for (const { name, document } of this.operations.values()) {
      const [first] = problemsOf(schema, document);
      if (first) {
        throw new Error(
          `The web build asks for what this server does not have, in ${name}: ${first.message}. ` +
            'They are of different versions: build both anew (npm run build), or set WEB_ROOT to the pages of this version.',
        );
      }
    }
    this.addEarlier(schema);
    return Promise.resolve({});
  }

  /** Pages of earlier builds that are still open ask what they know, as far as it can still be answered. */
  private addEarlier(schema: GraphQLSchema): void {
    for (const manifest of readEarlierManifests(this.config.webRoot, this.config.dataDir)) {
      for (const [id, { name, text }] of manifest) {
        if (this.operations.has(id)) continue;
        const operation = known(id, name, text);
        if (problemsOf(schema, operation.document).length === 0) this.operations.set(id, operation);
      }
    }
  }
}

const problemsOf = (schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] =>
  validate(schema, document, [...specifiedRules, ...limitRules], { maxErrors: 1 });

function known(id: string, name: string, text: string): KnownOperation {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error(`operations.json: ${name} is not one operation`);
  return { id, name, text, document, operation };
}

/** As Apollo says it, for the ways that do not lead through Apollo. */
export const notFound = (): GraphQLError =>
  new GraphQLError('PersistedQueryNotFound', { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } });
