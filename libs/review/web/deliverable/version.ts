import { plainTextOf } from '@planerka/platform/domain';
import { graphql, readRichText, type ResultOf } from '@planerka/platform/web';
import { deliverableContentSchema, type DeliverableContent } from '@planerka/tasks/domain';
import { ReviewFile_file, type ReviewFile } from '../files/review-file';

export const ReviewVersion_deliverable = graphql(
  `
    fragment ReviewVersion_deliverable on Deliverable @_unmask {
      id
      number
      content
      note
      findings {
        field
        code
        params
        blocks
      }
      submittedAt
      submittedBy
      files {
        ...ReviewFile_file
      }
    }
  `,
  [ReviewFile_file],
);

type Sent = ResultOf<typeof ReviewVersion_deliverable>;

/** A submitted version, read: what it holds, and its files in the order they are shown. */
export interface Version extends Omit<Sent, 'content'> {
  readonly content: DeliverableContent;
  /** Plain text by network; the main text is under null. */
  readonly texts: ReadonlyMap<string | null, string>;
  readonly shownFiles: readonly ReviewFile[];
  readonly sourceFiles: readonly ReviewFile[];
}

/** Versions that can be read; one written by a newer server than this page is left out. */
export function readVersions(deliverables: readonly Sent[]): readonly Version[] {
  return deliverables.flatMap((sent) => {
    const read = deliverableContentSchema.safeParse(sent.content);
    if (!read.success) return [];
    const content = read.data;
    const byId = new Map(sent.files.map((file) => [file.id, file]));
    const filesOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
    return [
      {
        ...sent,
        content,
        texts: textsOf(content),
        shownFiles: content.kind === 'copy' ? [] : filesOf(content.fileIds),
        sourceFiles: content.kind === 'design' ? filesOf(content.sourceFileIds) : [],
      },
    ];
  });
}

function textsOf(content: DeliverableContent): ReadonlyMap<string | null, string> {
  if (content.kind !== 'copy') return new Map();
  const plain = (text: unknown) => plainTextOf(readRichText(text));
  return new Map<string | null, string>([
    [null, plain(content.text)],
    ...content.variants.map(({ network, text }) => [network, plain(text)] as const),
  ]);
}
