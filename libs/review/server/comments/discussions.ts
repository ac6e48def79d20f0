import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import { read, Reads } from '@planerka/platform/server';
import { taskRead } from '@planerka/tasks/server';
import type { GraphQLResolveInfo } from 'graphql';
import { discussionRead, oneCommentRead } from './comment-read';
import type { CommentObject, Discussion } from './comment.object';

/** What is said about tasks: a part of theirs, that this domain knows. */
@Injectable()
export class Discussions implements OnModuleInit {
  constructor(private readonly reads: Reads) {}

  onModuleInit(): void {
    this.reads.extend(taskRead, { discussion: read.here<Discussion>(discussionRead) });
  }

  comment(viewer: CurrentMember, id: Id, info: GraphQLResolveInfo): Promise<CommentObject | null> {
    return this.reads.find(oneCommentRead, viewer, { id }, info);
  }
}
