import { Module } from '@nestjs/common';
import { TasksModule } from '@planerka/tasks/server';
import { ApprovalsModule } from './approvals/approvals.module';
import { CommentResolver, CommentSuccessResolver } from './comments/comment.resolver';
import { CommentsService } from './comments/comments.service';
import { Discussions } from './comments/discussions';
import { AttachmentAccess } from './files/attachment-access';

@Module({
  imports: [TasksModule, ApprovalsModule],
  providers: [AttachmentAccess, Discussions, CommentsService, CommentResolver, CommentSuccessResolver],
})
export class ReviewModule {}
