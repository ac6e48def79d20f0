import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Network } from '@planerka/clients/domain';
import { NetworkEnum } from '@planerka/clients/server';
import type { RuleKind, RuleUnit, Severity } from '@planerka/content-plan/domain';
import { RuleKindEnum, RuleUnitEnum, SeverityEnum } from '@planerka/content-plan/server';
import { FileObject, JsonScalar } from '@planerka/platform/server';
import type { TaskState } from '@planerka/tasks/domain';
import { TaskStateEnum } from '../tasks/task-enums';

/** Work that was handed in for a publication: its last version. */
@ObjectType({ isAbstract: true })
abstract class HandedIn {
  @Field(() => ID)
  taskId!: string;

  @Field(() => Int, { description: 'Of the version.' })
  number!: number;

  @Field(() => TaskStateEnum)
  state!: TaskState;
}

@ObjectType('ItemText', { description: 'The words of a publication: the last version of its copy.' })
export class ItemTextObject extends HandedIn {
  @Field(() => JsonScalar, { description: 'Rich text.' })
  text!: unknown;

  @Field(() => JsonScalar, { description: '[{ network, text }]: networks that want other words.' })
  variants!: unknown;
}

@ObjectType('ItemMedia', { description: 'Pictures and videos of a publication: the last version of its design.' })
export class ItemMediaObject extends HandedIn {
  @Field(() => [FileObject], { description: 'In the order of the slides.' })
  files!: readonly FileObject[];
}

@ObjectType('PreflightFinding', { description: 'Something that is not as it should be before it goes out.' })
export class PreflightFindingObject {
  @Field({ description: 'Key of the rule.' })
  rule!: string;

  @Field(() => RuleKindEnum, { description: 'A sentence of the client.' })
  kind!: RuleKind;

  @Field(() => SeverityEnum)
  severity!: Severity;

  @Field(() => NetworkEnum, { nullable: true, description: 'Null: wherever it goes.' })
  network!: Network | null;

  @Field({ description: '"title", "text", "text.vk", "media", "media.<file id>", "channels", "marking".' })
  field!: string;

  @Field(() => JsonScalar)
  params!: unknown;
}

@ObjectType('PreflightLimit', { description: 'How long the words may be in a network, on the day of the publication.' })
export class PreflightLimitObject {
  @Field()
  rule!: string;

  @Field(() => NetworkEnum)
  network!: Network;

  @Field(() => RuleUnitEnum)
  unit!: RuleUnit;

  @Field(() => Int)
  limit!: number;
}

@ObjectType('ItemPreflight', {
  description: 'The publication held against the rules of its day, as far as the viewer sees it.',
})
export class ItemPreflightObject {
  @Field(() => [PreflightFindingObject], { description: 'What blocks it first.' })
  findings!: readonly PreflightFindingObject[];

  @Field(() => [PreflightLimitObject])
  limits!: readonly PreflightLimitObject[];
}
