import { Field, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import type { InputIssue } from '@planerka/platform/domain';
import { JsonScalar } from './scalars';

/** What every expected failure has in common. */
@InterfaceType({
  description: 'An expected failure of a command. The sentence is for developers; clients word their own.',
})
export abstract class CommandErrorInterface {
  @Field()
  message!: string;
}

@ObjectType('InputIssue', { description: 'What is wrong with one field, as a code the client words.' })
export class InputIssueObject {
  @Field(() => [String], { description: 'The way to the field: ["lines", "2", "amount"].' })
  path!: string[];

  @Field({ description: 'What is wrong: "required", "too_long", "negative", …' })
  code!: string;

  @Field(() => JsonScalar, { description: 'What a sentence needs: { max: 200 }.' })
  params!: unknown;
}

@ObjectType({ implements: () => [CommandErrorInterface] })
export class InvalidInput implements CommandErrorInterface {
  message!: string;

  @Field(() => [InputIssueObject])
  issues!: InputIssueObject[];
}

@ObjectType({
  implements: () => [CommandErrorInterface],
  description: 'There is no such thing, or the viewer may not know of it: the two answer alike.',
})
export class NotFound implements CommandErrorInterface {
  message!: string;

  @Field({ description: 'What was looked for: "Task".' })
  entity!: string;
}

@ObjectType({
  implements: () => [CommandErrorInterface],
  description: 'Somebody changed it meanwhile: `expectedVersion` is not the present one.',
})
export class StaleVersion implements CommandErrorInterface {
  message!: string;

  @Field(() => Int)
  currentVersion!: number;
}

@ObjectType({
  implements: () => [CommandErrorInterface],
  description: 'The present state does not allow this action, to this viewer, now.',
})
export class IllegalTransition implements CommandErrorInterface {
  message!: string;

  @Field({ description: 'The state it is in: "in_review".' })
  state!: string;

  @Field({ description: 'The action that was tried: "accept".' })
  action!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why not, where the state alone does not say: "predecessor_not_done".',
  })
  reason?: string | null;

  @Field(() => [String], { nullable: true, description: 'What stands in the way, by name, where it has names.' })
  names?: readonly string[] | null;
}

/** Expected failures that any domain may return; a domain adds its own kinds beside them. */
export type CommandError =
  | { readonly kind: 'InvalidInput'; readonly issues: readonly InputIssue[] }
  | { readonly kind: 'NotFound'; readonly entity: string }
  | { readonly kind: 'StaleVersion'; readonly currentVersion: number }
  | {
      readonly kind: 'IllegalTransition';
      readonly state: string;
      readonly action: string;
      readonly reason?: string | null;
      readonly names?: readonly string[] | null;
    };

export const notFound = (entity: string) => ({ kind: 'NotFound', entity }) as const;
export const staleVersion = (currentVersion: number) => ({ kind: 'StaleVersion', currentVersion }) as const;
export const invalidInput = (issues: readonly InputIssue[]) => ({ kind: 'InvalidInput', issues }) as const;
