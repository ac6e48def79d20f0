import { Inject, Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  changesBetween,
  changesOfNew,
  dateOf,
  endOfDay,
  err,
  isId,
  issue,
  newId,
  ok,
  parseInput,
  type Changes,
  type Id,
  type PlainYearMonth,
  type Result,
} from '@planerka/platform/domain';
import {
  CONFIG,
  fromDbMonth,
  invalidInput,
  Mailer,
  newSecretToken,
  notFound,
  publicUrl,
  toDbInstant,
  toDbMonth,
  UnitOfWork,
  type CommandError,
  type Config,
  type GraphQLContext,
  type Tx,
} from '@planerka/platform/server';
import {
  checkAnswerDay,
  checkPlanLink,
  linkExpiry,
  planLinkInput,
  planRemarkInput,
  type PlanLinkInput,
} from '@planerka/review/domain';
import { approvalLetter } from '../approvals/approval-letter';
import { hashPin } from '../approvals/pin';
import { askingOtherwise, lockMonths } from './plan-question';
import { planTitle } from './plan-title';

export interface PlanMonth {
  readonly clientId: Id;
  readonly month: PlainYearMonth;
}

export interface Shared extends PlanMonth {
  readonly planLinkId: Id;
  /** Told now and never again. */
  readonly url: string;
  readonly mailedTo: string | null;
}

interface Addressee {
  readonly id: Id | null;
  readonly name: string;
  readonly email: string | null;
}

/** What the manager does with a month and the client: shows it, stops showing it, answers. */
@Injectable()
export class PlanLinksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A link for one person; the one they had before opens no more. */
  async share(context: GraphQLContext, viewer: CurrentMember, input: PlanMonth): Promise<Result<Shared, CommandError>> {
    const parsed = parseInput(planLinkInput, input);
    if (!parsed.ok) return err(invalidInput(parsed.error));
    const wish = parsed.value;
    const issues = checkPlanLink(wish);
    // Slow by design, so it is done before anything is locked.
    const pinHash = wish.pin && issues.length === 0 ? await hashPin(wish.pin) : null;
    const { clientId, month } = input;
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<Shared, CommandError>> => {
      const client = await ledClient(tx, viewer, clientId);
      if (!client) return err(notFound('Client'));
      if (issues.length > 0) return err(invalidInput(issues));
      const person = await addresseeOf(tx, clientId, wish);
      if (!person) return err(invalidInput([issue(['contactId'], 'not_found')]));
      const { db, agencyId, at } = tx;
      const { timeZone } = await db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { timeZone: true } });
      const expiresAt = linkExpiry(at, wish.days);
      const late = checkAnswerDay(wish.dueOn, dateOf(at, timeZone), dateOf(expiresAt, timeZone));
      if (late.length > 0) return err(invalidInput(late));
      const { token, hash } = newSecretToken();
      const planLinkId = newId();
      const { message, isFinal } = wish;
      const mustAgree = wish.mustAgree && !isFinal;
      const asksApproval = wish.asksApproval || isFinal || mustAgree;
      const dueAt = asksApproval && wish.dueOn ? endOfDay(wish.dueOn, timeZone).subtract({ minutes: 1 }) : null;
      const place = { clientId, month: toDbMonth(month) };
      await lockMonths(tx, clientId, [place.month]);
      const facts = { approvers: [person.name], asksApproval, isFinal, mustAgree, dueAt, message, expiresAt };
      await askingOtherwise(tx, place, byLink(viewer, planLinkId, client), async () => {
        await db.planLink.updateMany({
          where: { agencyId, ...place, name: person.name, revokedAt: null },
          data: { revokedAt: toDbInstant(at) },
        });
        // Of a month one person has the last word.
        if (isFinal) {
          await db.planLink.updateMany({ where: { agencyId, ...place, isFinal: true }, data: { isFinal: false } });
        }
        await db.planLink.create({
          data: {
            ...place,
            agencyId,
            id: planLinkId,
            contactId: person.id,
            name: person.name,
            tokenHash: new Uint8Array(hash),
            pinHash,
            asksApproval,
            isFinal,
            mustAgree,
            dueAt: dueAt && toDbInstant(dueAt),
            message,
            expiresAt: toDbInstant(expiresAt),
            createdById: viewer.memberId,
            createdAt: toDbInstant(at),
          },
        });
        tell(tx, viewer, 'plan.shared', planLinkId, { ...input, ...client }, changesOfNew(facts));
      });
      const url = publicUrl(this.config, context, `/g/plan/${token}`);
      const mailedTo = this.mailer.isConfigured ? person.email : null;
      if (mailedTo) await this.mail(tx, mailedTo, month, message, url);
      return ok({ clientId, month, planLinkId, url, mailedTo });
    });
  }

  /** Whoever is asked no more is not waited for: where all the others agree, the month is approved. */
  revoke(viewer: CurrentMember, planLinkId: Id): Promise<Result<PlanMonth, CommandError>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<PlanMonth, CommandError>> => {
      const { db, agencyId, at } = tx;
      const link = isId(planLinkId) ? await db.planLink.findFirst({ where: { agencyId, id: planLinkId } }) : null;
      const client = link && (await ledClient(tx, viewer, link.clientId));
      if (!client) return err(notFound('PlanLink'));
      const { id, clientId, month, name } = link;
      const place = { clientId, month: fromDbMonth(month) };
      await lockMonths(tx, clientId, [month]);
      await askingOtherwise(tx, { clientId, month }, byLink(viewer, id, client), async () => {
        const data = { revokedAt: toDbInstant(at) };
        const { count } = await db.planLink.updateMany({ where: { agencyId, id, revokedAt: null }, data });
        if (count === 0) return;
        const changes = changesBetween({ approvers: [name] }, { approvers: [], revokedAt: at });
        tell(tx, viewer, 'plan.link_revoked', id, { ...place, ...client }, changes);
      });
      return ok(place);
    });
  }

  /** An answer to the client, or a word of one's own: they read it on their page. */
  remark(
    viewer: CurrentMember,
    input: PlanMonth & { readonly itemId?: Id | null; readonly body: string },
  ): Promise<Result<PlanMonth, CommandError>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<PlanMonth, CommandError>> => {
      const client = await ledClient(tx, viewer, input.clientId);
      if (!client) return err(notFound('Client'));
      const parsed = parseInput(planRemarkInput, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { clientId, month } = input;
      const { body, itemId } = parsed.value;
      const { db, agencyId, at } = tx;
      if (itemId && !(await isOfPlan(tx, clientId, itemId))) return err(invalidInput([issue(['itemId'], 'not_found')]));
      const id = newId();
      await db.planRemark.create({
        data: {
          agencyId,
          id,
          clientId,
          month: toDbMonth(month),
          itemId,
          authorMemberId: viewer.memberId,
          authorName: viewer.name,
          body,
          createdAt: toDbInstant(at),
        },
      });
      tell(tx, viewer, 'plan.remarked', id, { clientId, month, ...client }, changesOfNew({ body }), itemId);
      return ok({ clientId, month });
    });
  }

  private async mail(tx: Tx, to: string, month: PlainYearMonth, message: string, url: string): Promise<void> {
    const { name: agencyName, locale } = await tx.db.agency.findUniqueOrThrow({
      where: { id: tx.agencyId },
      select: { name: true, locale: true },
    });
    await this.mailer.send(
      tx,
      approvalLetter({ to, agencyName, title: planTitle(month, locale), message, url, locale }),
    );
  }
}

