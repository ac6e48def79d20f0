import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  changesBetween,
  changesOfNew,
  err,
  isId,
  issue,
  newId,
  ok,
  parseInput,
  type Changes,
  type Id,
  type Instant,
  type Result,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  staleVersion,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type GraphQLContext,
  type Tx,
} from '@planerka/platform/server';
import {
  approvalRequestInput,
  checkRequest,
  expiryOf,
  linkExpiry,
  type ApprovalRequest,
} from '@planerka/review/domain';
import { TaskWorkflow, type TaskRefusal } from '@planerka/tasks/server';
import { ApprovalLinks, type Addressee, type IssuedLink } from './approval-links';
import { ApproverLeaving } from './approver-leaving';
import { gatherSubjects, type SubjectTask } from './approval-subjects';
import { hearersOf, lockApproval, placesOf, type LoadedApproval } from './loaded-approval';

export interface Sent {
  readonly approvalId: Id;
  /** Told now and never again. */
  readonly links: readonly IssuedLink[];
}

/** What the manager does with requests: send, withdraw, and look after their links. */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly workflow: TaskWorkflow,
    private readonly links: ApprovalLinks,
    private readonly leaving: ApproverLeaving,
  ) {}

  async send(context: GraphQLContext, viewer: CurrentMember, input: object): Promise<Result<Sent, TaskRefusal>> {
    const parsed = parseInput(approvalRequestInput, input);
    if (!parsed.ok) return err(invalidInput(parsed.error));
    const request = parsed.value;
    // Slow by design, so it is done before anything is locked.
    const pinHash = await this.links.hashPin(request.pin);
    return this.unitOfWork.run(viewer, async (tx) => {
      const issues = checkRequest(request, tx.at);
      if (issues.length > 0) return err(invalidInput(issues));
      const gathered = await gatherSubjects(tx, viewer, request);
      if (!gathered.ok) return gathered;
      const tasks = gathered.value;
      const contacts = await contactsOf(tx, tasks[0].clientId, request.contactIds);
      if (!contacts) return err(invalidInput([issue(['contactIds'], 'not_found')]));
      for (const { id: taskId } of tasks) {
        const passed = await this.workflow.sendToClient(tx, { viewer, name: viewer.name }, { taskId });
        if (!passed.ok) return passed;
      }
      const approval = await create(tx, viewer, request, tasks);
      const issued: IssuedLink[] = [];
      for (const contact of contacts) {
        const wish = { approval, contact, pinHash, expiresAt: expiryOf(request, tx.at) };
        issued.push(await this.links.issue(tx, context, wish));
      }
      const sent = { ...approval, ...tasks[0], subjects: gathered.value.map(toPlace) };
      const { message, changes, mode, dueAt } = request;
      const works = tasks.map(({ subjectTitle }) => subjectTitle);
      const facts = { state: 'pending', message, changes, mode, dueAt, approvers: contacts, works };
      tell(tx, viewer, 'approval.sent', sent, changesOfNew(facts));
      return ok({ approvalId: approval.id, links: issued });
    });
  }

  /** The tasks come back to review; the links stay and say so. */
  withdraw(
    viewer: CurrentMember,
    input: { readonly approvalId: Id; readonly expectedVersion: number; readonly reason?: string | null },
  ): Promise<Result<Id, TaskRefusal>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const approval = await this.managed(tx, viewer, input.approvalId);
      if (!approval) return err(notFound('Approval'));
      if (approval.version !== input.expectedVersion) return err(staleVersion(approval.version));
      if (approval.state !== 'pending') return err(closed(approval, 'withdraw'));
      const reason = (input.reason ?? '').trim().slice(0, 500);
      // The request ends first, so that its tasks have no pending one to take out of it.
      const data = { state: 'withdrawn', stateReason: reason } as const;
      await tx.db.approval.update({
        where: { agencyId_id: { agencyId: tx.agencyId, id: approval.id } },
        data: { ...data, version: { increment: 1 } },
      });
      for (const { taskId } of approval.subjects) {
        const back = await this.workflow.withdraw(tx, { viewer, name: viewer.name }, { taskId, reason });
        if (!back.ok) return back;
      }
      tell(tx, viewer, 'approval.withdrawn', approval, changesBetween(approval, data));
      return ok(approval.id);
    });
  }

  /** A new address for the same approver; the old one opens no more. */
  renewLink(
    context: GraphQLContext,
    viewer: CurrentMember,
    input: { readonly linkId: Id; readonly expiresAt?: Instant | null; readonly pin?: string | null },
  ): Promise<Result<Sent, CommandError>> {
    return this.withLink(viewer, input.linkId, async (tx, approval, link) => {
      if (approval.state !== 'pending') return err(closed(approval, 'renew'));
      const issues = checkRequest(
        { ...blankRequest, taskIds: [approval.id], expiresAt: input.expiresAt, pin: input.pin },
        tx.at,
      );
      if (issues.length > 0) return err(invalidInput(issues));
      // Whichever of their links was named, an old one too: one approver has one way in.
      await revoke(tx, { approvalId: approval.id, contactId: link.contactId });
      const contact = await tx.db.contact.findUniqueOrThrow({
        where: { agencyId_id: { agencyId: tx.agencyId, id: link.contactId } },
      });
      const pinHash = input.pin ? await this.links.hashPin(input.pin) : link.pinHash;
      const expiresAt = input.expiresAt ?? linkExpiry(tx.at);
      const issued = await this.links.issue(tx, context, { approval, contact, expiresAt, pinHash });
      const changes = changesBetween(link, { token: issued, expiresAt, pinHash });
      tell(tx, viewer, 'approval.link_renewed', approval, {
        approvers: { from: null, to: [contact.name] },
        ...changes,
      });
      return ok({ approvalId: approval.id, links: [issued] });
    });
  }

  revokeLink(viewer: CurrentMember, linkId: Id): Promise<Result<Id, CommandError>> {
    return this.withLink(viewer, linkId, async (tx, approval, link) => {
      await revoke(tx, { id: link.id });
      const changes = changesBetween({ ...link, approvers: [link.contactId] }, { revokedAt: tx.at, approvers: [] });
      tell(tx, viewer, 'approval.link_revoked', approval, link.revokedAt ? {} : changes);
      if (!link.revokedAt) await this.leaving.settle(tx, approval, link.contactId);
      return ok(approval.id);
    });
  }

  private async managed(tx: Tx, viewer: CurrentMember, approvalId: Id): Promise<LoadedApproval | null> {
    const approval = await lockApproval(tx, approvalId);
    return approval && can(viewer, 'approval.revoke', { ...approval, approvalId }) ? approval : null;
  }

  private withLink<T>(
    viewer: CurrentMember,
    linkId: Id,
    work: (tx: Tx, approval: LoadedApproval, link: Link) => Promise<Result<T, CommandError>>,
  ): Promise<Result<T, CommandError>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const link = isId(linkId)
        ? await tx.db.approvalLink.findFirst({ where: { agencyId: tx.agencyId, id: linkId } })
        : null;
      const approval = link && (await this.managed(tx, viewer, link.approvalId));
      return approval ? work(tx, approval, link) : err(notFound('ApprovalLink'));
    });
  }
}

