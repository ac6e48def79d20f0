import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  getArgumentValues,
  GraphQLError,
  isNonNullType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { CONFIG, type Config } from '../config/config';
import type { GraphQLContext } from '../graphql/context';
import { Reads, SelectedRead, type Question } from './reads';
import { isDescribed, NotPlain, wireSelection, type Fragments, type Selection } from './selection';

/** JSON of an operation's `data` in pieces, for coerced variables; null where graphql-js has to answer. */
export type OperationAnswer = (
  variables: Readonly<Record<string, unknown>>,
  context: GraphQLContext,
) => Promise<readonly Buffer[] | null>;

const [nothing, closing] = [Buffer.from('null'), Buffer.from('}')];

interface RootSelection {
  /** All that stands before its value. */
  readonly opening: Buffer;
  readonly field: GraphQLField<unknown, unknown>;
  readonly selection: Selection;
  readonly selected: SelectedRead;
}

/**
 * Answers an operation by the text that its statements write, where all its root fields are described and nothing in
 * it depends on more than its selection. Everything else, and every failure, is left to graphql-js.
 */
@Injectable()
export class OperationReads {
  /** How many operations were answered so. */
  answered = 0;
  /** Reads that failed, and were executed by graphql-js: there should be none. */
  failed = 0;
  private readonly log = new Logger('Reads');

  constructor(
    private readonly reads: Reads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** How a validated operation is answered; null for graphql-js. */
  plan(document: DocumentNode, operation: OperationDefinitionNode, schema: GraphQLSchema): OperationAnswer | null {
    const roots = this.config.graphqlText ? this.select(operation, document, schema) : null;
    return roots && ((variables, context) => this.answer(roots, variables, context));
  }

  private async answer(
    roots: readonly RootSelection[],
    variables: Readonly<Record<string, unknown>>,
    context: GraphQLContext,
  ): Promise<readonly Buffer[] | null> {
    try {
      const questions = roots.map((root) => questionOf(root, variables, context));
      if (questions.includes(null)) return null;
      const asked = questions.filter((question) => question !== null);
      const answers = await this.reads.answers(asked, context.presumed);
      if (!answers) return null;
      if (roots.some(({ field }, index) => answers[index] === null && isNonNullType(field.type))) return null;
      this.answered += 1;
      return [...roots.flatMap(({ opening }, index) => [opening, ...(answers[index] ?? [nothing])]), closing];
    } catch (problem) {
      // What the caller did wrong, graphql-js says in its own words; anything else ought not to be.
      if (problem instanceof GraphQLError) return null;
      this.failed += 1;
      this.log.warn({ err: problem }, 'A read is left to graphql-js');
      return null;
    }
  }

  private select(
    operation: OperationDefinitionNode,
    document: DocumentNode,
    schema: GraphQLSchema,
  ): readonly RootSelection[] | null {
    const query = schema.getQueryType();
    if (operation.operation !== OperationTypeNode.QUERY || !query) return null;
    const fragments: Fragments = Object.fromEntries(
      document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
    );
    try {
      const selections = wireSelection(query, [operation.selectionSet], fragments);
      const roots = selections.map((selection, place) => this.root(selection, place, schema));
      return roots.length > 0 ? roots : null;
    } catch (problem) {
      if (problem instanceof NotPlain) return null;
      throw problem;
    }
  }

  private root(selection: Selection, place: number, schema: GraphQLSchema): RootSelection {
    const read = this.reads.rootOf(selection.name);
    const field = schema.getQueryType()?.getFields()[selection.name];
    if (!read || !field || !isDescribed(read.type, selection.fields)) throw new NotPlain();
    const opening = Buffer.from(`${place === 0 ? '{' : ','}${JSON.stringify(selection.key)}:`);
    return { opening, field, selection, selected: new SelectedRead(read, selection.fields, 'wire') };
  }
}

/** Null where there is nobody who may ask. */
function questionOf(
  { field, selection, selected }: RootSelection,
  variables: Readonly<Record<string, unknown>>,
  context: GraphQLContext,
): Question | null {
  const viewer = selected.read.viewerOf(context);
  const [node] = selection.nodes;
  if (viewer === null || !node) return null;
  return { selected, viewer, args: getArgumentValues(field, node, variables) as never };
}
