import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { LRUCache } from 'lru-cache';
import { Reader } from '../database/reader';
import { Clock } from '../time/clock';
import { checkDescription } from './description-check';
import type { Reading } from './fields';
import { givenNames, type ReadInput, type RootRead } from './root-read';
import { objectTypeOf } from './root-type';
import { insideSelection, wholeSelection, type Selection } from './selection';
import { writeRead, type AnyRootRead, type WrittenRead } from './statement';

/** Sets of given values of one selection: few are used of many. */
const maxVariants = 40;

/** One selection of a root field, and the statements that have been written for it. */
export class SelectedRead {
  private readonly written = new LRUCache<string, WrittenRead>({ max: maxVariants });

  constructor(
    readonly root: AnyRootRead,
    private readonly selections: readonly Selection[],
    private readonly reading: Reading,
  ) {}

  for(input: ReadInput): WrittenRead {
    const given = givenNames(input);
    const key = given.join(' ');
    const known = this.written.get(key);
    if (known) return known;
    const written = writeRead(this.root, this.selections, this.reading, given);
    this.written.set(key, written);
    return written;
  }
}

/** Answers described reads: to resolvers as objects, to whole operations as text. */
@Injectable()
export class Reads implements OnApplicationBootstrap {
  private readonly roots = new Map<string, AnyRootRead>();
  /** By the node that asks: a parsed document is kept as long as it is in use. */
  private readonly selected = new WeakMap<object, SelectedRead>();
  private readonly whole = new Map<AnyRootRead, SelectedRead>();

  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly modules: ModuleRef,
  ) {}

  onApplicationBootstrap(): void {
    const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
    for (const root of this.roots.values()) checkDescription(root, schema);
  }

  /** The field may from now on be answered as text, too. */
  add<Viewer, Args, Input extends ReadInput>(root: RootRead<Viewer, Args, Input>): void {
    this.roots.set(root.field, root as unknown as AnyRootRead);
  }

  /** Fields of Query that are answered as text where an operation asks for nothing else. */
  get described(): readonly string[] {
    return [...this.roots.keys()];
  }

  rootOf(field: string): AnyRootRead | undefined {
    return this.roots.get(field);
  }

  /** What the resolver of the field answers; all that the type has where nobody says what is asked for. */
  async find<T, Viewer, Args, Input extends ReadInput>(
    root: RootRead<Viewer, Args, Input>,
    viewer: Viewer,
    args: Args,
    info?: GraphQLResolveInfo,
  ): Promise<T | null> {
    const any = root as unknown as AnyRootRead;
    const selected = info ? this.selectedBy(any, info) : this.wholeOf(any);
    const body = await this.text(selected, viewer as never, args as never);
    return body === null ? null : (JSON.parse(body) as T);
  }

  /** Of a field that is never null. */
  async always<T, Viewer, Args, Input extends ReadInput>(
    root: RootRead<Viewer, Args, Input>,
    viewer: Viewer,
    args: Args,
    info?: GraphQLResolveInfo,
  ): Promise<T> {
    const found = await this.find<T, Viewer, Args, Input>(root, viewer, args, info);
    if (found === null) throw new TypeError(`The statement of ${root.field} answered nothing`);
    return found;
  }

  /** JSON text of the field; null where there is nothing. */
  async text(selected: SelectedRead, viewer: never, args: never): Promise<string | null> {
    const { root } = selected;
    const input = root.input(viewer, args, this.clock.now());
    if (input === null) return null;
    const written = selected.for(input);
    const [row] = await this.reader.rows<{ readonly body: string | null }>(root.scopeOf(viewer), {
      text: written.text,
      values: written.values(input),
    });
    return row?.body == null ? null : written.slots.fill(row.body, viewer, root.viewerKey(viewer));
  }

  private selectedBy(root: AnyRootRead, { fieldNodes, fragments, schema }: GraphQLResolveInfo): SelectedRead {
    const [node] = fieldNodes;
    const known = node && this.selected.get(node);
    if (known) return known;
    const sets = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const selected = new SelectedRead(root, insideSelection(objectTypeOf(schema, root), sets, fragments), 'inside');
    if (node) this.selected.set(node, selected);
    return selected;
  }

  private wholeOf(root: AnyRootRead): SelectedRead {
    const known = this.whole.get(root);
    if (known) return known;
    const selected = new SelectedRead(root, wholeSelection(root.type), 'inside');
    this.whole.set(root, selected);
    return selected;
  }
}
