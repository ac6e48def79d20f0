import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  clientsOfView,
  maxOwnViews,
  planShownSchema,
  planViewIssues,
  planViewSchema,
  type PlanViewInput,
} from '@planerka/content-plan/domain';
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
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  staleVersion,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Prisma,
  type Tx,
} from '@planerka/platform/server';
import type { CreatePlanViewInput, UpdatePlanViewInput } from './plan-view.inputs';
import type { PlanShownObject } from './plan-view.object';
import { unknownInView, squadsOf } from './plan-view-references';

type ViewError = Exclude<CommandError, { kind: 'IllegalTransition' }>;
type NotFound = Extract<CommandError, { kind: 'NotFound' }>;

/** Named choices of the plan's page: one's own, or shared with the managers who serve the same clients. */
@Injectable()
export class PlanViewsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  create(
    viewer: CurrentMember,
    input: CreatePlanViewInput,
  ): Promise<Result<Id, Exclude<ViewError, { kind: 'StaleVersion' }>>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const parsed = parseInput(planViewSchema, { ...input, shown: plain(input.shown) });
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const view = parsed.value;
      const { db, agencyId, at } = tx;
      const client = await clientOf(tx, view.clientId);
      if (view.clientId !== null && (!client || !can(viewer, 'plan.view', client))) return err(notFound('Client'));
      const own = await db.planView.count({ where: { agencyId, createdById: viewer.memberId, deletedAt: null } });
      const issues = [
        ...(own >= maxOwnViews ? [issue(['name'], 'too_many', { max: String(maxOwnViews) })] : []),
        ...(await issuesOf(tx, viewer, view)),
      ];
      if (issues.length > 0) return err(invalidInput(issues));
      const id = newId();
      await db.planView.create({
        data: { ...view, agencyId, id, createdById: viewer.memberId, createdAt: toDbInstant(at) },
      });
      await tell(tx, viewer, 'planView.created', { id, ...view }, changesOfNew(toldOf(view)));
      return ok(id);
    });
  }

  update(viewer: CurrentMember, input: UpdatePlanViewInput): Promise<Result<Id, ViewError>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<Id, ViewError>> => {
      const before = await viewToEdit(tx, viewer, input.planViewId, { deletedAt: null });
      if (!before) return err(notFound('PlanView'));
      const parsed = parseInput(planViewSchema, {
        name: input.name ?? before.name,
        isShared: input.isShared ?? before.isShared,
        clientId: input.clientId === undefined ? before.clientId : input.clientId,
        shown: input.shown ? plain(input.shown) : before.shown,
      });
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const view = parsed.value;
      if (view.clientId !== before.clientId && view.clientId !== null) {
        const client = await clientOf(tx, view.clientId);
        if (!client || !can(viewer, 'plan.view', client)) return err(notFound('Client'));
      }
      const issues = await issuesOf(tx, viewer, view, before);
      if (issues.length > 0) return err(invalidInput(issues));
      const { db, agencyId } = tx;
      const { count } = await db.planView.updateMany({
        where: { agencyId, id: before.id, version: input.expectedVersion, deletedAt: null },
        data: { ...view, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(before.version));
      // A private view of whom nobody else was told is heard of when it is shared, and for the last time when it no longer is.
      const told = { id: before.id, ...view, isShared: view.isShared || before.isShared };
      await tell(tx, viewer, 'planView.updated', told, changesBetween(toldOf(before), toldOf(view)));
      return ok(before.id);
    });
  }

  /** With undo: it stays for being brought back. */
  delete(viewer: CurrentMember, id: Id): Promise<Result<Id, NotFound>> {
    return this.keep(viewer, id, { deletedAt: null }, 'planView.deleted');
  }

  restore(viewer: CurrentMember, id: Id): Promise<Result<Id, NotFound>> {
    return this.keep(viewer, id, { deletedAt: { not: null } }, 'planView.restored');
  }

  private keep(
    viewer: CurrentMember,
    id: Id,
    which: Prisma.PlanViewWhereInput,
    event: 'planView.deleted' | 'planView.restored',
  ): Promise<Result<Id, NotFound>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<Id, NotFound>> => {
      const view = await viewToEdit(tx, viewer, id, which);
      if (!view) return err(notFound('PlanView'));
      const { db, agencyId, at } = tx;
      const deletedAt = event === 'planView.deleted' ? toDbInstant(at) : null;
      await db.planView.updateMany({ where: { agencyId, id }, data: { deletedAt, version: { increment: 1 } } });
      await tell(tx, viewer, event, view, changesBetween(view, { deletedAt }));
      return ok(id);
    });
  }
}

