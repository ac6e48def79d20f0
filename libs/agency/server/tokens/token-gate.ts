import { Injectable, type OnModuleInit } from '@nestjs/common';
import { scopeOfRootField, scopesInclude, type TokenScope } from '@planerka/agency/domain';
import { OperationGuards, rootFieldsOf, type GraphQLContext, type OperationOf } from '@planerka/platform/server';
import { GraphQLError } from 'graphql';
import { memberOf } from '../auth/current-viewer';

/** An operation that comes by a token may ask the root fields of its scopes, and none besides. */
@Injectable()
export class TokenGate implements OnModuleInit {
  constructor(private readonly guards: OperationGuards) {}

  onModuleInit(): void {
    this.guards.add((operation, context) => this.check(operation, context));
  }

  private check(operation: OperationOf, context: GraphQLContext): void {
    const scopes = memberOf(context)?.scopes;
    if (!scopes) return;
    for (const field of rootFieldsOf(operation)) {
      if (field.startsWith('__')) continue;
      const wanted = scopeOfRootField(field);
      if (wanted === null) throw refused(`No API token reaches ${field}: sign in for it`, null);
      if (!scopesInclude(scopes, wanted))
        throw refused(`This API token has no scope ${wanted}, which ${field} wants`, wanted);
    }
  }
}

const refused = (message: string, scope: TokenScope | null): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'INSUFFICIENT_SCOPE', scope, http: { status: 403 } } });
