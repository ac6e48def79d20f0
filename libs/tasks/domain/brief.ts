import { isDeliverableType, type DeliverableType, type Discipline } from '@planerka/agency/domain';
import { parseInput, type InputIssue, type Result } from '@planerka/platform/domain';
import { z } from 'zod';
import { copyBriefSchema, type CopyBrief } from './copy-brief';
import { designBriefSchema, type DesignBrief } from './design-brief';
import { targetingBriefSchema, type TargetingBrief } from './targeting-brief';

/** What a specialist is told: the specification of one task, in the fields of its profession. */
export type Brief = CopyBrief | DesignBrief | TargetingBrief;

export const briefSchema = z.discriminatedUnion('discipline', [
  copyBriefSchema,
  designBriefSchema,
  targetingBriefSchema,
]);

/** Takes a draft from outside: absent fields become empty, unknown and malformed ones are named. */
export const parseBrief = (input: unknown): Result<Brief, readonly InputIssue[]> => parseInput(briefSchema, input);

export function emptyBrief<D extends Discipline>(discipline: D): Extract<Brief, { discipline: D }>;
export function emptyBrief(discipline: Discipline): Brief {
  return briefSchema.parse({ discipline });
}

/** The line of the rate card that this work is priced by; null while it is not chosen. */
export function deliverableTypeOf(brief: Brief): DeliverableType | null {
  const type = brief.discipline === 'copy' ? brief.textType : brief.work;
  return isDeliverableType(type) ? type : null;
}

/** Files that a brief refers to: they must be the agency's, and go with it. */
export function filesOf(brief: Brief): readonly string[] {
  const referred = brief.references.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
  const own =
    brief.discipline === 'design'
      ? brief.identityFileIds
      : brief.discipline === 'targeting'
        ? brief.creatives.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]))
        : [];
  return [...new Set([...referred, ...own])];
}