const byLink = (
  { memberId }: CurrentMember,
  linkId: Id,
  { squadId, name: clientName }: { readonly squadId: Id; readonly name: string },
) => ({ linkId, squadId, clientName, memberId });

async function ledClient({ db, agencyId }: Tx, viewer: CurrentMember, clientId: Id) {
  const client = isId(clientId)
    ? await db.client.findFirst({ where: { agencyId, id: clientId }, select: { name: true, squadId: true } })
    : null;
  return client && can(viewer, 'approval.send', client) ? client : null;
}

async function addresseeOf(
  { db, agencyId }: Tx,
  clientId: Id,
  { contactId, name }: PlanLinkInput,
): Promise<Addressee | null> {
  if (!contactId) return name ? { id: null, name, email: null } : null;
  return db.contact.findFirst({
    where: { agencyId, clientId, id: contactId, archivedAt: null },
    select: { id: true, name: true, email: true },
  });
}

export async function isOfPlan({ db, agencyId }: Tx, clientId: Id, itemId: Id): Promise<boolean> {
  if (!isId(itemId)) return false;
  return (await db.contentItem.count({ where: { agencyId, clientId, id: itemId, deletedAt: null } })) > 0;
}

function tell(
  tx: Tx,
  viewer: CurrentMember,
  type: string,
  id: Id,
  { clientId, squadId, name, month }: PlanMonth & { readonly squadId: Id; readonly name: string },
  changes: Changes,
  itemId: Id | null = null,
): void {
  tx.emit({
    type,
    entity: { type: 'PlanLink', id },
    actor: actorOf(viewer),
    audience: { clientId, squadId, memberIds: [] },
    related: { taskId: null, itemId },
    details: { title: `${name}, ${month.toString()}`, month: month.toString() },
    changes,
  });
}
