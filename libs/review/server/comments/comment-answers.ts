import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import type { Result } from '@planerka/platform/domain';
import { toResult, type CommandError } from '@planerka/platform/server';
import { TaskListsQuery } from '@planerka/tasks/server';
import type { CommentRef } from './comments.service';
import { DiscussionQuery } from './discussion.query';

/** A command's outcome on the wire: the comment and its task as they now stand, or the refusal. */
@Injectable()
export class CommentAnswers {
  constructor(
    private readonly discussions: DiscussionQuery,
    private readonly tasks: TaskListsQuery,
  ) {}

  async of(viewer: CurrentMember, result: Result<CommentRef, CommandError>) {
    if (!result.ok) return toResult('CommentSuccess', result, () => ({}));
    const { taskId, commentId } = result.value;
    const [comment, task] = await Promise.all([
      this.discussions.comment(viewer, taskId, commentId),
      this.tasks.one(viewer, taskId),
    ]);
    return toResult('CommentSuccess', result, () => ({ comment, task }));
  }
}
