import { createUnionType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { visibilities, type CommentAnchor, type Visibility } from '@planerka/review/domain';
import { DateTimeScalar, graphqlEnum } from '@planerka/platform/server';

export const VisibilityEnum = graphqlEnum('CommentVisibility', visibilities);

@ObjectType({ description: 'Words of a text version.' })
export class PassageAnchor {
  readonly kind!: 'passage';

  @Field(() => String, { nullable: true, description: 'The network whose variant it is; null for the main text.' })
  network!: string | null;

  @Field(() => Int, { description: 'Offset in the plain text, UTF-16 code units.' })
  from!: number;

  @Field(() => Int, { description: 'Not included.' })
  to!: number;

  @Field({ description: 'The words themselves: they find the passage again in another version.' })
  quote!: string;
}

@ObjectType({ description: 'A point of a picture, or of a document’s page.' })
export class PointAnchor {
  readonly kind!: 'point';

  @Field(() => ID)
  fileId!: string;

  @Field(() => Int, { nullable: true, description: 'Of a document, from 1.' })
  page!: number | null;

  @Field(() => Float, { description: 'Share of the width from the left, 0 to 1.' })
  x!: number;

  @Field(() => Float, { description: 'Share of the height from the top, 0 to 1.' })
  y!: number;
}

@ObjectType({ description: 'A moment of a video, and where in the picture, if anywhere.' })
export class TimeAnchor {
  readonly kind!: 'time';

  @Field(() => ID)
  fileId!: string;

  @Field(() => Int, { description: 'Milliseconds from the beginning.' })
  at!: number;

  @Field(() => Float, { nullable: true })
  x!: number | null;

  @Field(() => Float, { nullable: true })
  y!: number | null;
}

const anchorTypes = { passage: 'PassageAnchor', point: 'PointAnchor', time: 'TimeAnchor' } as const;

export const CommentAnchorUnion = createUnionType({
  name: 'CommentAnchor',
  types: () => [PassageAnchor, PointAnchor, TimeAnchor] as const,
  resolveType: ({ kind }: CommentAnchor) => anchorTypes[kind],
});

@ObjectType('Comment')
export class CommentObject {
  @Field(() => ID)
  id!: string;

  @Field(() => VisibilityEnum)
  visibility!: Visibility;

  @Field(() => ID)
  taskId!: string;

  @Field(() => ID, { nullable: true, description: 'The version it was said about.' })
  deliverableId!: string | null;

  @Field(() => Int, { nullable: true })
  deliverableNumber!: number | null;

  @Field(() => CommentAnchorUnion, { nullable: true, description: 'Null: about the whole version.' })
  anchor!: CommentAnchor | null;

  @Field()
  body!: string;

  @Field(() => ID, { nullable: true, description: 'Null where the client said it.' })
  authorId!: string | null;

  @Field()
  authorName!: string;

  @Field()
  isViewers!: boolean;

  @Field(() => DateTimeScalar)
  createdAt!: string;

  @Field()
  isEdited!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'A thread is resolved as a whole.' })
  resolvedAt!: string | null;

  @Field(() => String, { nullable: true })
  resolvedBy!: string | null;

  @Field(() => ID, { nullable: true, description: 'The acceptance criterion that it became.' })
  criterionId!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => [CommentObject], { description: 'The first answer first.' })
  replies!: readonly CommentObject[];

  @Field()
  viewerCanEdit!: boolean;

  @Field({ description: 'Answer it, resolve it, open it again.' })
  viewerCanReply!: boolean;

  @Field()
  viewerCanMakeCriterion!: boolean;
}

@ObjectType({ description: 'What is said about a task’s work. The two visibilities never share a list.' })
export class Discussion {
  @Field(() => [CommentObject], { description: 'What the team says to itself, the first thread first.' })
  internal!: readonly CommentObject[];

  @Field(() => [CommentObject], { description: 'What the client reads, and says.' })
  client!: readonly CommentObject[];

  @Field(() => [VisibilityEnum], { description: 'Where the viewer may begin a thread.' })
  viewerCanWrite!: readonly Visibility[];
}
