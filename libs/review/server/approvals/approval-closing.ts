import type { Id } from '@planerka/platform/domain';
import { toDbInstant, type Tx } from '@planerka/platform/server';
import { verdictsOf } from '@planerka/review/domain';
import type { TaskActor, TaskWorkflow } from '@planerka/tasks/server';
import { rememberAnswer } from './answered-requests';
import type { LoadedApproval } from './loaded-approval';

export interface Closing {
  readonly state: 'approved' | 'changes_requested';
  readonly changesIn: readonly Id[];
  readonly couldApprove: boolean;
  /** What the tasks' histories say. */
  readonly reason: string;
}

/** Ends a request by the client's word and moves its tasks; false where one of them is not where a pending request holds it. */
export async function closeApproval(
  tx: Tx,
  workflow: TaskWorkflow,
  approval: LoadedApproval,
  actor: TaskActor,
  { reason, ...closing }: Closing,
): Promise<boolean> {
  await tx.db.approval.update({
    where: { agencyId_id: { agencyId: tx.agencyId, id: approval.id } },
    data: { state: closing.state, decidedAt: toDbInstant(tx.at), version: { increment: 1 } },
  });
  await rememberAnswer(tx, approval.clientId);
  const taskIds = approval.subjects.map(({ taskId }) => taskId);
  for (const verdict of verdictsOf(taskIds, closing)) {
    const moved = await workflow.clientDecided(tx, actor, { ...verdict, comment: reason });
    if (!moved.ok) return false;
  }
  return true;
}
