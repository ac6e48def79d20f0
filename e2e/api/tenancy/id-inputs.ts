import type { Id } from '@planerka/platform/domain';
import type { Ids } from '@planerka/testing/server';
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationTypeNode,
  parse,
  valueFromASTUntyped,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { rootOf, wholeOperations } from '../access/whole-answer';
import type { Operation } from './cases';

/** A place in which an operation names something by its id, lists and nested inputs too. */
export interface IdInput {
  /** `Mutation.addComment(input.anchor.point.fileId)`. */
  readonly name: string;
  readonly root: string;
  readonly path: readonly string[];
  readonly isList: boolean;
}

type Values = Readonly<Record<string, unknown>>;

/** Every one of the schema. */
export function idInputsOf(schema: GraphQLSchema): readonly IdInput[] {
  const found: IdInput[] = [];
  const walk = (root: string, input: GraphQLArgument | GraphQLInputField, path: readonly string[]): void => {
    const type = getNamedType(input.type);
    const here = [...path, input.name];
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) walk(root, field, here);
    else if (type.name === 'ID')
      found.push({
        name: `${root}(${here.join('.')})`,
        root,
        path: here,
        isList: isListType(getNullableType(input.type)),
      });
  };
  for (const type of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(type?.getFields() ?? {}))
      for (const argument of field.args) walk(`${type?.name}.${field.name}`, argument, []);
  return found;
}

/** What a case gives its root field, written out in the document or as a variable. */
export function argumentsOf({ document, variables }: Operation): Values {
  const { root } = rootOf(parse(document));
  return Object.fromEntries(
    (root.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, { ...variables })]),
  );
}

/**
 * The same values with that id in its place. What leads to it and is wanted is put there, too; a list keeps what is
 * right in it.
 */
export function withId(schema: GraphQLSchema, args: Values, input: IdInput, id: string): Values {
  const set = (values: Values, types: readonly (GraphQLArgument | GraphQLInputField)[], at: number): Values => {
    const name = input.path[at] ?? '';
    const field = types.find((each) => each.name === name);
    if (!field) throw new Error(`${input.name} is not in the schema`);
    const present = values[name];
    if (at === input.path.length - 1)
      return { ...values, [name]: input.isList ? [...(Array.isArray(present) ? present : []), id] : id };
    const type = getNamedType(field.type);
    if (!isInputObjectType(type)) throw new Error(`${input.name} leads nowhere`);
    const inner = Object.values(type.getFields());
    const first = (Array.isArray(present) ? present[0] : present) as Values | undefined;
    const next = set(first ?? neededOf(inner), inner, at + 1);
    return { ...values, [name]: isListType(getNullableType(field.type)) ? [next] : next };
  };
  return set(args, rootField(schema, input.root).args, 0);
}

/** Plain values for what may not be missing. */
const neededOf = (fields: readonly GraphQLInputField[]): Values =>
  Object.fromEntries(
    fields
      .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
      .map(({ name, type }) => [name, plainOf(type)]),
  );

function plainOf(type: GraphQLInputType): unknown {
  if (isListType(getNullableType(type))) return [];
  return { Int: 1, Float: 0.5 }[getNamedType(type).name] ?? '';
}

function rootField(schema: GraphQLSchema, root: string) {
  const [typeName = '', name = ''] = root.split('.');
  const operation = typeName.toLowerCase() as OperationTypeNode;
  const field = schema.getRootType(operation)?.getFields()[name];
  if (!field) throw new Error(`${root} is not in the schema`);
  return { operation, name, args: field.args };
}

/** Asks the root field with these arguments: a query for all that it shows, a command for how it ended. */
export function operationsFor(schema: GraphQLSchema, root: string, args: Values): readonly Operation[] {
  const { operation, name, args: declared } = rootField(schema, root);
  const given = declared.filter((each) => each.name in args);
  const header = given.map((each) => `$${each.name}: ${String(each.type)}`).join(', ');
  const call = `${name}(${given.map((each) => `${each.name}: $${each.name}`).join(', ')})`;
  return wholeOperations(schema, `${operation} (${header}) { ${call} { __typename } }`, 1).map((document) => ({
    document,
    variables: args,
  }));
}

