import { Module } from '@nestjs/common';
import { TasksModule } from '@planerka/tasks/server';
import { ApprovalsModule } from './approvals/approvals.module';
import { CommentAnswers } from './comments/comment-answers';
import { CommentResolver } from './comments/comment.resolver';
import { CommentsService } from './comments/comments.service';
import { DiscussionQuery } from './comments/discussion.query';
import { AttachmentAccess } from './files/attachment-access';

@Module({
  imports: [TasksModule, ApprovalsModule],
  providers: [AttachmentAccess, DiscussionQuery, CommentsService, CommentAnswers, CommentResolver],
})
export class ReviewModule {}
