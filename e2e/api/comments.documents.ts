export const commentFields = /* GraphQL */ `
  id visibility deliverableNumber body authorId authorName isViewers isEdited resolvedAt resolvedBy criterionId version
  viewerCanEdit viewerCanReply viewerCanMakeCriterion
  anchor {
    __typename
    ... on PassageAnchor { network from to quote }
    ... on PointAnchor { fileId page x y }
    ... on TimeAnchor { fileId at }
  }
`;

const result = /* GraphQL */ `
  __typename
  ... on NotFound { entity }
  ... on InvalidInput { issues { path code } }
  ... on StaleVersion { currentVersion }
  ... on CommentSuccess {
    comment { ${commentFields} replies { id body } }
    task { id openComments criteriaCount availableActions { action count isPrimary } }
  }
`;

const command = (name: string, input: string): string => /* GraphQL */ `
  mutation ($input: ${input}!) { ${name}(input: $input) { ${result} } }
`;

export const commentCommands = {
  addComment: command('addComment', 'AddCommentInput'),
  replyToComment: command('replyToComment', 'ReplyToCommentInput'),
  editComment: command('editComment', 'EditCommentInput'),
  resolveComment: command('resolveComment', 'CommentActionInput'),
  reopenComment: command('reopenComment', 'CommentActionInput'),
  makeCommentCriterion: command('makeCommentCriterion', 'CommentActionInput'),
} as const;

export const discussion = /* GraphQL */ `
  query ($id: ID!) {
    task(id: $id) {
      id
      discussion {
        viewerCanWrite
        internal { ${commentFields} replies { ${commentFields} } }
        client { ${commentFields} replies { ${commentFields} } }
      }
    }
  }
`;

/** What the task page asks for at once. */
export const reviewPage = /* GraphQL */ `
  query ($id: ID!) {
    task(id: $id) {
      id
      state
      details {
        briefs {
          data
        }
        briefFiles {
          id
          url
        }
        deliverables {
          id
          number
          content
          files {
            id
            kind
            url
            thumbnailUrl
          }
        }
      }
      discussion {
        internal {
          id
        }
        client {
          id
        }
      }
    }
  }
`;
