import {
  BREAK,
  Kind,
  OperationTypeNode,
  visit,
  type ASTVisitor,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Compiling takes about 0.1 ms a field and keeps 500 characters of code for each. */
const maxFields = 500;

/**
 * Whether graphql-jit answers the query as graphql-js does, and safely. Everything else is left to graphql-js:
 *
 * - mutations: an answer with errors is executed anew, and they must not be;
 * - literals but numbers, enum members and null: graphql-jit writes them into code as JSON, where a custom scalar
 *   loses its type, and a text that begins like a mark of its own would be run as code;
 * - directives: what `@skip` leaves out of a fragment spread twice differs;
 * - `_` in what a field is called in the answer: two places of it may then get one and the same `info`;
 * - names that begin with `__`: introspection is asked rarely, and an alias `__proto__` is no key of a literal object.
 */
export function isPlainQuery(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  if (operation.operation !== OperationTypeNode.QUERY) return false;
  let plain = true;
  const refuse = (): typeof BREAK => {
    plain = false;
    return BREAK;
  };
  const visitor: ASTVisitor = {
    Directive: refuse,
    Field: ({ alias, name }) => ((alias ?? name).value.replace('__typename', '').includes('_') ? refuse() : undefined),
    StringValue: refuse,
    FloatValue: refuse,
    ObjectValue: refuse,
    EnumValue: ({ value }) => (value.startsWith('__') ? refuse() : undefined),
    Name: ({ value }) => (value.startsWith('__') && value !== '__typename' ? refuse() : undefined),
  };
  visit(document, visitor);
  return plain && fieldsOf(document, operation.selectionSet) <= maxFields;
}

/** With those of fragments, as often as they are spread; the limits of every operation keep it from running away. */
function fieldsOf(document: DocumentNode, set: SelectionSetNode): number {
  let fields = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) fields += 1;
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? document.definitions.find(
            (definition) =>
              definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
          )
        : selection;
    if (inner && 'selectionSet' in inner && inner.selectionSet) fields += fieldsOf(document, inner.selectionSet);
    if (fields > maxFields) return fields;
  }
  return fields;
}
