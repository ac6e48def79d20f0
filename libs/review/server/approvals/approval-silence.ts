import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { changesBetween, ok, type Changes, type Id, type Instant } from '@planerka/platform/domain';
import { Clock, Jobs, Mailer, Reader, toDbInstant, UnitOfWork, type Tx } from '@planerka/platform/server';
import { onSilence, standing } from '@planerka/review/domain';
import { TaskWorkflow, type TaskActor } from '@planerka/tasks/server';
import { reminderLetter } from './reminder-letter';
import { hearersOf, lockApproval, placesOf, type LoadedApproval } from './loaded-approval';

/** What nobody in particular has done. */
const itself: TaskActor = { memberId: null, name: 'Планёрка' };

/** More than an agency has overdue at once; what is left waits for the next round. */
const most = 200;

/**
 * Comes round for requests whose time has passed, and does what was agreed with the client about their silence. Each is
 * looked at again under its lock, so a round that runs twice, or meets the client's own word, does nothing twice.
 */
@Injectable()
export class ApprovalSilence implements OnModuleInit {
  private readonly log = new Logger(ApprovalSilence.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly workflow: TaskWorkflow,
    private readonly mailer: Mailer,
  ) {}

  onModuleInit(): void {
    this.jobs.every(5, 'approval_silence', () => this.round(this.clock.now()));
  }

  async round(at: Instant): Promise<void> {
    const agencies = await this.reader.read({ system: true }, (db) => db.selectFrom('agency').select('id').execute());
    for (const { id: agencyId } of agencies) {
      for (const approvalId of await this.overdue(agencyId, at)) {
        try {
          await this.unitOfWork.run({ agencyId }, async (tx) => ok(await this.settle(tx, approvalId, at)));
        } catch (problem) {
          // One that cannot be settled keeps no other waiting.
          this.log.error(
            problem,
            `The silence about approval ${approvalId} was not settled; the next round tries again`,
          );
        }
      }
    }
  }

  private async overdue(agencyId: Id, at: Instant): Promise<readonly Id[]> {
    const rows = await this.reader.read({ agencyId }, (db) =>
      db
        .selectFrom('approval')
        .select('id')
        .where('agency_id', '=', agencyId)
        .where('state', '=', 'pending')
        .where('due_at', '<=', toDbInstant(at))
        .where('silence_policy', '<>', 'nothing')
        .where((is) => is.or([is('silence_policy', '<>', 'remind'), is('reminded_at', 'is', null)]))
        .orderBy('due_at')
        .limit(most)
        .execute(),
    );
    return rows.map(({ id }) => id);
  }

  private async settle(tx: Tx, approvalId: Id, at: Instant): Promise<void> {
    const approval = await lockApproval(tx, approvalId);
    if (approval?.state !== 'pending') return;
    const { silencePolicy: policy, dueAt, remindedAt, wasOpened } = approval;
    const hasObjection = standing(approval).some(({ kind }) => kind === 'request_changes');
    switch (onSilence({ policy, dueAt, remindedAt, wasOpened, hasObjection }, at)) {
      case 'remind':
        return this.remind(tx, approval, at);
      case 'expire':
        await end(tx, approval, { state: 'expired' });
        for (const { taskId } of approval.subjects) {
          moved(await this.workflow.clientSilent(tx, itself, { taskId, reason: 'Клиент не ответил в срок' }));
        }
        return tell(tx, 'approval.expired', approval, changesBetween(approval, { state: 'expired' }));
      case 'approve':
        await end(tx, approval, { state: 'approved', decidedAt: toDbInstant(at) });
        for (const { taskId } of approval.subjects) {
          const comment = 'Клиент не ответил в срок: по договорённости это согласие';
          moved(await this.workflow.clientDecided(tx, itself, { taskId, decision: 'approve', comment }));
        }
        return tell(tx, 'approval.approved', approval, changesBetween(approval, { state: 'approved' }));
      case null:
    }
  }

  private async remind(tx: Tx, approval: LoadedApproval, at: Instant): Promise<void> {
    const { db, agencyId } = tx;
    await db.approval.update({
      where: { agencyId_id: { agencyId, id: approval.id } },
      data: { remindedAt: toDbInstant(at), version: { increment: 1 } },
    });
    const spoken = standing(approval).map(({ contactId }) => contactId);
    const silent = approval.approverIds.filter((id) => !spoken.includes(id));
    const contacts = await db.contact.findMany({
      where: { agencyId, id: { in: silent }, archivedAt: null, email: { not: null } },
      select: { email: true },
    });
    const { name: agencyName, locale } = await db.agency.findUniqueOrThrow({ where: { id: agencyId } });
    for (const { email } of contacts) {
      if (email) await this.mailer.send(tx, reminderLetter({ to: email, agencyName, title: approval.title, locale }));
    }
    tell(tx, 'approval.reminded', approval, changesBetween(approval, { remindedAt: at }));
  }
}

/** The request ends before its tasks move, so that they have no pending one to take out of it. */
const end = ({ db, agencyId }: Tx, { id }: LoadedApproval, data: { state: 'expired' | 'approved'; decidedAt?: Date }) =>
  db.approval.update({
    where: { agencyId_id: { agencyId, id } },
    data: { ...data, stateReason: 'silence', version: { increment: 1 } },
  });

function moved(result: { readonly ok: boolean }): void {
  // A pending request holds only tasks that wait for the client: nothing else moves them.
  if (!result.ok) throw new Error('A task did not follow its approval');
}

function tell(tx: Tx, type: string, approval: LoadedApproval, changes: Changes): void {
  tx.emit({
    type,
    entity: { type: 'Approval', id: approval.id },
    actor: itself,
    audience: hearersOf(approval),
    related: placesOf(approval.subjects),
    details: { title: approval.title, reason: 'silence' },
    changes,
  });
}
