import { graphql, type ResultOf } from '@planerka/platform/web';

export const ReviewFile_file = graphql(`
  fragment ReviewFile_file on File @_unmask {
    id
    name
    mime
    kind
    state
    size
    width
    height
    url
    thumbnailUrl
    previewUrl
    largeUrl
  }
`);

export type ReviewFile = ResultOf<typeof ReviewFile_file>;

export const UploadedFileQuery = graphql(
  `
    query UploadedFile($id: ID!) {
      file(id: $id) {
        ...ReviewFile_file
      }
    }
  `,
  [ReviewFile_file],
);

/** What can be looked at in place; the rest is downloaded. */
export const isVisual = ({ kind }: ReviewFile): boolean => kind === 'IMAGE' || kind === 'VIDEO';
