import { Injectable } from '@nestjs/common';
import { can, disciplines, rateFor, suggestedFee, type Rate } from '@planerka/agency/domain';
import { agencyClock, type CurrentMember } from '@planerka/agency/server';
import { rolledDueDayFrom, rollOverLimit } from '@planerka/content-plan/domain';
import { planCalendar, type Work } from '@planerka/content-plan/server';
import {
  dateOf,
  err,
  isId,
  Money,
  ok,
  Temporal,
  type Currency,
  type Id,
  type PlainDate,
  type Result,
} from '@planerka/platform/domain';
import { fromDbDate, fromDbInstant, toDbMonth, toMoneyObject, UnitOfWork, type Tx } from '@planerka/platform/server';
import { briefSchema, deliverableTypeOf } from '@planerka/tasks/domain';
import { ItemTasks } from './item-tasks';
import type { RollOverFeesInput, RollOverFeesObject } from './roll-over-fees.object';

interface Priced {
  readonly discipline: Work['discipline'];
  readonly assigneeId: Id | null;
  readonly minor: bigint;
}

/** What repeating a month would cost, by the same rule that prices its tasks when they are made. */
@Injectable()
export class RollOverFeesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly work: ItemTasks,
  ) {}

  async ask(viewer: CurrentMember, input: RollOverFeesInput): Promise<RollOverFeesObject | null> {
    const ids = [...new Set(input.items.map(({ itemId }) => itemId))];
    if (!isId(input.clientId) || ids.length > rollOverLimit || !ids.every(isId)) return null;
    const told = await this.unitOfWork.run<Result<RollOverFeesObject, null>>(viewer, async (tx) => {
      const { db, agencyId } = tx;
      const client = await db.client.findFirst({
        where: { agencyId, id: input.clientId },
        select: { squadId: true, currency: true },
      });
      if (!client || !can(viewer, 'plan.edit', client)) return err(null);
      const currency = client.currency as Currency;
      const items = await db.contentItem.findMany({
        where: { agencyId, clientId: input.clientId, id: { in: ids }, deletedAt: null },
        select: { id: true, publishAt: true },
      });
      if (items.length < ids.length) return err(null);
      const publishAt = new Map(items.map((item) => [item.id, item.publishAt]));
      const described = await this.work.describe(tx, ids);
      const dueOn = await dueDays(
        tx,
        input.items.map(({ publishOn }) => publishOn),
        [...publishAt.values()],
      );
      const card = await rateCard(tx, currency);
      const priced = input.items.flatMap(({ itemId, publishOn }) => {
        const was = publishAt.get(itemId);
        return (described.get(itemId) ?? []).flatMap((work): Priced[] => {
          const assigneeId = work.assigneeId ?? null;
          // Another's fee does not exist for whoever may not see it.
          if (!was || !can(viewer, 'fee.view', { ...client, assigneeId })) return [];
          const { discipline } = work;
          return [{ discipline, assigneeId, minor: feeOf(work, card, dueOn(work, was, publishOn)) }];
        });
      });
      return ok(await this.summed(tx, priced, currency, input));
    });
    return told.ok ? told.value : null;
  }

  private async summed(
    { db, agencyId }: Tx,
    priced: readonly Priced[],
    currency: Currency,
    { clientId, to }: RollOverFeesInput,
  ): Promise<RollOverFeesObject> {
    const sum = (of: readonly Priced[]) => of.reduce((total, { minor }) => total + minor, 0n);
    const money = (minor: bigint) => toMoneyObject(minor, currency);
    const lines = await db.budgetLine.groupBy({
      by: ['category'],
      where: { agencyId, month: toDbMonth(to), campaign: { clientId, state: { not: 'closed' } } },
      _sum: { availableMinor: true },
    });
    const left = new Map(lines.map(({ category, _sum }) => [String(category), _sum.availableMinor ?? 0n]));
    const byPerson = Map.groupBy(priced, ({ assigneeId }) => assigneeId);
    const members = await db.member.findMany({
      where: { agencyId, id: { in: [...byPerson.keys()].filter((id) => id !== null) } },
      select: { id: true, name: true },
    });
    const people = members
      .map(({ id, name }) => ({ id, name, tasks: byPerson.get(id) ?? [] }))
      .map((person) => ({ ...person, minor: sum(person.tasks) }))
      .toSorted((one, other) => Number(other.minor - one.minor) || one.name.localeCompare(other.name));
    return {
      total: money(sum(priced)),
      withoutPrice: priced.filter(({ minor }) => minor === 0n).length,
      disciplines: disciplines.flatMap((discipline) => {
        const own = priced.filter((task) => task.discipline === discipline);
        if (own.length === 0) return [];
        const amount = sum(own);
        const available = left.get(discipline) ?? null;
        const isShort = available !== null && amount > available;
        return {
          discipline,
          taskCount: own.length,
          amount: money(amount),
          available: available === null ? null : money(available),
          missing: money(isShort ? amount - available : 0n),
        };
      }),
      people: people.map(({ id, name, tasks, minor }) => ({
        memberId: id,
        name,
        taskCount: tasks.length,
        amount: money(minor),
      })),
    };
  }
}

/** As `NewTask.write` prices it: by the rate card on its day, else what it cost before. */
function feeOf(work: Work, card: readonly Rate[], on: PlainDate): bigint {
  const before = work.feeMinor ?? 0n;
  if (!work.assigneeId) return before;
  const brief = briefSchema.safeParse(work.brief);
  const { discipline } = work;
  const deliverableType = brief.success ? deliverableTypeOf(brief.data) : null;
  const rate = rateFor(card, { memberId: work.assigneeId, discipline, deliverableType, on });
  return (rate && suggestedFee(rate, work.estimatedMinutes))?.minor ?? before;
}

async function rateCard({ db, agencyId }: Tx, currency: Currency): Promise<readonly Rate[]> {
  const rows = await db.rate.findMany({ where: { agencyId, currency } });
  return rows.map(({ amountMinor, validFrom, ...rate }) => ({
    ...rate,
    amount: Money.of(amountMinor, currency),
    validFrom: fromDbDate(validFrom),
  }));
}

/** The due day of work that moves along with its publication; of work without one, today: by that it is priced. */
async function dueDays({ db, agencyId, at }: Tx, to: readonly PlainDate[], was: readonly Date[]) {
  const { timeZone, ownDays } = await agencyClock(db, agencyId);
  const today = dateOf(at, timeZone);
  const days = [today, ...to, ...was.map((publishAt) => dateOf(fromDbInstant(publishAt), timeZone))];
  const years = new Set(days.flatMap(({ year }) => [year - 1, year, year + 1]));
  const calendar = planCalendar([...years].toSorted(), ownDays);
  return ({ dueOn }: Work, publishAt: Date, publishOn: PlainDate): PlainDate =>
    dueOn === null
      ? today
      : rolledDueDayFrom(
          today,
          calendar,
          { publishOn: dateOf(fromDbInstant(publishAt), timeZone), dueOn: Temporal.PlainDate.from(dueOn) },
          publishOn,
        );
}
