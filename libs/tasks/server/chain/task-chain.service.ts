import { Injectable } from '@nestjs/common';
import { awayOn, can, rateFor, suggestedFee, type Discipline } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { usualDays } from '@planerka/content-plan/domain';
import { answeringOf, planCalendar } from '@planerka/content-plan/server';
import {
  dateOf,
  err,
  instantOf,
  isId,
  Money,
  ok,
  parseInput,
  Temporal,
  under,
  type Id,
  type InputIssue,
  type Result,
  undecreedYears,
} from '@planerka/platform/domain';
import { Clock, invalidInput, notFound, Reader, toMoneyObject, UnitOfWork } from '@planerka/platform/server';
import { backPlan, candidatesFor, chainOrder, precedes, usualWork } from '@planerka/tasks/domain';
import { NewTask, type CreateError } from '../tasks/new-task';
import { createChainInput } from '../tasks/task-input';
import { toPeriod } from '../workload/days-away';
import { readChain } from './chain-preview';
import type { ChainStepObject, CreateTaskChainInput, TaskChainObject } from './task-chain.object';

type Preview = NonNullable<Awaited<ReturnType<typeof readChain>>>;

/** The end of a working day. */
const dueTime = Temporal.PlainTime.from('18:00');

/** All the work of one publication at once: text, then picture, then advertising. */
@Injectable()
export class TaskChainService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly newTask: NewTask,
  ) {}

  /** Who could do what by when; null for whoever may not make tasks for that publication. */
  async preview(
    viewer: CurrentMember,
    itemId: Id,
    wanted: readonly Discipline[] | null,
  ): Promise<TaskChainObject | null> {
    const found = isId(itemId) ? await readChain(this.reader, viewer, itemId) : null;
    if (!found || !can(viewer, 'task.create', found.item)) return null;
    const today = dateOf(this.clock.now(), found.item.timeZone);
    const steps = stepsOf(found, wanted ?? missingIn(found), today);
    const { wantsClientApproval, answerDays } = found.item;
    return {
      steps,
      approvalDays: wantsClientApproval ? (answerDays ?? usualDays.approval) : null,
      isApprovalUsual: wantsClientApproval && answerDays !== null,
      undecreedYears: undecreedYears(
        [today.year, Temporal.PlainDate.from(found.item.publishOn).year],
        found.item.ownDays,
      ),
    };
  }

  /** All or none. Each begins after the work before it, whether that is made now or was there. */
  create(viewer: CurrentMember, input: CreateTaskChainInput): Promise<Result<readonly Id[], CreateError>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const parsed = parseInput(createChainInput, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { itemId, campaignId, steps } = parsed.value;
      const origin = await this.newTask.originOf(tx, { itemId, campaignId });
      if (!origin.ok) return origin;
      if (!can(viewer, 'task.create', origin.value)) return err(notFound('ContentItem'));
      const ordered = chainOrder.flatMap((discipline) => steps.find((step) => step.discipline === discipline) ?? []);
      const problems: InputIssue[] = [];
      for (const [index, step] of steps.entries())
        problems.push(
          ...under(['steps', index], await this.newTask.problemsOf(tx, { ...step, startAfter: [] }, origin.value)),
        );
      if (problems.length > 0) return err(invalidInput(problems));
      const present = await tx.db.task.findMany({
        where: { agencyId: tx.agencyId, itemId, state: { not: 'cancelled' } },
        select: { id: true, discipline: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      const lastOf = new Map<Discipline, Id>(present.map(({ id, discipline }) => [discipline, id]));
      const made: Id[] = [];
      for (const step of ordered) {
        const before = precedes(step.discipline, lastOf.keys());
        const after = before && lastOf.get(before);
        const id = await this.newTask.write(tx, viewer, { ...step, startAfter: after ? [after] : [] }, origin.value);
        lastOf.set(step.discipline, id);
        made.push(id);
      }
      return ok(made);
    });
  }
}

/** What a publication of this format is usually made with, and does not have yet. */
const missingIn = ({ item }: Preview): readonly Discipline[] =>
  chainOrder.filter(
    (discipline) => usualWork[item.format][discipline] && !item.present.some((task) => task.discipline === discipline),
  );

function stepsOf(found: Preview, wanted: readonly Discipline[], today: Temporal.PlainDate): readonly ChainStepObject[] {
  const { item } = found;
  const publishOn = Temporal.PlainDate.from(item.publishOn);
  const around = [today.year - 1, today.year, publishOn.year - 1, publishOn.year, publishOn.year + 1];
  const years = [...new Set(around)];
  const calendar = planCalendar(years, item.ownDays);
  const answering = answeringOf(item, years);
  const facts = { publishOn, wantsClientApproval: item.wantsClientApproval, today, calendar, answering };
  return chainOrder.flatMap((discipline) => {
    // One that is not wanted says by when it would have to be.
    const step = backPlan([...wanted, discipline], facts).find((one) => one.discipline === discipline);
    if (!step) return [];
    const deliverableType = usualWork[item.format][discipline] ?? null;
    return {
      discipline,
      deliverableType,
      isWanted: wanted.includes(discipline),
      existingTaskId: item.present.find((task) => task.discipline === discipline)?.id ?? null,
      dueAt: instantOf(step.dueOn, dueTime, item.timeZone),
      isTight: step.isTight,
      candidates: candidatesOf(found, discipline, deliverableType, step.dueOn),
      similar: similarTo(found, discipline, deliverableType),
    };
  });
}

function candidatesOf(
  { people, rates, item }: Preview,
  discipline: Discipline,
  deliverableType: string | null,
  on: Temporal.PlainDate,
): ChainStepObject['candidates'] {
  const known = people.map((person) => {
    const away = awayOn(person.absences.map(toPeriod), on);
    return { ...person, doneForClient: person.done[discipline] ?? 0, away, isAway: away !== null };
  });
  const card = rates.map(({ amountMinor, validFrom, ...rate }) => ({
    ...rate,
    amount: Money.of(BigInt(amountMinor), item.currency),
    validFrom: Temporal.PlainDate.from(validFrom),
  }));
  return candidatesFor(known, discipline).map(({ id, name, isOfSquad, openTasks, away }) => {
    const rate = rateFor(card, { memberId: id, discipline, deliverableType, on });
    const fee = rate && suggestedFee(rate, null);
    const absence = { awayUntil: away && away.endsOn, awayKind: away && away.kind };
    return { id, name, isOfSquad, openTasks, ...absence, fee: fee && toMoneyObject(fee.minor, item.currency) };
  });
}

/** Of the same kind where there is one, else of the discipline. */
function similarTo({ earlier }: Preview, discipline: Discipline, type: string | null): ChainStepObject['similar'] {
  const ofDiscipline = earlier.filter((brief) => brief.discipline === discipline);
  const brief = ofDiscipline.find(({ deliverableType }) => deliverableType === type) ?? ofDiscipline[0];
  return brief ? { taskId: brief.taskId, title: brief.title } : null;
}
