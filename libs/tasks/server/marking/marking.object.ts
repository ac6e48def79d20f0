import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Instant, PlainDate } from '@planerka/platform/domain';
import { commonErrors, DateScalar, DateTimeScalar, graphqlEnum, resultUnion } from '@planerka/platform/server';
import { markingStates, type MarkingState } from '@planerka/tasks/domain';

export const MarkingStateEnum = graphqlEnum('MarkingState', markingStates);

@ObjectType('MarkedCreative', {
  description: 'A creative in the register of marked advertising (Russia, 38-FZ art. 18.1).',
})
export class MarkedCreativeObject {
  @Field(() => ID, { description: 'Of the row: its task or publication, and its key.' })
  id!: string;

  @Field(() => ID)
  clientId!: string;

  @Field()
  clientName!: string;

  @Field(() => ID, { nullable: true })
  taskId!: string | null;

  @Field(() => ID, { nullable: true, description: 'A publication that no targetologist has in hand.' })
  itemId!: string | null;

  @Field({ description: 'Which creative of the task or publication.' })
  key!: string;

  @Field({ description: 'Of the task or publication.' })
  title!: string;

  @Field({ description: 'Empty where the advertisement has one creative without a name.' })
  name!: string;

  @Field()
  advertiser!: string;

  @Field({ description: 'Tax number of the advertiser.' })
  inn!: string;

  @Field()
  contract!: string;

  @Field({ description: 'Code of the classifier of advertised goods and services: "30.10.1".' })
  kktu!: string;

  @Field()
  erid!: string;

  @Field(() => MarkingStateEnum)
  state!: MarkingState;

  @Field({ description: 'Has to have an erid, and has none.' })
  isMissing!: boolean;

  @Field({ description: 'Its work is done, or it has been published.' })
  isLaunched!: boolean;

  @Field(() => DateScalar, { nullable: true })
  startsOn!: PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Who changed the row last; null where it is as the brief says.' })
  markedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  markedAt!: Instant | null;

  @Field(() => Int, { description: 'Of the row: 0 where nobody has changed it.' })
  version!: number;

  @Field()
  viewerCanMark!: boolean;
}

@ObjectType('MarkingRegister')
export class MarkingRegisterObject {
  @Field(() => [MarkedCreativeObject], { description: 'What is missing first.' })
  creatives!: readonly MarkedCreativeObject[];

  @Field(() => Int, { description: 'Of all that the filter finds, shown or not.' })
  count!: number;

  @Field(() => Int, { description: 'Without an erid, whatever the filter.' })
  missing!: number;

  @Field(() => Int, { description: 'Of these, launched already.' })
  missingLaunched!: number;
}

@InputType()
export class MarkAdInput {
  @Field(() => ID, { nullable: true })
  taskId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Instead of the task: a publication that has none.' })
  itemId?: string | null;

  @Field()
  key!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Absent: as it is. The token, or the address that has it.' })
  erid?: string | null;

  @Field(() => String, { nullable: true })
  advertiser?: string | null;

  @Field(() => String, { nullable: true })
  contract?: string | null;

  @Field(() => String, { nullable: true })
  kktu?: string | null;

  @Field(() => MarkingStateEnum, { nullable: true, description: 'Absent: follows from the erid.' })
  state?: MarkingState | null;
}

@ObjectType()
export class MarkAdSuccess {
  @Field(() => MarkedCreativeObject)
  creative!: MarkedCreativeObject;
}

export const MarkAdResult = resultUnion('MarkAdResult', [MarkAdSuccess, ...commonErrors]);
