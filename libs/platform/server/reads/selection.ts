import {
  getNamedType,
  isObjectType,
  isUnionType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLUnionType,
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
  /** What is asked for by the name of the type, where it may be one of several. */
  readonly byType?: Readonly<Record<string, readonly Selection[]>>;
}

export type Fragments = Readonly<Record<string, FragmentDefinitionNode | undefined>>;

/** Thrown where the answer depends on more than the selection: a directive, or an interface. */
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

  fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[], union?: GraphQLUnionType): readonly Selection[] {
    const nodes = new Map<string, FieldNode[]>();
    for (const set of sets) this.gather(type, set, nodes, union);
    return [...nodes].map(([key, same]) => this.selection(type, key, same));
  }

  private selection(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): Selection {
    const name = nodes[0]?.name.value ?? key;
    const field = parent.getFields()[name];
    if (!field) return { key, name, nodes, type: null, fields: [] };
    const named = getNamedType(field.type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (sets.length === 0) return { key, name, nodes, type: field.type, fields: [] };
    if (isUnionType(named)) {
      const byType = Object.fromEntries(named.getTypes().map((one) => [one.name, this.fieldsOf(one, sets, named)]));
      return { key, name, nodes, type: field.type, fields: [], byType };
    }
    if (!isObjectType(named)) {
      if (this.isWire) throw new NotPlain();
      return { key, name, nodes, type: field.type, fields: [] };
    }
    return { key, name, nodes, type: field.type, fields: this.fieldsOf(named, sets) };
  }

  private gather(
    type: GraphQLObjectType,
    set: SelectionSetNode,
    into: Map<string, FieldNode[]>,
    union?: GraphQLUnionType,
  ): void {
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
      const condition = inner?.typeCondition?.name.value ?? type.name;
      if (union?.getTypes().some((other) => other.name === condition && other !== type)) continue;
      const isOfType = condition === type.name || condition === union?.name;
      if (!inner || (this.isWire && !isOfType)) throw new NotPlain();
      this.gather(type, inner.selectionSet, into, union);
    }
  }
}

/** All that a type has, for whoever has no selection at hand. */
export function wholeSelection({ parent, fields }: ReadType, below: readonly ReadType[] = []): readonly Selection[] {
  return Object.entries({ ...parent, ...fields }).map(([name, field]) => {
    const whole = (inner: ReadType) => (below.includes(inner) ? [] : wholeSelection(inner, [...below, inner]));
    const asked = { key: name, name, nodes: [], type: null };
    if (field.kind === 'oneOf') {
      return {
        ...asked,
        fields: [],
        byType: Object.fromEntries(field.types.map((one) => [one.type.name, whole(one.type)])),
      };
    }
    return { ...asked, fields: field.kind === 'relation' ? whole(field.type()) : [] };
  });
}

/** Whether a description says all that is asked for; what has a resolver of its own, it does not. */
export const isDescribed = (type: ReadType, selections: readonly Selection[]): boolean =>
  selections.every(({ name, fields, byType = {} }) => {
    const field = type.fields[name];
    if (name === '__typename') return true;
    if (field === undefined) return false;
    if (field.kind === 'oneOf') return field.types.every((one) => isDescribed(one.type, byType[one.type.name] ?? []));
    return field.kind !== 'relation' || isDescribed(field.type(), fields);
  });
