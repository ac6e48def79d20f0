import type { Discipline } from '@planerka/agency/domain';
import {
  contentHash,
  isBlankRichText,
  issue,
  err,
  ok,
  parseInput,
  richTextSchema,
  type Canonical,
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import { z } from 'zod';
import { day, amount, fileIds, line, lines, link, listLimit, long } from './brief-parts';

const networkKey = z.string().regex(/^[a-z]{1,20}$/);

/** A text, and where a network wants other words, its own variant. */
export const copyContentSchema = z.strictObject({
  kind: z.literal('copy'),
  text: richTextSchema,
  variants: z
    .array(z.strictObject({ network: networkKey, text: richTextSchema }))
    .max(12)
    .default([]),
});

/** The files say it all; their order is the order of the slides. */
export const designContentSchema = z.strictObject({
  kind: z.literal('design'),
  fileIds: fileIds(),
  /** Layered source, where one was wanted. A client never sees it. */
  sourceFileIds: fileIds(),
  sourceUrl: link(),
});

const adSchema = z.strictObject({
  name: line(),
  segment: line(),
  creative: line(),
  dailyLimit: amount(),
  erid: line(),
});

/** The campaign as it stands set up in the advertising cabinet. */
export const targetingContentSchema = z.strictObject({
  kind: z.literal('targeting'),
  cabinetUrl: link(),
  campaignName: line(),
  startsOn: day(),
  endsOn: day(),
  totalLimit: amount(),
  ads: z.array(adSchema).max(200).default([]),
  utmSample: link(),
  isTrackingChecked: z.boolean().default(false),
  notes: long(),
  stopRules: lines(listLimit),
  fileIds: fileIds(),
});

export const deliverableContentSchema = z.discriminatedUnion('kind', [
  copyContentSchema,
  designContentSchema,
  targetingContentSchema,
]);

export type CopyContent = z.output<typeof copyContentSchema>;
export type DesignContent = z.output<typeof designContentSchema>;
export type TargetingContent = z.output<typeof targetingContentSchema>;
export type DeliverableContent = CopyContent | DesignContent | TargetingContent;

/** Takes what a specialist submits for a task of that discipline; an empty one is no work. */
export function parseDeliverable(
  discipline: Discipline,
  input: unknown,
): Result<DeliverableContent, readonly InputIssue[]> {
  const parsed = parseInput(deliverableContentSchema, input);
  if (!parsed.ok) return parsed;
  const content = parsed.value;
  if (content.kind !== discipline) return err([issue(['kind'], 'other_discipline', { discipline })]);
  const missing = emptyAt(content);
  return missing === null ? ok(content) : err([issue([missing], 'required')]);
}

function emptyAt(content: DeliverableContent): string | null {
  switch (content.kind) {
    case 'copy':
      return isBlankRichText(content.text) ? 'text' : null;
    case 'design':
      return content.fileIds.length === 0 ? 'fileIds' : null;
    case 'targeting':
      return content.campaignName === '' && content.ads.length === 0 ? 'campaignName' : null;
  }
}

export const deliverableFiles = (content: DeliverableContent): readonly string[] =>
  content.kind === 'copy'
    ? []
    : content.kind === 'design'
      ? [...content.fileIds, ...content.sourceFileIds]
      : content.fileIds;

/**
 * The hash that a client's decision is bound to: over everything a client is shown and nothing else, so that adding a
 * source file voids no approval. Files count by their bytes: the same file uploaded twice is the same content.
 * @param sha256Of file id → hex SHA-256 of its bytes
 */
export function deliverableHash(content: DeliverableContent, sha256Of: ReadonlyMap<string, string>): string {
  const files = (ids: readonly string[]): Canonical =>
    ids.map((id) => {
      const sha256 = sha256Of.get(id);
      if (sha256 === undefined) throw new TypeError(`File ${id} has no hash yet`);
      return sha256;
    });
  switch (content.kind) {
    case 'copy':
      // Rich text is JSON by construction; its interfaces have no index signature that would say so.
      return contentHash({
        kind: content.kind,
        text: content.text,
        variants: content.variants,
      } as unknown as Canonical);
    case 'design':
      return contentHash({ kind: content.kind, files: files(content.fileIds) });
    case 'targeting':
      return contentHash({ ...content, fileIds: files(content.fileIds) });
  }
}
