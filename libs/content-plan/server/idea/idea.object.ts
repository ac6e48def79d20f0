import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ideaStates } from '@planerka/content-plan/domain';
import { connectionOf, DateScalar, DateTimeScalar, FileObject, graphqlEnum } from '@planerka/platform/server';
import { RubricObject } from '../rubric/rubric.object';

export const IdeaStateEnum = graphqlEnum('IdeaState', ideaStates);

@ObjectType('IdeaPublication', { description: 'The publication that an idea has become.' })
export class IdeaPublicationObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  clientId!: string;

  @Field()
  title!: string;

  @Field(() => DateScalar)
  publishOn!: string;
}

@ObjectType('Idea', { description: 'A thought for a publication, caught before it is forgotten.' })
export class IdeaObject {
  @Field(() => ID)
  id!: string;

  @Field()
  text!: string;

  @Field(() => [String])
  tags!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Where it comes from.' })
  url!: string | null;

  @Field(() => FileObject, { nullable: true })
  picture!: FileObject | null;

  @Field(() => RubricObject, { nullable: true })
  rubric!: RubricObject | null;

  @Field(() => ID, { nullable: true, description: 'Null for an idea that is for any client.' })
  clientId!: string | null;

  @Field(() => String, { nullable: true })
  clientName!: string | null;

  @Field(() => ID, { nullable: true, description: 'The publication it became, for whoever sees that.' })
  itemId!: string | null;

  @Field(() => IdeaPublicationObject, { nullable: true, description: 'Where it went, for whoever sees that.' })
  publication!: IdeaPublicationObject | null;

  @Field(() => ID)
  authorId!: string;

  @Field(() => String, { description: 'Who had it.' })
  authorName!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => Int)
  version!: number;

  @Field({ description: 'To change it, to put it away and to bring it back.' })
  viewerCanArchive!: boolean;

  @Field({ description: 'To make a publication of it in its client’s plan.' })
  viewerCanPlan!: boolean;
}

@ObjectType()
export class IdeaConnection extends connectionOf(IdeaObject) {}

@ObjectType()
export class IdeaTagObject {
  @Field()
  name!: string;

  @Field(() => Int, { description: 'Open ideas that have it.' })
  count!: number;
}

@ObjectType()
export class IdeaNamedObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;
}

@ObjectType({ description: 'What the ideas that one sees can be told apart by.' })
export class IdeaBank {
  @Field(() => [IdeaTagObject], { description: 'The most used first, at most 100.' })
  tags!: readonly IdeaTagObject[];

  @Field(() => [IdeaNamedObject])
  clients!: readonly IdeaNamedObject[];

  @Field(() => [IdeaNamedObject])
  rubrics!: readonly IdeaNamedObject[];

  @Field(() => [IdeaNamedObject])
  authors!: readonly IdeaNamedObject[];

  @Field(() => Int)
  openCount!: number;

  @Field(() => Int)
  usedCount!: number;

  @Field(() => Int)
  archivedCount!: number;
}
