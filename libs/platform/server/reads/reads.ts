import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Instant } from '@planerka/platform/domain';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { LRUCache } from 'lru-cache';
import { Reader, type ScopedRead } from '../database/reader';
import { FileUrls } from '../files/file-urls';
import type { Presumed } from '../graphql/context';
import { Clock } from '../time/clock';
import { checkDescription } from './description-check';
import type { ReadFields, Reading, ReadType, Tools } from './fields';
import { givenNames, type ObjectRead, type ReadInput, type RootRead } from './root-read';
import { objectTypeOf } from './root-type';
import { insideSelection, wholeSelection, type Selection } from './selection';
import { writeRead, type AnyRead, type AnyRootRead, type WrittenRead } from './statement';

/** Sets of given values of one selection: few are used of many. */
const maxVariants = 40;

/** One selection of a described object, and the statements that have been written for it. */
export class SelectedRead {
  private readonly written = new LRUCache<string, WrittenRead>({ max: maxVariants });

  constructor(
    readonly read: AnyRead,
    private readonly selections: readonly Selection[],
    private readonly reading: Reading,
  ) {}

  for(input: ReadInput): WrittenRead {
    const given = givenNames(input);
    const key = given.join(' ');
    const known = this.written.get(key);
    if (known) return known;
    const written = writeRead(this.read, this.selections, this.reading, given);
    this.written.set(key, written);
    return written;
  }
}

/** One thing to be read, and by whom. */
export interface Question {
  readonly selected: SelectedRead;
  readonly viewer: never;
  readonly args: never;
}

interface PreparedQuestion extends ScopedRead {
  readonly fill: (body: Buffer) => readonly Buffer[];
}

interface SelectedBy {
  readonly nodes: readonly FieldNode[];
  readonly selected: SelectedRead;
}

/** Answers described reads: to resolvers as objects, to whole operations as text. */
@Injectable()
export class Reads implements OnApplicationBootstrap {
  private readonly roots = new Map<string, AnyRootRead>();
  /** By the node that asks: a parsed document is kept as long as it is in use. */
  private readonly selected = new WeakMap<FieldNode, SelectedBy>();
  private readonly whole = new Map<AnyRead, SelectedRead>();
  private readonly tools: Tools;

  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly modules: ModuleRef,
    files: FileUrls,
  ) {
    this.tools = { files };
  }

  onApplicationBootstrap(): void {
    const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
    for (const root of this.roots.values()) checkDescription(root, schema);
  }

  /** The field may from now on be answered as text, too. */
  add<Viewer, Args, Input extends ReadInput>(root: RootRead<Viewer, Args, Input>): void {
    this.roots.set(root.field, root as unknown as AnyRootRead);
  }

  /** What a domain above has to say of a type; said before anything is read, and the same each time. */
  extend(type: ReadType, fields: ReadFields): void {
    Object.assign(type.fields, fields);
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
    read: ObjectRead<Viewer, Args, Input>,
    viewer: Viewer,
    args: Args,
    info?: GraphQLResolveInfo,
  ): Promise<T | null> {
    const any = read as unknown as AnyRead;
    const selected = info ? this.selectedBy(any, info) : this.wholeOf(any);
    const [pieces] = (await this.answers([{ selected, viewer: viewer as never, args: args as never }])) ?? [];
    return pieces ? (JSON.parse(Buffer.concat(pieces).toString()) as T) : null;
  }

  /** Of a field that is never null. */
  async always<T, Viewer, Args, Input extends ReadInput>(
    read: ObjectRead<Viewer, Args, Input>,
    viewer: Viewer,
    args: Args,
    info?: GraphQLResolveInfo,
  ): Promise<T> {
    const found = await this.find<T, Viewer, Args, Input>(read, viewer, args, info);
    if (found === null) throw new TypeError(`The statement of ${read.type.name} answered nothing`);
    return found;
  }

  /**
   * JSON of each in pieces, null where there is nothing; all that is asked on behalf of the same viewer in one flight. With a presumed
   * actor null instead of all, unless they still are who they were.
   */
  async answers(
    questions: readonly Question[],
    presumed?: Presumed,
  ): Promise<readonly (readonly Buffer[] | null)[] | null> {
    const at = this.clock.now();
    const prepared = questions.map((question) => this.prepare(question, at));
    const sent = prepared.filter((one) => one !== null);
    const read = await this.reader.bodies(presumed ? [presumed.check, ...sent] : sent);
    if (presumed && !presumed.holds(read[0] ?? null)) return null;
    const bodies = presumed ? read.slice(1) : read;
    const found = new Map(sent.map((one, index) => [one, bodies[index]]));
    return prepared.map((one) => {
      const body = one && found.get(one);
      return one && body ? one.fill(body) : null;
    });
  }

  /** Null where the arguments can find nothing. */
  private prepare({ selected, viewer, args }: Question, at: Instant): PreparedQuestion | null {
    const { read } = selected;
    const input = read.input(viewer, args, at);
    if (input === null) return null;
    const written = selected.for(input);
    return {
      scope: read.scopeOf(viewer),
      text: written.text,
      values: written.values(input),
      fill: (body) => written.slots.fill(body, viewer, read.viewerKey(viewer), this.tools),
    };
  }

  private selectedBy(read: AnyRead, { fieldNodes, fragments, schema }: GraphQLResolveInfo): SelectedRead {
    const [node] = fieldNodes;
    const known = node && this.selected.get(node);
    // A fragment's node is asked in several places, beside others in some of them.
    if (known?.nodes.length === fieldNodes.length && fieldNodes.every((each, index) => each === known.nodes[index])) {
      return known.selected;
    }
    const sets = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const selected = new SelectedRead(
      read,
      insideSelection(objectTypeOf(schema, read.type), sets, fragments),
      'inside',
    );
    if (node) this.selected.set(node, { nodes: fieldNodes, selected });
    return selected;
  }

  private wholeOf(read: AnyRead): SelectedRead {
    const known = this.whole.get(read);
    if (known) return known;
    const selected = new SelectedRead(read, wholeSelection(read.type), 'inside');
    this.whole.set(read, selected);
    return selected;
  }
}
