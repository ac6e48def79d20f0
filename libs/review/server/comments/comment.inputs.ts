import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { Visibility } from '@planerka/review/domain';
import { VisibilityEnum } from './comment.object';

@InputType()
export class PassageAnchorInput {
  @Field(() => String, { nullable: true })
  network?: string | null;

  @Field(() => Int)
  from!: number;

  @Field(() => Int)
  to!: number;

  @Field()
  quote!: string;
}

@InputType()
export class PointAnchorInput {
  @Field(() => ID)
  fileId!: string;

  @Field(() => Int, { nullable: true })
  page?: number | null;

  @Field(() => Float)
  x!: number;

  @Field(() => Float)
  y!: number;
}

@InputType()
export class TimeAnchorInput {
  @Field(() => ID)
  fileId!: string;

  @Field(() => Int)
  at!: number;

  @Field(() => Float, { nullable: true })
  x?: number | null;

  @Field(() => Float, { nullable: true })
  y?: number | null;
}

@InputType({ isOneOf: true, description: 'Exactly one of them.' })
export class CommentAnchorInput {
  @Field(() => PassageAnchorInput, { nullable: true })
  passage?: PassageAnchorInput;

  @Field(() => PointAnchorInput, { nullable: true })
  point?: PointAnchorInput;

  @Field(() => TimeAnchorInput, { nullable: true })
  time?: TimeAnchorInput;
}

@InputType()
export class AddCommentInput {
  @Field(() => ID)
  taskId!: string;

  @Field(() => ID, { description: 'The version that it is about.' })
  deliverableId!: string;

  @Field(() => VisibilityEnum)
  visibility!: Visibility;

  @Field()
  body!: string;

  @Field(() => CommentAnchorInput, { nullable: true, description: 'Absent: about the whole version.' })
  anchor?: CommentAnchorInput | null;
}

@InputType()
export class ReplyToCommentInput {
  @Field(() => ID)
  commentId!: string;

  @Field()
  body!: string;
}

@InputType()
export class EditCommentInput {
  @Field(() => ID)
  commentId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field()
  body!: string;
}

@InputType()
export class CommentActionInput {
  @Field(() => ID)
  commentId!: string;
}
