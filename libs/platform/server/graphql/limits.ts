import { GraphQLError, Kind, type ASTVisitor, type SelectionSetNode, type ValidationContext } from 'graphql';

/** Deep enough for every screen of ours, far from what could tire the server. */
const maxDepth = 14;
const maxFields = 1_500;
const maxRootFields = 12;
/** The web's largest has under 1,000; before a document is read, its size is all that is known of it. */
const maxTokens = 5_000;

/** Counts through fragments, so that a small document cannot hide a large one. */
function measure(context: ValidationContext, set: SelectionSetNode, depth: number, seen: readonly string[]): number {
  if (depth > maxDepth) {
    context.reportError(new GraphQLError(`The operation is nested deeper than ${maxDepth} levels`, { nodes: set }));
    return maxFields;
  }
  let fields = 0;
  for (const selection of set.selections) {
    if (fields > maxFields) return fields;
    if (selection.kind === Kind.FIELD) {
      fields += 1 + (selection.selectionSet ? measure(context, selection.selectionSet, depth + 1, seen) : 0);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      fields += measure(context, selection.selectionSet, depth, seen);
    } else if (!seen.includes(selection.name.value)) {
      const fragment = context.getFragment(selection.name.value);
      if (fragment) fields += measure(context, fragment.selectionSet, depth, [...seen, selection.name.value]);
    }
  }
  return fields;
}

function operationLimits(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      // Introspection goes deeper by its nature and touches no data.
      const [first] = operation.selectionSet.selections;
      if (first?.kind === Kind.FIELD && first.name.value === '__schema') return;
      if (operation.selectionSet.selections.length > maxRootFields) {
        context.reportError(
          new GraphQLError(`An operation may ask at most ${maxRootFields} root fields`, { nodes: operation }),
        );
      }
      if (measure(context, operation.selectionSet, 1, []) > maxFields) {
        context.reportError(new GraphQLError(`An operation may ask at most ${maxFields} fields`, { nodes: operation }));
      }
    },
  };
}

export const limitRules = [operationLimits];

export const parseLimits = { maxTokens };
