import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { PlainDate } from '@planerka/platform/domain';
import { connectionOf, DateScalar, DateTimeScalar, JsonScalar, PageArgs } from '@planerka/platform/server';

@ObjectType({
  description:
    'What one field held and holds: a text, a number, money as `{ amount, currency }`, a list of them, or nothing.',
})
export class AuditChange {
  @Field({ description: '"name", "audience.pains"' })
  field!: string;

  @Field(() => JsonScalar, { nullable: true })
  from!: unknown;

  @Field(() => JsonScalar, { nullable: true })
  to!: unknown;
}

@ObjectType({ description: 'What an id in a change is called today.' })
export class AuditName {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;
}

@ObjectType('AuditEntry')
export class AuditEntryObject {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Its place in the agency’s chain.' })
  sequence!: number;

  @Field({ description: 'SHA-256 of the entry and of the one before it, in hex.' })
  hash!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field()
  actorName!: string;

  @Field(() => ID, { nullable: true, description: 'Null for a client by link and for the system itself.' })
  actorMemberId!: string | null;

  @Field({ description: '"task.accepted"' })
  action!: string;

  @Field()
  entityType!: string;

  @Field(() => ID)
  entityId!: string;

  @Field(() => String, { nullable: true, description: 'What it is called, where the event said so.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who did it.' })
  reason!: string | null;

  @Field(() => ID, { nullable: true })
  clientId!: string | null;

  @Field(() => String, { nullable: true })
  clientName!: string | null;

  @Field(() => [AuditChange])
  changes!: AuditChange[];

  @Field(() => [AuditName], {
    description: 'People and things that the changes name by their ids, as far as they are still there.',
  })
  names!: AuditName[];

  @Field(() => String, { nullable: true, description: 'The network address it came from; null for the system itself.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'What the browser or the program calls itself.' })
  device!: string | null;

  @Field(() => String, { nullable: true, description: 'The API token it came by.' })
  tokenName!: string | null;
}

@ObjectType()
export class AuditEntryConnection extends connectionOf(AuditEntryObject) {}

@ArgsType()
export class AuditFilterArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  clientId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who did it.' })
  memberId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Actions, or the first words of them: "task", "budget.revisionApproved".',
  })
  actions?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'What it was done to.' })
  entityId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day, in the agency’s time zone.' })
  from?: PlainDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day.' })
  to?: PlainDate | null;
}
