import { Args, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult, type CommandError } from '@planerka/platform/server';
import type { Result } from '@planerka/platform/domain';
import { TaskListsQuery, TaskObject } from '@planerka/tasks/server';
import type { GraphQLResolveInfo } from 'graphql';
import { AddCommentInput, CommentActionInput, EditCommentInput, ReplyToCommentInput } from './comment.inputs';
import { CommentObject, Discussion } from './comment.object';
import { CommentResult, CommentSuccess } from './comment.results';
import { CommentsService, type CommentRef } from './comments.service';
import { Discussions } from './discussions';

@Resolver(() => TaskObject)
export class CommentResolver {
  constructor(private readonly comments: CommentsService) {}

  /** The task's own statement has read it. */
  @ResolveField(() => Discussion)
  discussion(@Parent() { discussion }: TaskObject & { readonly discussion: Discussion }) {
    return discussion;
  }

  @Mutation(() => CommentResult, { description: 'A new thread, on a passage, a point, a moment or the whole.' })
  async addComment(@Viewer() viewer: CurrentMember, @Args('input') input: AddCommentInput) {
    return toCommentResult(await this.comments.add(viewer, input));
  }

  @Mutation(() => CommentResult, { description: 'In the world of what it answers: internal or the client’s.' })
  async replyToComment(@Viewer() viewer: CurrentMember, @Args('input') input: ReplyToCommentInput) {
    return toCommentResult(await this.comments.reply(viewer, input));
  }

  @Mutation(() => CommentResult, { description: 'One’s own words only.' })
  async editComment(@Viewer() viewer: CurrentMember, @Args('input') input: EditCommentInput) {
    return toCommentResult(await this.comments.edit(viewer, input));
  }

  @Mutation(() => CommentResult, { description: 'The whole thread.' })
  async resolveComment(@Viewer() viewer: CurrentMember, @Args('input') { commentId }: CommentActionInput) {
    return toCommentResult(await this.comments.resolve(viewer, commentId));
  }

  @Mutation(() => CommentResult)
  async reopenComment(@Viewer() viewer: CurrentMember, @Args('input') { commentId }: CommentActionInput) {
    return toCommentResult(await this.comments.reopen(viewer, commentId));
  }

  @Mutation(() => CommentResult, { description: 'It joins the acceptance checklist.' })
  async makeCommentCriterion(@Viewer() viewer: CurrentMember, @Args('input') { commentId }: CommentActionInput) {
    return toCommentResult(await this.comments.makeCriterion(viewer, commentId));
  }
}

/** The comment and its task as they now stand, as far as the command asks to know. */
@Resolver(() => CommentSuccess)
export class CommentSuccessResolver {
  constructor(
    private readonly discussions: Discussions,
    private readonly tasks: TaskListsQuery,
  ) {}

  @ResolveField(() => CommentObject)
  comment(@Viewer() viewer: CurrentMember, @Parent() { commentId }: CommentSuccess, @Info() info: GraphQLResolveInfo) {
    return this.discussions.comment(viewer, commentId, info);
  }

  @ResolveField(() => TaskObject)
  task(@Viewer() viewer: CurrentMember, @Parent() { taskId }: CommentSuccess, @Info() info: GraphQLResolveInfo) {
    return this.tasks.one(viewer, taskId, info);
  }
}

const toCommentResult = (result: Result<CommentRef, CommandError>) =>
  toResult('CommentSuccess', result, (comment) => comment);