interface KeptView extends PlanViewInput {
  readonly id: Id;
  readonly createdById: Id;
  readonly version: number;
  readonly deletedAt: Date | null;
}

async function viewToEdit(
  tx: Tx,
  viewer: CurrentMember,
  id: Id,
  which: Prisma.PlanViewWhereInput,
): Promise<KeptView | null> {
  const { db, agencyId } = tx;
  const row = isId(id) ? await db.planView.findFirst({ where: { agencyId, id, ...which } }) : null;
  if (!row) return null;
  const view = { ...row, shown: planShownSchema.parse(row.shown) };
  const squadIds = await squadsOf(tx, clientsOfView(view));
  return can(viewer, 'planView.edit', { authorId: view.createdById, isShared: view.isShared, squadIds }) ? view : null;
}

/** What is wrong with it as a whole; of one that is changed, what was right before stays so. */
async function issuesOf(
  tx: Tx,
  viewer: CurrentMember,
  view: PlanViewInput,
  before?: KeptView,
): Promise<readonly InputIssue[]> {
  const { db, agencyId } = tx;
  const authorId = before?.createdById ?? viewer.memberId;
  const namesake = await db.planView.findFirst({
    where: {
      agencyId,
      createdById: authorId,
      name: view.name,
      deletedAt: null,
      ...(before && { NOT: { id: before.id } }),
    },
    select: { id: true },
  });
  return [
    ...(namesake ? [issue(['name'], 'view_name_taken')] : []),
    ...(view.isShared && !before?.isShared && !can(viewer, 'planView.share')
      ? [issue(['isShared'], 'may_not_share')]
      : []),
    ...planViewIssues(view),
    ...(await unknownInView(tx, viewer, view)),
  ];
}

const clientOf = async ({ db, agencyId }: Tx, id: Id | null) =>
  id === null ? null : db.client.findFirst({ where: { agencyId, id }, select: { squadId: true } });

/** A month as text: the journal and the database keep it so. */
const plain = ({ month, ...shown }: PlanShownObject) => ({ ...shown, month: month?.toString() ?? null });

/** For the journal: what is shown, field by field. */
const toldOf = ({ name, isShared, clientId, shown }: PlanViewInput) => ({ name, isShared, clientId, ...shown });

async function tell(
  tx: Tx,
  viewer: CurrentMember,
  type: string,
  view: PlanViewInput & { readonly id: Id },
  changes: Changes,
): Promise<void> {
  const squadId = view.isShared ? (await clientOf(tx, view.clientId))?.squadId : undefined;
  const colleagues = view.isShared && squadId === undefined ? await managersOf(tx) : [];
  tx.emit({
    type,
    entity: { type: 'PlanView', id: view.id },
    actor: actorOf(viewer),
    audience: {
      clientId: view.isShared ? (view.clientId ?? undefined) : undefined,
      squadId,
      memberIds: [viewer.memberId, ...colleagues],
    },
    related: { clientId: view.clientId },
    details: { name: view.name },
    changes,
  });
}

/** Of a view that is for no one client every manager may know. */
async function managersOf({ db, agencyId }: Tx): Promise<readonly Id[]> {
  const managers = await db.member.findMany({
    where: { agencyId, role: 'manager', deactivatedAt: null },
    select: { id: true },
  });
  return managers.map(({ id }) => id);
}