interface Link {
  readonly id: Id;
  readonly contactId: Id;
  readonly pinHash: string | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

const blankRequest: Omit<ApprovalRequest, 'taskIds'> = {
  itemIds: [],
  contactIds: [],
  mode: 'any',
  message: '',
  changes: [],
};

const toPlace = ({ id: taskId, itemId }: SubjectTask) => ({ taskId, itemId });

const closed = ({ state }: LoadedApproval, action: string) => ({ kind: 'IllegalTransition', state, action }) as const;

const revoke = (
  { db, agencyId, at }: Tx,
  which: { readonly id: Id } | { readonly approvalId: Id; readonly contactId: Id },
) =>
  db.approvalLink.updateMany({ where: { agencyId, ...which, revokedAt: null }, data: { revokedAt: toDbInstant(at) } });

async function contactsOf(
  { db, agencyId }: Tx,
  clientId: Id,
  ids: readonly Id[],
): Promise<readonly Addressee[] | null> {
  const found = await db.contact.findMany({
    where: { agencyId, clientId, id: { in: [...ids] }, archivedAt: null },
    select: { id: true, name: true, email: true },
  });
  const byId = new Map(found.map((contact) => [contact.id, contact]));
  const asked = ids.flatMap((id) => byId.get(id) ?? []);
  return asked.length === ids.length ? asked : null;
}

async function create(
  { db, agencyId, at }: Tx,
  viewer: CurrentMember,
  request: ApprovalRequest,
  tasks: readonly [SubjectTask, ...SubjectTask[]],
) {
  const [first] = tasks;
  const retainer = await db.retainer.findFirst({
    where: { agencyId, clientId: first.clientId, validFrom: { lte: toDbInstant(at) } },
    orderBy: { validFrom: 'desc' },
    select: { includedRounds: true },
  });
  const { silencePolicy } = await db.client.findUniqueOrThrow({
    where: { agencyId_id: { agencyId, id: first.clientId } },
    select: { silencePolicy: true },
  });
  const approval = {
    id: newId(),
    clientId: first.clientId,
    title: request.title ?? first.subjectTitle,
    message: request.message,
    sentById: viewer.memberId,
  };
  await db.approval.create({
    data: {
      ...approval,
      agencyId,
      changes: request.changes,
      mode: request.mode,
      finalContactId: request.finalContactId ?? null,
      round: Math.max(...tasks.map(({ rounds }) => rounds)) + 1,
      includedRounds: retainer?.includedRounds ?? 0,
      dueAt: request.dueAt ? toDbInstant(request.dueAt) : null,
      silencePolicy,
      sentAt: toDbInstant(at),
    },
  });
  await db.approvalSubject.createMany({
    data: tasks.map(({ id: taskId, itemId, deliverableId, contentHash }, position) => ({
      agencyId,
      id: newId(),
      approvalId: approval.id,
      taskId,
      itemId,
      deliverableId,
      contentHash,
      position,
    })),
  });
  return approval;
}

function tell(
  tx: Tx,
  viewer: CurrentMember,
  type: string,
  approval: Pick<LoadedApproval, 'id' | 'title' | 'clientId' | 'squadId' | 'sentById'> & {
    readonly subjects: readonly { readonly taskId: Id; readonly itemId: Id | null }[];
  },
  changes: Changes,
): void {
  tx.emit({
    type,
    entity: { type: 'Approval', id: approval.id },
    actor: actorOf(viewer),
    audience: hearersOf(approval),
    related: placesOf(approval.subjects),
    details: { title: approval.title },
    changes,
  });
}
