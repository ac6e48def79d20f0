import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar } from '@planerka/platform/server';

@ObjectType('Idea', { description: 'A thought for a publication, caught before it is forgotten.' })
export class IdeaObject {
  @Field(() => ID)
  id!: string;

  @Field()
  text!: string;

  @Field(() => ID, { nullable: true, description: 'Null for an idea that is for any client.' })
  clientId!: string | null;

  @Field(() => String, { nullable: true })
  clientName!: string | null;

  @Field(() => ID, { nullable: true, description: 'The publication it became.' })
  itemId!: string | null;

  @Field(() => String, { description: 'Who had it.' })
  authorName!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field({ description: 'To put it away and to bring it back.' })
  viewerCanArchive!: boolean;
}

@ObjectType()
export class IdeaConnection extends connectionOf(IdeaObject) {}