export const isCommand = ({ root }: IdInput): boolean => root.startsWith('Mutation.');

/** What else an input may name. */
export interface Things extends Ids {
  /** Wrote something into the journal. */
  readonly manager: Id;
  /** Can take over what `member` does. */
  readonly colleague: Id;
  /** Of the owner. */
  readonly session: Id;
  readonly draft: Id;
  /** A picture of the client, and of no task. */
  readonly picture: Id;
  /** Brought by the owner for an idea that is not there yet. */
  readonly ownPicture: Id;
  /** Of the idea. */
  readonly ideaPicture: Id;
  /** A publication that is out. */
  readonly outItem: Id;
  /** Of what the link shows. */
  readonly contentHash: string;
}

/** Which thing belongs there, by the name of the input: `taskIds` → `task`. */
export function kindOf({ name, root, path }: IdInput): keyof Things {
  const last = (path.at(-1) ?? '').replace(/Ids?$/, '');
  const kind = kinds[name] ?? namedOtherwise[last] ?? (last === 'id' ? root.split('.')[1] : last);
  return kind as keyof Things;
}

const namedOtherwise: Readonly<Record<string, keyof Things>> = {
  lead: 'manager',
  toMember: 'colleague',
  finalContact: 'contact',
  startAfter: 'doneTask',
  likeTask: 'task',
  case: 'casePage',
  token: 'apiToken',
  delivery: 'webhookDelivery',
  entry: 'timeEntry',
  author: 'manager',
  copywriter: 'assignee',
  designer: 'assignee',
  targetologist: 'assignee',
};

const kinds: Readonly<Record<string, keyof Things>> = {
  'Query.contentItem(id)': 'item',
  'Query.approvalCertificate(id)': 'approval',
  'Query.auditLog(entityId)': 'task',
  'Query.auditLog(memberId)': 'manager',
  'Query.handOver(memberId)': 'assignee',
  'Query.workloadTasks(memberId)': 'assignee',
  'Mutation.guestDecide(input.changesIn)': 'item',
  'Mutation.handOverTasks(input.memberId)': 'assignee',
  'Mutation.preparePayouts(input.memberIds)': 'assignee',
  'Mutation.saveBriefDraft(input.taskId)': 'draft',
  'Mutation.rescheduleTask(input.taskId)': 'draft',
  'Query.planTemplateFit(templateId)': 'planTemplate',
  'Mutation.renamePlanTemplate(input.templateId)': 'planTemplate',
  'Mutation.archivePlanTemplate(input.templateId)': 'planTemplate',
  'Mutation.applyPlanTemplate(input.templateId)': 'planTemplate',
  'Query.planSeriesPreview(input.seriesId)': 'planSeries',
  'Mutation.createPlanSeries(input.templateId)': 'planTemplate',
  'Mutation.changePlanSeries(input.seriesId)': 'planSeries',
  'Mutation.pausePlanSeries(input.seriesId)': 'planSeries',
  'Mutation.endPlanSeries(input.seriesId)': 'planSeries',
  'Mutation.setClientLogo(input.fileId)': 'picture',
  'Mutation.captureIdea(input.fileId)': 'ownPicture',
  'Mutation.updateIdea(input.fileId)': 'ideaPicture',
  'Mutation.stopTimer(entryId)': 'runningEntry',
};

