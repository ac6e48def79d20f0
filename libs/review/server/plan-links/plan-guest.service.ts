import { Injectable } from '@nestjs/common';
import {
  changesBetween,
  changesOfNew,
  err,
  issue,
  newId,
  ok,
  parseInput,
  type Changes,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import {
  Clock,
  FilePresenter,
  invalidInput,
  Reader,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Prisma,
  type Tx,
} from '@planerka/platform/server';
import {
  decidePlan,
  planDecisionInput,
  planRemarkInput,
  isOpinion,
  isWordWanted,
  planWord,
  startsVisit,
} from '@planerka/review/domain';
import { keepUse } from '../guest/link-uses';
import { lockMonths, planEvents, questionOf } from './plan-question';
import { planDocument } from './plan-document';
import type { GuestPlanObject } from './plan-guest.object';
import { isOfPlan } from './plan-links.service';
import { presentPlan } from './plan-presented';
import type { PlanVisitor } from './plan-visitor';

export type PlanGuestRefusal =
  Exclude<CommandError, { kind: 'StaleVersion' }> | { readonly kind: 'StaleContent'; readonly contentHash: string };

/** Enough for anybody who means it; a script is stopped here. */
const remarkLimit = 300;

const dayOf = (month: string): Date => new Date(`${month}T00:00:00.000Z`);

/** What a client does with a month they were shown: looks, writes, says their word. */
@Injectable()
export class PlanGuestService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly files: FilePresenter,
  ) {}

  async plan(visitor: PlanVisitor): Promise<GuestPlanObject> {
    const { agencyId } = visitor;
    const document = await this.reader.read({ agencyId }, (db) => planDocument(db, agencyId, visitor));
    if (!document) throw new Error(`The client of plan link ${visitor.linkId} has gone while the link is there`);
    return presentPlan(document, visitor, this.files);
  }

  /** A visit is kept, and the first one is told. Whoever only loads the page again writes nothing. */
  async opened(visitor: PlanVisitor): Promise<void> {
    if (!startsVisit(visitor.lastVisitAt, this.clock.now())) return;
    const { agencyId, linkId } = visitor;
    await this.unitOfWork.run({ agencyId }, async (tx) => {
      await keepUse(tx, 'plan', visitor, 'opened');
      const { count } = await tx.db.planLink.updateMany({
        where: { agencyId, id: linkId, openedAt: null },
        data: { openedAt: toDbInstant(tx.at) },
      });
      if (count > 0) await tell(tx, visitor, 'plan.opened', linkId, changesBetween({}, { openedAt: tx.at }));
      return ok(undefined);
    });
  }

  remark(
    visitor: PlanVisitor,
    input: { readonly itemId?: Id | null; readonly body: string },
  ): Promise<Result<void, PlanGuestRefusal>> {
    const { agencyId, clientId, linkId, name, month } = visitor;
    return this.unitOfWork.run({ agencyId }, async (tx): Promise<Result<void, PlanGuestRefusal>> => {
      const { db, at } = tx;
      const parsed = parseInput(planRemarkInput, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { itemId, body } = parsed.value;
      if (itemId && !(await isOfPlan(tx, clientId, itemId))) return err(invalidInput([issue(['itemId'], 'not_found')]));
      const written = await db.planRemark.count({ where: { agencyId, clientId, authorLinkId: linkId } });
      if (written >= remarkLimit) {
        return err({ kind: 'IllegalTransition', state: 'open', action: 'comment', reason: 'too_many' });
      }
      const id = newId();
      const said = { itemId, body, authorName: name, authorLinkId: linkId, createdAt: toDbInstant(at) };
      await db.planRemark.create({ data: { agencyId, id, clientId, month: dayOf(month), ...said } });
      await keepUse(tx, 'plan', visitor, 'commented');
      await tell(tx, visitor, 'plan.remarked', id, changesOfNew({ body }), itemId);
      return ok(undefined);
    });
  }

  /** Under the lock of the month's links: two who decide at once do it one after the other. */
  decide(visitor: PlanVisitor, input: { readonly contentHash: string }): Promise<Result<void, PlanGuestRefusal>> {
    const { agencyId, clientId, linkId, name, month, ipAddress, userAgent } = visitor;
    return this.unitOfWork.run({ agencyId }, async (tx): Promise<Result<void, PlanGuestRefusal>> => {
      const { db, at } = tx;
      const parsed = parseInput(planDecisionInput, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      await lockMonths(tx, clientId, [dayOf(month)]);
      const { entries, voices, asked } = await questionOf(tx, { clientId, month: dayOf(month) }, { isHeld: true });
      const { state } = planWord(voices, entries, asked);
      const link = asked.find((one) => one.name === name);
      // Closed since they looked, or replaced by another one: who is asked no more says no more.
      if (!link || !isWordWanted({ entries, voices, asked }, visitor))
        return err({ kind: 'IllegalTransition', state, action: 'decide', reason: 'already_decided' });
      const decided = decidePlan(entries, parsed.value);
      if (!decided.ok) {
        return err(
          decided.error.kind === 'ContentChanged'
            ? { kind: 'StaleContent', contentHash: decided.error.contentHash }
            : invalidInput(decided.error.issues),
        );
      }
      const { kind, contentHash, verdicts } = decided.value;
      const { comment } = parsed.value;
      const id = newId();
      await db.planDecision.create({
        data: {
          agencyId,
          id,
          clientId,
          month: dayOf(month),
          linkId,
          name,
          kind,
          isFinal: visitor.isFinal,
          isOpinion: isOpinion(asked, visitor),
          comment,
          contentHash,
          verdicts: verdicts as unknown as Prisma.InputJsonArray,
          ipAddress,
          userAgent,
          decidedAt: toDbInstant(at),
        },
      });
      await keepUse(tx, 'plan', visitor, 'decided');
      const own = { name, isFinal: visitor.isFinal, isOpinion: isOpinion(asked, visitor), verdicts };
      const word = planWord([own, ...voices.filter((voice) => voice.name !== name)], entries, asked);
      // Of all who must agree, one says yes and others are waited for; where another has the last word, it is waited for.
      const type = word.counting === own ? planEvents[word.state] : 'plan.answered';
      const wanted = verdicts.filter((verdict) => verdict.comment !== null).map(({ title }) => title);
      await tell(
        tx,
        visitor,
        type,
        id,
        changesBetween({ state }, { state: word.state, decision: kind, comment, works: wanted }),
      );
      return ok(undefined);
    });
  }
}

async function tell(
  tx: Tx,
  { clientId, name, month, createdById }: PlanVisitor,
  type: string,
  id: Id,
  changes: Changes,
  itemId: Id | null = null,
): Promise<void> {
  const client = await tx.db.client.findUniqueOrThrow({
    where: { agencyId_id: { agencyId: tx.agencyId, id: clientId } },
    select: { squadId: true, name: true },
  });
  tx.emit({
    type,
    entity: { type: 'PlanLink', id },
    actor: { memberId: null, name },
    audience: { clientId, squadId: client.squadId, memberIds: [createdById] },
    related: { taskId: null, itemId },
    details: { title: `${client.name}, ${month.slice(0, 7)}`, month: month.slice(0, 7) },
    changes,
  });
}
