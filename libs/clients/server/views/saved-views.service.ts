import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { maxOwnViews, savedViewSchema, type SavedViewInput } from '@planerka/clients/domain';
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
import type { CreateViewFields, UpdateViewFields } from './saved-view.object';
import type { PageOfViews } from './viewed-page';

type ViewError = Exclude<CommandError, { kind: 'IllegalTransition' }>;
type NotFound = Extract<CommandError, { kind: 'NotFound' }>;

/** Named choices of a page: one's own, or shared with the managers who serve the same clients. */
@Injectable()
export class SavedViewsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  create<Shown extends object>(
    page: PageOfViews<Shown>,
    viewer: CurrentMember,
    input: CreateViewFields,
  ): Promise<Result<Id, Exclude<ViewError, { kind: 'StaleVersion' }>>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const parsed = parsedView(page, { ...input });
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const view = parsed.value;
      const { db, agencyId, at } = tx;
      if (!(await seesClient(tx, page, viewer, view.clientId))) return err(notFound('Client'));
      const own = await db.savedView.count({
        where: { agencyId, page: page.page, createdById: viewer.memberId, deletedAt: null },
      });
      const issues = [
        ...(own >= maxOwnViews ? [issue(['name'], 'too_many', { max: String(maxOwnViews) })] : []),
        ...(await issuesOf(tx, page, viewer, view)),
      ];
      if (issues.length > 0) return err(invalidInput(issues));
      const id = newId();
      await db.savedView.create({
        data: { ...view, agencyId, id, page: page.page, createdById: viewer.memberId, createdAt: toDbInstant(at) },
      });
      await tell(tx, page, viewer, 'created', { id, ...view }, changesOfNew(toldOf(view)));
      return ok(id);
    });
  }

  update<Shown extends object>(
    page: PageOfViews<Shown>,
    viewer: CurrentMember,
    id: Id,
    input: UpdateViewFields,
  ): Promise<Result<Id, ViewError>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<Id, ViewError>> => {
      const before = await viewToEdit(tx, page, viewer, id, { deletedAt: null });
      if (!before) return err(notFound(page.name));
      const parsed = parsedView(page, {
        name: input.name ?? before.name,
        isShared: input.isShared ?? before.isShared,
        clientId: input.clientId === undefined ? before.clientId : input.clientId,
        shown: input.shown ?? before.shown,
      });
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const view = parsed.value;
      if (view.clientId !== before.clientId && !(await seesClient(tx, page, viewer, view.clientId))) {
        return err(notFound('Client'));
      }
      const issues = await issuesOf(tx, page, viewer, view, before);
      if (issues.length > 0) return err(invalidInput(issues));
      const { db, agencyId } = tx;
      const { count } = await db.savedView.updateMany({
        where: { agencyId, id: before.id, version: input.expectedVersion, deletedAt: null },
        data: { ...view, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(before.version));
      // A private view of whom nobody else was told is heard of when it is shared, and for the last time when it no longer is.
      const told = { id: before.id, ...view, isShared: view.isShared || before.isShared };
      await tell(tx, page, viewer, 'updated', told, changesBetween(toldOf(before), toldOf(view)));
      return ok(before.id);
    });
  }

  /** With undo: it stays for being brought back. */
  delete<Shown extends object>(page: PageOfViews<Shown>, viewer: CurrentMember, id: Id): Promise<Result<Id, NotFound>> {
    return this.keep(page, viewer, id, 'deleted');
  }

  restore<Shown extends object>(
    page: PageOfViews<Shown>,
    viewer: CurrentMember,
    id: Id,
  ): Promise<Result<Id, NotFound>> {
    return this.keep(page, viewer, id, 'restored');
  }

  private keep<Shown extends object>(
    page: PageOfViews<Shown>,
    viewer: CurrentMember,
    id: Id,
    done: 'deleted' | 'restored',
  ): Promise<Result<Id, NotFound>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<Id, NotFound>> => {
      const which = { deletedAt: done === 'deleted' ? null : { not: null } };
      const view = await viewToEdit(tx, page, viewer, id, which);
      if (!view) return err(notFound(page.name));
      const { db, agencyId, at } = tx;
      const deletedAt = done === 'deleted' ? toDbInstant(at) : null;
      await db.savedView.updateMany({ where: { agencyId, id }, data: { deletedAt, version: { increment: 1 } } });
      await tell(tx, page, viewer, done, view, changesBetween(view, { deletedAt }));
      return ok(id);
    });
  }
}

