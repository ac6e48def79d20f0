import { commentCommands } from '../comments.documents';
import type { TenancyCases } from './cases';

export const reviewCases: TenancyCases = {
  addComment: ({ task, deliverable }) => ({
    document: commentCommands.addComment,
    variables: { input: { taskId: task, deliverableId: deliverable, visibility: 'INTERNAL', body: 'Чужое' } },
  }),
  replyToComment: ({ comment }) => ({
    document: commentCommands.replyToComment,
    variables: { input: { commentId: comment, body: 'Чужое' } },
  }),
  editComment: ({ comment }) => ({
    document: commentCommands.editComment,
    variables: { input: { commentId: comment, expectedVersion: 1, body: 'Чужое' } },
  }),
  resolveComment: ({ comment }) => ({
    document: commentCommands.resolveComment,
    variables: { input: { commentId: comment } },
  }),
  reopenComment: ({ comment }) => ({
    document: commentCommands.reopenComment,
    variables: { input: { commentId: comment } },
  }),
  makeCommentCriterion: ({ comment }) => ({
    document: commentCommands.makeCommentCriterion,
    variables: { input: { commentId: comment } },
  }),
};
