import {
  getNamedType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import type { ReadType } from './fields';

/** A field that is asked for, fragments spread and repeated fields merged, in the order of the answer. */
export interface Selection {
  /** What it is called in the answer. */
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  /** Of `__typename`, String. */
  readonly type: GraphQLOutputType | null;
  readonly fields: readonly Selection[];
}

export type Fragments = Readonly<Record<string, FragmentDefinitionNode | undefined>>;

/** Thrown where the answer depends on more than the selection: a directive, or which type a thing is of. */
export class NotPlain extends Error {}

/**
 * What the browser will read: fields by their keys. Throws {@link NotPlain}.
 */
export const wireSelection = (
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
): readonly Selection[] => new Collector(fragments, true).fieldsOf(type, sets);

/**
 * What graphql-js will take from a resolver's object: fields by their names. What a directive leaves out counts as
 * asked for: it is then loaded for nothing, and never missing.
 */
export const insideSelection = (
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
): readonly Selection[] => new Collector(fragments, false).fieldsOf(type, sets);

class Collector {
  constructor(
    private readonly fragments: Fragments,
    private readonly isWire: boolean,
  ) {}

  fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): readonly Selection[] {
    const nodes = new Map<string, FieldNode[]>();
    for (const set of sets) this.gather(type, set, nodes);
    return [...nodes].map(([key, same]) => this.selection(type, key, same));
  }

  private selection(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): Selection {
    const name = nodes[0]?.name.value ?? key;
    const field = parent.getFields()[name];
    if (!field) return { key, name, nodes, type: null, fields: [] };
    const named = getNamedType(field.type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (sets.length === 0) return { key, name, nodes, type: field.type, fields: [] };
    if (!isObjectType(named)) {
      if (this.isWire) throw new NotPlain();
      return { key, name, nodes, type: field.type, fields: [] };
    }
    return { key, name, nodes, type: field.type, fields: this.fieldsOf(named, sets) };
  }

  private gather(type: GraphQLObjectType, set: SelectionSetNode, into: Map<string, FieldNode[]>): void {
    for (const selection of set.selections) {
      if (this.isWire && selection.directives?.length) throw new NotPlain();
      if (selection.kind === Kind.FIELD) {
        const key = this.isWire ? (selection.alias ?? selection.name).value : selection.name.value;
        if (!this.isWire && key === '__typename') continue;
        into.set(key, [...(into.get(key) ?? []), selection]);
        continue;
      }
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments[selection.name.value];
      // Validation has seen that the fragment is there. On an object it may be of an interface or a union of it, too.
      const isOfType = !inner?.typeCondition || inner.typeCondition.name.value === type.name;
      if (!inner || (this.isWire && !isOfType)) throw new NotPlain();
      this.gather(type, inner.selectionSet, into);
    }
  }
}

/** All that a type has, for whoever has no selection at hand. */
export function wholeSelection({ fields }: ReadType, below: readonly ReadType[] = []): readonly Selection[] {
  return Object.entries(fields).map(([name, field]) => {
    const inner = field.kind === 'relation' ? field.type() : null;
    const selected = inner && !below.includes(inner) ? wholeSelection(inner, [...below, inner]) : [];
    return { key: name, name, nodes: [], type: null, fields: selected };
  });
}

/** Whether a description says all that is asked for; what has a resolver of its own, it does not. */
export const isDescribed = (type: ReadType, selections: readonly Selection[]): boolean =>
  selections.every(({ name, fields }) => {
    const field = type.fields[name];
    if (name === '__typename') return true;
    if (field === undefined) return false;
    return field.kind !== 'relation' || isDescribed(field.type(), fields);
  });
