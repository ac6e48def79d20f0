import { Field, ObjectType } from '@nestjs/graphql';
import type { Id } from '@planerka/platform/domain';
import { commonErrors, resultUnion } from '@planerka/platform/server';
import { TaskObject } from '@planerka/tasks/server';
import { CommentObject } from './comment.object';
import type { CommentRef } from './comments.service';

@ObjectType()
export class CommentSuccess implements CommentRef {
  readonly taskId!: Id;

  readonly commentId!: Id;

  @Field(() => CommentObject)
  comment!: CommentObject;

  @Field(() => TaskObject, { description: 'Its next step may be another one now.' })
  task!: TaskObject;
}

export const CommentResult = resultUnion('CommentResult', [CommentSuccess, ...commonErrors]);
