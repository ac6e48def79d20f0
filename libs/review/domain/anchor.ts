import { isId, issue, plainTextOf, printable, textLimits, type InputIssue } from '@planerka/platform/domain';
import { deliverableFiles, type DeliverableContent } from '@planerka/tasks/domain';
import { z } from 'zod';

const fileId = () => z.string().refine(isId, { params: { code: 'not_an_id' } });
/** Share of the picture's width or height, 0 at the left or top: the same point on every screen. */
const share = () => z.number().min(0).max(1);

/** What a comment points at; without one it is about the whole version. */
export const anchorSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('passage'),
      /** The network whose variant of the text it is; null for the main text. */
      network: printable().max(20).nullable().default(null),
      /** Offsets in `plainTextOf(text)`, UTF-16 code units, `to` not included. */
      from: z.int().min(0).max(textLimits.richText),
      to: z.int().min(1).max(textLimits.richText),
      /** The words themselves: they find the passage again in another version. */
      quote: printable().min(1).max(textLimits.note),
    })
    .refine(({ from, to }) => from < to, { path: ['to'], params: { code: 'passage_is_empty' } }),
  z.strictObject({
    kind: z.literal('point'),
    fileId: fileId(),
    /** Of a document, from 1. */
    page: z.int().min(1).max(2_000).nullable().default(null),
    x: share(),
    y: share(),
  }),
  z.strictObject({
    kind: z.literal('time'),
    fileId: fileId(),
    /** Milliseconds from the beginning of the video. */
    at: z.int().min(0).max(86_400_000),
    x: share().nullable().default(null),
    y: share().nullable().default(null),
  }),
]);

export type CommentAnchor = z.output<typeof anchorSchema>;
export type Passage = Extract<CommentAnchor, { kind: 'passage' }>;

/** The version that a comment is about, as far as anchors go. */
export interface AnchorTarget {
  /** Plain text by network; the main text is under null. */
  readonly texts: ReadonlyMap<string | null, string>;
  readonly fileIds: readonly string[];
}

/** An anchor that points past its version: the page was stale, or somebody made it up. */
export function checkAnchor(anchor: CommentAnchor, target: AnchorTarget): InputIssue | null {
  if (anchor.kind !== 'passage') {
    return target.fileIds.includes(anchor.fileId) ? null : issue(['anchor', 'fileId'], 'file_of_another_version');
  }
  const text = target.texts.get(anchor.network);
  return text?.slice(anchor.from, anchor.to) === anchor.quote ? null : issue(['anchor', 'quote'], 'passage_not_found');
}

/**
 * Where a passage stands in another version: the occurrence of its words that is nearest to where they were;
 * null where they are gone, so the comment is shown beside the text with its quote.
 */
export function relocate(passage: Passage, text: string): Passage | null {
  const places: number[] = [];
  for (let at = text.indexOf(passage.quote); at !== -1; at = text.indexOf(passage.quote, at + 1)) places.push(at);
  const [nearest] = places.toSorted((one, other) => Math.abs(one - passage.from) - Math.abs(other - passage.from));
  return nearest === undefined ? null : { ...passage, from: nearest, to: nearest + passage.quote.length };
}

/** What of a submitted version can be pointed at. */
export function anchorTargetOf(content: DeliverableContent): AnchorTarget {
  const fileIds = deliverableFiles(content);
  if (content.kind !== 'copy') return { texts: new Map(), fileIds };
  const variants = content.variants.map(({ network, text }) => [network, plainTextOf(text)] as const);
  return { texts: new Map([[null, plainTextOf(content.text)], ...variants]), fileIds };
}
