import type { SilencePolicy } from '@planerka/clients/domain';
import { isId, type Id, type Instant } from '@planerka/platform/domain';
import { fromDbInstant, type Tx } from '@planerka/platform/server';
import { approvalHash, type ApprovalFacts, type Decision } from '@planerka/review/domain';

/** A request as commands hold it: its tasks and then itself are locked until the transaction ends. */
export interface LoadedApproval extends ApprovalFacts {
  readonly id: Id;
  readonly clientId: Id;
  readonly squadId: Id;
  readonly title: string;
  readonly message: string;
  readonly sentById: Id;
  readonly dueAt: Instant | null;
  readonly silencePolicy: SilencePolicy;
  readonly remindedAt: Instant | null;
  /** Somebody has looked at it. */
  readonly wasOpened: boolean;
  readonly version: number;
  readonly subjects: readonly Subject[];
}

export interface Subject {
  readonly id: Id;
  readonly taskId: Id;
  readonly itemId: Id | null;
  readonly deliverableId: Id;
  readonly contentHash: string;
}

/** Tasks are locked before their request, everywhere: two commands that meet wait, and neither dies of it. */
export async function lockApproval(tx: Tx, approvalId: Id): Promise<LoadedApproval | null> {
  if (!isId(approvalId)) return null;
  const { db, agencyId } = tx;
  await db.$queryRaw`
    SELECT 1 FROM task t
    JOIN approval_subject s ON s.agency_id = t.agency_id AND s.task_id = t.id
    WHERE s.agency_id = ${agencyId}::uuid AND s.approval_id = ${approvalId}::uuid ORDER BY t.id FOR UPDATE OF t`;
  await db.$queryRaw`SELECT 1 FROM approval WHERE agency_id = ${agencyId}::uuid AND id = ${approvalId}::uuid FOR UPDATE`;
  const row = await db.approval.findUnique({
    where: { agencyId_id: { agencyId, id: approvalId } },
    include: {
      subjects: { orderBy: { position: 'asc' } },
      links: { where: { revokedAt: null }, orderBy: { createdAt: 'asc' } },
      decisions: true,
    },
  });
  if (!row) return null;
  const { squadId } = await db.client.findUniqueOrThrow({
    where: { agencyId_id: { agencyId, id: row.clientId } },
    select: { squadId: true },
  });
  const { subjects, links, decisions, dueAt, remindedAt, ...approval } = row;
  return {
    ...approval,
    squadId,
    subjects,
    dueAt: dueAt && fromDbInstant(dueAt),
    remindedAt: remindedAt && fromDbInstant(remindedAt),
    wasOpened: links.some(({ openedAt }) => openedAt !== null),
    approverIds: [...new Set(links.map(({ contactId }) => contactId))],
    contentHash: approvalHash(subjects),
    decisions: decisions.map(readDecision),
  };
}

function readDecision({
  contactId,
  kind,
  contentHash,
  decidedAt,
  voidedAt,
}: Omit<Decision, 'decidedAt' | 'voidedAt'> & { readonly decidedAt: Date; readonly voidedAt: Date | null }): Decision {
  return {
    contactId,
    kind,
    contentHash,
    decidedAt: fromDbInstant(decidedAt),
    voidedAt: voidedAt && fromDbInstant(voidedAt),
  };
}

/** Who may hear of it, and which screens it stands on. */
export const hearersOf = ({
  clientId,
  squadId,
  sentById,
}: Pick<LoadedApproval, 'clientId' | 'squadId' | 'sentById'>) => ({
  clientId,
  squadId,
  memberIds: [sentById],
});

export const placesOf = (subjects: readonly Pick<Subject, 'taskId' | 'itemId'>[]) => ({
  taskId: subjects[0]?.taskId ?? null,
  itemId: subjects[0]?.itemId ?? null,
});
