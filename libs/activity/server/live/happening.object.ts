import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@planerka/platform/server';

@ObjectType('Happening', { description: 'Something changed: enough to know what to ask again, and nothing more.' })
export class HappeningObject {
  @Field(() => ID)
  id!: string;

  @Field({ description: '"task.accepted"' })
  type!: string;

  @Field({ description: '"Task"' })
  entityType!: string;

  @Field(() => ID)
  entityId!: string;

  @Field(() => ID, { nullable: true })
  clientId!: string | null;

  @Field(() => ID, { nullable: true })
  campaignId!: string | null;

  @Field(() => ID, { nullable: true })
  itemId!: string | null;

  @Field(() => ID, { nullable: true })
  taskId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Who did it; null for a client by link.' })
  actorId!: string | null;

  @Field()
  actorName!: string;

  @Field(() => [String], {
    description: 'Everything that one command changed together with it, itself included: "ContentItem:id". Else empty.',
  })
  also!: readonly string[];

  @Field(() => [String], {
    description: 'Of publications: the months on whose pages, with their whole weeks, they may stand; else empty.',
  })
  months!: readonly string[];

  @Field(() => DateTimeScalar)
  at!: string;
}
