import { stageModes } from '@planerka/clients/domain';
import {
  isAfter,
  isId,
  optionalText,
  requiredLine,
  Temporal,
  type Id,
  type InputIssue,
  type Instant,
  issue,
} from '@planerka/platform/domain';
import { z } from 'zod';
import { checkPin, linkExpiry } from './guest-link';

const id = () => z.string().refine(isId, { params: { code: 'not_an_id' } });
const instant = () => z.custom<Instant>((value) => value instanceof Temporal.Instant);
const ids = (most: number) =>
  z
    .array(id())
    .max(most)
    .transform((list) => [...new Set(list)]);

/** A whole month's plan fits into one request, and no more than one. */
const subjectLimit = 100;
const approverLimit = 10;

/** What a manager sends to a client: the work, the people, the time, and words beside it. */
export const approvalRequestInput = z.object({
  taskIds: ids(subjectLimit).default([]),
  itemIds: ids(subjectLimit).default([]),
  contactIds: ids(approverLimit).pipe(z.array(z.string()).min(1)),
  mode: z.enum(stageModes).default('any'),
  finalContactId: id().nullish(),
  title: requiredLine('title').nullish(),
  message: optionalText('note').default(''),
  changes: z.array(requiredLine('line')).max(20).default([]),
  dueAt: instant().nullish(),
  expiresAt: instant().nullish(),
  pin: z.string().nullish(),
});
export type ApprovalRequest = z.output<typeof approvalRequestInput>;

/** What the shape alone cannot say: times that lie ahead, a final word of somebody who is asked, a PIN worth having. */
export function checkRequest(request: ApprovalRequest, at: Instant): readonly InputIssue[] {
  const { taskIds, itemIds, contactIds, finalContactId, dueAt, pin } = request;
  const issues: InputIssue[] = [];
  if (taskIds.length + itemIds.length === 0) issues.push(issue(['taskIds'], 'required'));
  if (finalContactId && !contactIds.includes(finalContactId)) issues.push(issue(['finalContactId'], 'not_an_option'));
  if (dueAt && !isAfter(dueAt, at)) issues.push(issue(['dueAt'], 'in_past'));
  issues.push(...checkExpiry(request, at));
  if (pin) {
    const checked = checkPin(pin);
    if (!checked.ok) issues.push(checked.error);
  }
  return issues;
}

/** A link lives a while longer than the answer is waited for; a year at most. */
export const expiryOf = ({ dueAt, expiresAt }: Pick<ApprovalRequest, 'dueAt' | 'expiresAt'>, at: Instant): Instant => {
  if (expiresAt) return expiresAt;
  return linkExpiry(dueAt && isAfter(dueAt, at) ? dueAt : at);
};

function checkExpiry({ dueAt, expiresAt }: ApprovalRequest, at: Instant): readonly InputIssue[] {
  if (!expiresAt) return [];
  if (!isAfter(expiresAt, at)) return [issue(['expiresAt'], 'in_past')];
  if (dueAt && isAfter(dueAt, expiresAt)) return [issue(['expiresAt'], 'before_due')];
  return isAfter(expiresAt, linkExpiry(at, 366)) ? [issue(['expiresAt'], 'too_late')] : [];
}

export interface Verdict {
  readonly taskId: Id;
  readonly decision: 'approve' | 'request_changes';
}

/**
 * What a closed request means for each of its tasks. Where only some are to change, the others are good as they are,
 * but only if whoever said so could have approved everything alone: nobody's silence is taken for a yes.
 */
export function verdictsOf(
  taskIds: readonly Id[],
  closing: {
    readonly state: 'approved' | 'changes_requested';
    readonly changesIn: readonly Id[];
    readonly couldApprove: boolean;
  },
): readonly Verdict[] {
  const { state, changesIn, couldApprove } = closing;
  const isPartial = couldApprove && changesIn.length > 0;
  return taskIds.map((taskId) => {
    const isGood = state === 'approved' || (isPartial && !changesIn.includes(taskId));
    return { taskId, decision: isGood ? 'approve' : 'request_changes' };
  });
}
