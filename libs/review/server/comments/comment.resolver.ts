import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { TaskObject } from '@planerka/tasks/server';
import { CommentAnswers } from './comment-answers';
import { AddCommentInput, CommentActionInput, EditCommentInput, ReplyToCommentInput } from './comment.inputs';
import { Discussion } from './comment.object';
import { CommentResult } from './comment.results';
import { CommentsService } from './comments.service';
import { DiscussionQuery } from './discussion.query';

@Resolver(() => TaskObject)
export class CommentResolver {
  constructor(
    private readonly discussions: DiscussionQuery,
    private readonly comments: CommentsService,
    private readonly answers: CommentAnswers,
  ) {}

  @ResolveField(() => Discussion, { description: 'Of one task at a time: it costs a statement of its own.' })
  discussion(@Viewer() viewer: CurrentMember, @Parent() task: TaskObject) {
    return this.discussions.of(viewer, task.id);
  }

  @Mutation(() => CommentResult, { description: 'A new thread, on a passage, a point, a moment or the whole.' })
  async addComment(@Viewer() viewer: CurrentMember, @Args('input') input: AddCommentInput) {
    return this.answers.of(viewer, await this.comments.add(viewer, input));
  }

  @Mutation(() => CommentResult, { description: 'In the world of what it answers: internal or the client’s.' })
  async replyToComment(@Viewer() viewer: CurrentMember, @Args('input') input: ReplyToCommentInput) {
    return this.answers.of(viewer, await this.comments.reply(viewer, input));
  }

  @Mutation(() => CommentResult, { description: 'One’s own words only.' })
  async editComment(@Viewer() viewer: CurrentMember, @Args('input') input: EditCommentInput) {
    return this.answers.of(viewer, await this.comments.edit(viewer, input));
  }

  @Mutation(() => CommentResult, { description: 'The whole thread.' })
  async resolveComment(@Viewer() viewer: CurrentMember, @Args('input') { commentId }: CommentActionInput) {
    return this.answers.of(viewer, await this.comments.resolve(viewer, commentId));
  }

  @Mutation(() => CommentResult)
  async reopenComment(@Viewer() viewer: CurrentMember, @Args('input') { commentId }: CommentActionInput) {
    return this.answers.of(viewer, await this.comments.reopen(viewer, commentId));
  }

  @Mutation(() => CommentResult, { description: 'It joins the acceptance checklist.' })
  async makeCommentCriterion(@Viewer() viewer: CurrentMember, @Args('input') { commentId }: CommentActionInput) {
    return this.answers.of(viewer, await this.comments.makeCriterion(viewer, commentId));
  }
}