/** Where the case of a root field would be refused, or answered, for another reason than the id in question. */
export const otherArguments: Readonly<Record<string, (things: Things) => Values>> = {
  'Query.approvalDraft': () => ({ taskIds: [], itemIds: [] }),
  'Query.auditLog(memberId)': () => ({}),
  'Query.auditLog(entityId)': () => ({}),
  'Mutation.guestDecide': ({ contentHash }) => ({
    input: { decision: 'REQUEST_CHANGES', contentHash, comment: 'Светлее' },
  }),
  'Mutation.undoRollOver': () => ({ input: { itemIds: [], revisionIds: [] } }),
  'Mutation.endSession': ({ session }) => ({ sessionId: session }),
  'Mutation.handOverTasks': ({ assignee, task, colleague }) => ({
    input: {
      memberId: assignee,
      expectedVersion: 1,
      moves: [{ taskId: task, toMemberId: colleague }],
      deactivate: false,
    },
  }),
  'Mutation.handOverTask': ({ task, colleague }) => ({
    input: { taskId: task, expectedVersion: 1, toMemberId: colleague },
  }),
  'Mutation.rescheduleTask': ({ draft }) => ({
    input: { taskId: draft, expectedVersion: 1, dueAt: '2031-03-03T12:00:00Z' },
  }),
  'Mutation.setContentItemLinks': ({ outItem, channel }) => ({
    input: { itemId: outItem, expectedVersion: 1, links: [{ channelId: channel, url: 'https://vk.com/wall-1_2' }] },
  }),
  'Mutation.preparePayouts': ({ assignee }) => ({ input: { memberIds: [assignee] } }),
  'Mutation.saveBriefDraft': ({ draft }) => ({ input: { taskId: draft, expectedVersion: 1, title: 'Другой' } }),
};

/** One's own is found by specs of their domain: what it is to belong to takes more than one of everything. */
export const foundElsewhere: readonly string[] = [
  // By the link to a plan: e2e/api/plan-links.spec.ts.
  'Mutation.guestPlanRemark(input.itemId)',
  'Mutation.guestPlanDecide(input.changes.itemId)',
  // Of targeting that is issued, and never beside a publication: e2e/api/marking.spec.ts.
  'Mutation.markAd(input.taskId)',
  // Of a version made of files: e2e/api/comments.spec.ts.
  'Mutation.addComment(input.anchor.point.fileId)',
  'Mutation.addComment(input.anchor.time.fileId)',
  // Compared with what stands there, and with nothing else: e2e/api/plan-changes.spec.ts.
  'Mutation.changeContentItems(input.changes.ifStill.campaignId)',
  'Mutation.changeContentItems(input.changes.ifStill.channelIds)',
  'Mutation.changeContentItems(input.changes.ifStill.rubricId)',
  'Mutation.changeContentItems(input.changes.ifStill.copywriterId)',
  'Mutation.changeContentItems(input.changes.ifStill.designerId)',
  'Mutation.changeContentItems(input.changes.ifStill.targetologistId)',
];

/** Commands on many things say what is wrong of each: as of nothing, where another answer is not at the input. */
const saidOfEach: readonly (readonly [name: string, absent: RegExp])[] = [
  ['Mutation.changeContentItems(input.changes.ifStill.', /"ChangeContentItemsSuccess__changed":\[\]/],
  [
    'Mutation.changeContentItems(input.changes.set.',
    /"ContentItemsRefused__message":.*unknown_(campaign|channel|rubric)/,
  ],
];

/** What an input error says of an id that is not there. */
const absentCodes = new Set(['not_found', 'not_an_option', 'file_of_another_version']);

/** Is it told as of nothing, and at the input that names it? */
export function isAbsentAt(answer: unknown, { name, path }: IdInput): boolean {
  const ofEach = saidOfEach.find(([begins]) => name.startsWith(begins));
  if (ofEach?.[1].test(JSON.stringify(answer))) return true;
  const { __typename, InvalidInput__issues: issues = [] } = (answer ?? {}) as {
    readonly __typename?: string;
    readonly InvalidInput__issues?: readonly { readonly code: string; readonly path: readonly string[] }[];
  };
  if (__typename === 'NotFound') return true;
  return (
    __typename === 'InvalidInput' &&
    issues.length === 1 &&
    issues.every(
      ({ code, path: at }) =>
        (absentCodes.has(code) || code.startsWith('unknown_')) &&
        // A place in a list, and which kind of anchor it was, is not told apart.
        at.filter((part) => !/^\d+$/.test(part)).every((part) => path.includes(part)) &&
        at.some((part) => part === path.at(-1)),
    )
  );
}
