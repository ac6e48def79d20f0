import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/**
 * Whether the operation asks for that field of what a resolver answers, so that one statement may load both. What a
 * directive leaves out counts as asked for: it is then loaded for nothing, and never missing.
 */
export const selects = (info: GraphQLResolveInfo, field: string): boolean =>
  info.fieldNodes.some(({ selectionSet }) => names(selectionSet, field, info));

function names(set: SelectionSetNode | undefined, field: string, info: GraphQLResolveInfo): boolean {
  return (set?.selections ?? []).some((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return selection.name.value === field;
      case Kind.INLINE_FRAGMENT:
        return names(selection.selectionSet, field, info);
      case Kind.FRAGMENT_SPREAD:
        return names(info.fragments[selection.name.value]?.selectionSet, field, info);
    }
  });
}