interface KeptView<Shown> extends SavedViewInput<Shown> {
  readonly id: Id;
  readonly createdById: Id;
  readonly version: number;
  readonly deletedAt: Date | null;
}

const parsedView = <Shown extends object>(
  { shown }: PageOfViews<Shown>,
  input: object,
): Result<SavedViewInput<Shown>, readonly InputIssue[]> => parseInput(savedViewSchema(shown), input);

async function viewToEdit<Shown extends object>(
  tx: Tx,
  page: PageOfViews<Shown>,
  viewer: CurrentMember,
  id: Id,
  which: Prisma.SavedViewWhereInput,
): Promise<KeptView<Shown> | null> {
  const { db, agencyId } = tx;
  const row = isId(id) ? await db.savedView.findFirst({ where: { agencyId, id, page: page.page, ...which } }) : null;
  if (!row) return null;
  const view = { ...row, shown: page.shown.parse(row.shown) };
  const squadIds = await squadsOf(tx, page, viewer, page.clientsOf(view));
  return can(viewer, 'savedView.edit', { authorId: view.createdById, isShared: view.isShared, squadIds }) ? view : null;
}

/** What is wrong with it as a whole; of one that is changed, what was right before stays so. */
async function issuesOf<Shown extends object>(
  tx: Tx,
  page: PageOfViews<Shown>,
  viewer: CurrentMember,
  view: SavedViewInput<Shown>,
  before?: KeptView<Shown>,
): Promise<readonly InputIssue[]> {
  const { db, agencyId } = tx;
  const namesake = await db.savedView.findFirst({
    where: {
      agencyId,
      page: page.page,
      createdById: before?.createdById ?? viewer.memberId,
      name: view.name,
      deletedAt: null,
      ...(before && { NOT: { id: before.id } }),
    },
    select: { id: true },
  });
  return [
    ...(namesake ? [issue(['name'], 'view_name_taken')] : []),
    ...(view.isShared && !before?.isShared && !can(viewer, 'savedView.share')
      ? [issue(['isShared'], 'may_not_share')]
      : []),
    ...page.issues(view),
    ...(await page.unknown(tx, viewer, view)),
  ];
}

/** The squads that serve these clients, but for clients whom the viewer works for anyway. */
async function squadsOf<Shown extends object>(
  { db, agencyId }: Tx,
  { isOfOwnWork }: PageOfViews<Shown>,
  viewer: CurrentMember,
  clientIds: readonly Id[],
): Promise<readonly Id[]> {
  if (clientIds.length === 0) return [];
  const clients = await db.client.findMany({
    where: {
      agencyId,
      id: { in: [...clientIds] },
      ...(isOfOwnWork && { tasks: { none: { assigneeId: viewer.memberId } } }),
    },
    select: { squadId: true },
  });
  return [...new Set(clients.map(({ squadId }) => squadId))];
}

async function seesClient<Shown extends object>(
  tx: Tx,
  page: PageOfViews<Shown>,
  viewer: CurrentMember,
  clientId: Id | null,
): Promise<boolean> {
  if (clientId === null) return true;
  if (!(await clientOf(tx, clientId))) return false;
  const squadIds = await squadsOf(tx, page, viewer, [clientId]);
  return squadIds.every((squadId) => can(viewer, 'client.view', { squadId }));
}

const clientOf = async ({ db, agencyId }: Tx, id: Id | null) =>
  id === null ? null : db.client.findFirst({ where: { agencyId, id }, select: { squadId: true } });

/** For the journal: what is shown, field by field. */
const toldOf = ({ name, isShared, clientId, shown }: SavedViewInput<object>) => ({
  name,
  isShared,
  clientId,
  ...shown,
});

async function tell<Shown extends object>(
  tx: Tx,
  { name }: PageOfViews<Shown>,
  viewer: CurrentMember,
  done: 'created' | 'updated' | 'deleted' | 'restored',
  view: SavedViewInput<Shown> & { readonly id: Id },
  changes: Changes,
): Promise<void> {
  const squadId = view.isShared ? (await clientOf(tx, view.clientId))?.squadId : undefined;
  const colleagues = view.isShared && squadId === undefined ? await managersOf(tx) : [];
  tx.emit({
    type: `${name.charAt(0).toLowerCase()}${name.slice(1)}.${done}`,
    entity: { type: name, id: view.id },
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
