import { disciplines } from '@planerka/agency/domain';
import {
  custom,
  isId,
  optionalText,
  requiredLine,
  requiredText,
  Temporal,
  type Instant,
} from '@planerka/platform/domain';
import { z } from 'zod';

/** Shapes of what people send about a task. The brief itself is the domain's `parseBrief`. */
const id = () => z.string().refine(isId, { params: { code: 'not_an_id' } });
const instant = () => z.custom<Instant>((value) => value instanceof Temporal.Instant);
const minutes = () => z.int().min(1).max(60_000);

export const noteText = optionalText('note');

export const reasonInput = z.object({ reason: optionalText('note').default('') });

export const createTaskInput = z.object({
  itemId: id().nullish(),
  campaignId: id().nullish(),
  discipline: z.enum(disciplines),
  deliverableType: z.string().max(40).nullish(),
  title: requiredLine('title'),
  assigneeId: id().nullish(),
  dueAt: instant().nullish(),
  estimatedMinutes: minutes().nullish(),
  startAfter: z.array(id()).max(20).default([]),
  templateId: id().nullish(),
  likeTaskId: id().nullish(),
  wantsClientApproval: z.boolean().nullish(),
});
export type CreateTask = z.output<typeof createTaskInput>;

/** The tasks of one publication, made at once; what each begins after follows from their disciplines. */
export const createChainInput = z.object({
  itemId: id(),
  campaignId: id().nullish(),
  steps: z
    .array(createTaskInput.omit({ itemId: true, campaignId: true, startAfter: true, wantsClientApproval: true }))
    .min(1)
    .max(disciplines.length)
    .superRefine((steps, context) => {
      steps.forEach(({ discipline }, index) => {
        if (steps.findIndex((step) => step.discipline === discipline) < index)
          context.addIssue(custom('duplicate', undefined, [index, 'discipline']));
      });
    }),
});

/** Absent: as it is. The title may be empty while it is being written; readiness says so. */
export const draftInput = z.object({
  title: optionalText('title').optional(),
  dueAt: instant().nullish(),
  estimatedMinutes: minutes().nullish(),
  assigneeId: id().nullish(),
  wantsClientApproval: z.boolean().optional(),
  startAfter: z.array(id()).max(20).optional(),
});
export type DraftChange = z.output<typeof draftInput>;

export const questionInput = z.object({ question: requiredText('note') });
export const answerInput = z.object({ answer: requiredText('note') });
export const templateInput = z.object({ name: requiredLine('name') });
