import {
  defineLiveUpdates,
  graphql,
  type ResultOf,
  type VariablesOf,
  InvalidInputFragment,
} from '@planerka/platform/web';

const CommentWords_comment = graphql(`
  fragment CommentWords_comment on Comment @_unmask {
    id
    body
    authorId
    authorName
    isViewers
    isEdited
    createdAt
    version
    viewerCanEdit
  }
`);

export const CommentThread_comment = graphql(
  `
    fragment CommentThread_comment on Comment @_unmask {
      ...CommentWords_comment
      visibility
      deliverableId
      deliverableNumber
      resolvedAt
      resolvedBy
      criterionId
      viewerCanReply
      viewerCanMakeCriterion
      anchor {
        __typename
        ... on PassageAnchor {
          network
          from
          to
          quote
        }
        ... on PointAnchor {
          fileId
          page
          x
          y
        }
        ... on TimeAnchor {
          fileId
          at
        }
      }
      replies {
        ...CommentWords_comment
      }
    }
  `,
  [CommentWords_comment],
);

export const TaskDiscussion_task = graphql(
  `
    fragment TaskDiscussion_task on Task @_unmask {
      id
      discussion {
        viewerCanWrite
        internal {
          ...CommentThread_comment
        }
        client {
          ...CommentThread_comment
        }
      }
    }
  `,
  [CommentThread_comment],
);

const CommentAnswer_result = graphql(
  `
    fragment CommentAnswer_result on CommentResult @_unmask {
      __typename
      ...InvalidInput
      ... on StaleVersion {
        currentVersion
      }
      ... on CommentSuccess {
        comment {
          id
        }
        task {
          ...TaskDiscussion_task
          openComments
          availableActions {
            action
            isPrimary
            to
            count
          }
        }
      }
    }
  `,
  [InvalidInputFragment, TaskDiscussion_task],
);

const answer = [CommentAnswer_result] as const;

export const AddComment = graphql(
  `
    mutation AddComment($input: AddCommentInput!) {
      addComment(input: $input) {
        ...CommentAnswer_result
      }
    }
  `,
  answer,
);

export const ReplyToComment = graphql(
  `
    mutation ReplyToComment($input: ReplyToCommentInput!) {
      replyToComment(input: $input) {
        ...CommentAnswer_result
      }
    }
  `,
  answer,
);

export const EditComment = graphql(
  `
    mutation EditComment($input: EditCommentInput!) {
      editComment(input: $input) {
        ...CommentAnswer_result
      }
    }
  `,
  answer,
);

export const ResolveComment = graphql(
  `
    mutation ResolveComment($input: CommentActionInput!) {
      resolveComment(input: $input) {
        ...CommentAnswer_result
      }
    }
  `,
  answer,
);

export const ReopenComment = graphql(
  `
    mutation ReopenComment($input: CommentActionInput!) {
      reopenComment(input: $input) {
        ...CommentAnswer_result
      }
    }
  `,
  answer,
);

export const MakeCommentCriterion = graphql(`
  mutation MakeCommentCriterion($input: CommentActionInput!) {
    makeCommentCriterion(input: $input) {
      __typename
      ... on CommentSuccess {
        comment {
          id
          criterionId
          viewerCanMakeCriterion
        }
        task {
          id
          criteriaCount
          criteriaMet
          details {
            criteria {
              id
              text
              isMet
              checkedBy
            }
          }
        }
      }
    }
  }
`);

export type Thread = ResultOf<typeof CommentThread_comment>;
export type Words = Thread['replies'][number];
export type Discussion = ResultOf<typeof TaskDiscussion_task>['discussion'];
export type Visibility = Thread['visibility'];
export type AnchorInput = NonNullable<VariablesOf<typeof AddComment>['input']['anchor']>;

// The board shows how many stand open; the task itself is asked for again without any rule.
defineLiveUpdates({ comment: ['taskBoard', 'tasks'] });
