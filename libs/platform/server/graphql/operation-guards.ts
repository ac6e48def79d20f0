import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { GraphQLContext } from './context';

export interface OperationOf {
  readonly operation: OperationDefinitionNode;
  readonly document: DocumentNode;
}

/** Throws what to answer where this operation is not for whoever asks. */
export type OperationGuard = (operation: OperationOf, context: GraphQLContext) => void;

/** Looks at what was asked for as a whole, before any of it is executed; domains add who may ask what. */
@Injectable()
export class OperationGuards implements ApolloServerPlugin<GraphQLContext> {
  private readonly guards: OperationGuard[] = [];

  add(guard: OperationGuard): void {
    this.guards.push(guard);
  }

  requestDidStart(): Promise<GraphQLRequestListener<GraphQLContext>> {
    return Promise.resolve({
      didResolveOperation: ({ operation, document, contextValue }) => {
        if (operation) for (const guard of this.guards) guard({ operation, document }, contextValue);
        return Promise.resolve();
      },
    });
  }
}

/** By their names in the schema, through fragments and whatever they are called in the answer. */
export function rootFieldsOf({ operation, document }: OperationOf): ReadonlySet<string> {
  const fields = new Set<string>();
  const seen = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        fields.add(selection.name.value);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        collect(selection.selectionSet);
      } else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = document.definitions.find(
          (definition) =>
            definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
        );
        if (fragment?.kind === Kind.FRAGMENT_DEFINITION) collect(fragment.selectionSet);
      }
    }
  };
  collect(operation.selectionSet);
  return fields;
}
