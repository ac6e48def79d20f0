import { Field, ObjectType } from '@nestjs/graphql';
import { commonErrors, resultUnion } from '@planerka/platform/server';
import { TaskObject } from '@planerka/tasks/server';
import { CommentObject } from './comment.object';

@ObjectType()
export class CommentSuccess {
  @Field(() => CommentObject)
  comment!: CommentObject;

  @Field(() => TaskObject, { description: 'Its next step may be another one now.' })
  task!: TaskObject;
}

export const CommentResult = resultUnion('CommentResult', [CommentSuccess, ...commonErrors]);
