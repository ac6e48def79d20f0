import { Injectable } from '@nestjs/common';
import { can, clientLimitOf, daysAway } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { moneyField } from '@planerka/clients/domain';
import {
  compareMonths,
  dateOf,
  err,
  firstDayOf,
  issue,
  Money,
  ok,
  parseInput,
  russianCalendar,
  Temporal,
  under,
  type Id,
  type PlainDate,
  type PlainYearMonth,
  type Result,
} from '@planerka/platform/domain';
import { Clock, invalidInput, notFound, Reader, type CommandError } from '@planerka/platform/server';
import {
  byDiscipline,
  capacityByWeek,
  clientOfferInput,
  costOf,
  daysOf,
  demandByWeek,
  expected,
  forecast,
  loadOf,
  marginOf,
  minutesOf,
  monthsAhead,
  normFor,
  sumByWeek,
  verdictOn,
  weeksFrom,
  workingDaysFrom,
  workOf,
  type ClientReason,
  type Day,
  type Forecast,
  type MarginForecast,
  type SquadHands,
} from '@planerka/tasks/domain';
import { z } from 'zod';
import { toPeriod } from '../workload/days-away';
import type { OpenTaskRow, PersonRow } from '../workload/workload-rows';
import { readSimulation, type BasisRow } from './simulation-rows';
import type { ClientReasonObject, ClientSimulationInput, ClientSimulationObject } from './simulation.object';

type Refusal = Extract<CommandError, { kind: 'InvalidInput' | 'NotFound' }>;
type Offer = z.output<typeof clientOfferInput>;

/** The days that are looked at. */
interface Span {
  readonly weeks: readonly Day[];
  /** Working days from today on. */
  readonly days: readonly Day[];
  readonly today: PlainDate;
  readonly demand: ReturnType<typeof demandByWeek>;
}

type Person = SquadHands & Pick<PersonRow, 'name'> & { readonly daysAway: readonly number[] };

/** «Can we take this client?», by what people have to do and can give. It writes nothing. */
@Injectable()
export class SimulationService {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  async simulate(
    viewer: CurrentMember,
    input: ClientSimulationInput,
  ): Promise<Result<ClientSimulationObject, Refusal>> {
    const now = this.clock.now();
    const [people, tasks, [basis]] = await readSimulation(this.reader, viewer, now.toString());
    const squads = basis?.squads.filter(({ id }) => can(viewer, 'client.simulate', { squadId: id })) ?? [];
    if (squads.length === 0) return err(notFound('Squad'));
    const parsed = parseInput(clientOfferInput, input);
    if (!parsed.ok) return err(invalidInput(parsed.error));
    const squad = parsed.value.squadId ? squads.find(({ id }) => id === parsed.value.squadId) : squads[0];
    if (!basis || !squad) return err(notFound('Squad'));
    const today = dateOf(now, basis.timeZone);
    const thisMonth = today.toPlainYearMonth();
    const month = parsed.value.startMonth ?? thisMonth.add({ months: 1 });
    if (compareMonths(month, thisMonth) < 0 || compareMonths(month, thisMonth.add({ months: monthsAhead })) > 0)
      return err(invalidInput([issue(['startMonth'], 'not_an_option')]));
    const seesMoney = can(viewer, 'margin.view');
    const fee = seesMoney && input.fee ? parseInput(moneyField(basis.currency), input.fee) : null;
    if (fee && !fee.ok) return err(invalidInput(under(['fee'], fee.error)));
    const simulation = simulationOf({ people, tasks, basis, today }, squad.id, month, parsed.value, {
      isShown: seesMoney,
      fee: fee?.value ?? null,
    });
    return ok({ ...simulation, squads, squadId: squad.id, startMonth: month.toString() });
  }
}

interface World {
  readonly people: readonly PersonRow[];
  readonly tasks: readonly OpenTaskRow[];
  readonly basis: BasisRow;
  readonly today: PlainDate;
}

function simulationOf(
  world: World,
  squadId: Id,
  month: PlainYearMonth,
  offer: Offer,
  { isShown, fee }: { readonly isShown: boolean; readonly fee: Money | null },
): Omit<ClientSimulationObject, 'squads' | 'squadId' | 'startMonth'> {
  const { basis } = world;
  const work = workOf(offer).map((kind) => ({ ...kind, norm: normFor(kind.type, basis.experience) }));
  const monthly = minutesOf(offer, ({ type }) => normFor(type, basis.experience).minutes);
  const span = spanOf(world, month, monthly);
  const squad = world.people
    .filter(({ role, squadIds }) => role === 'specialist' && squadIds.includes(squadId))
    .map((person) => handsOf(person, world, span));
  const minutesPerHour = capacityByWeek(1, span.days, new Set(), span.weeks).map(({ minutes }) => minutes);
  const help = minutesPerHour.map((minutes) =>
    byDiscipline((discipline) => Math.ceil(offer.help[discipline] * minutes)),
  );
  const future = forecast(squad, span.demand, help);
  const cost = costOf({
    work: work.map(({ norm, ...kind }) => ({ ...kind, minutes: norm.minutes })),
    hours: offer.hours,
    shares: sharesOf(future),
    rates: basis.rates.map(({ amountMinor, validFrom, ...rate }) => ({
      ...rate,
      amount: Money.of(BigInt(amountMinor), basis.currency),
      validFrom: Temporal.PlainDate.from(validFrom),
    })),
    on: firstDayOf(month),
    currency: basis.currency,
  });
  const goal = basis.marginGoal === null ? null : Number(basis.marginGoal);
  const margin = marginOf(fee ?? Money.zero(basis.currency), cost.cost, goal);
  const lead = basis.managers.find((one) => one.squadId === squadId);
  const manager = lead ? { name: lead.name, clients: lead.clients, limit: clientLimitOf(lead, lead) } : null;
  const { answer, reasons } = verdictOn({
    forecast: future,
    minutesPerHour,
    manager,
    margin: isShown && fee ? margin : null,
  });
  return {
    answer,
    reasons: reasons.map((reason) => presentReason(reason, span.weeks)),
    manager,
    weeks: span.weeks,
    disciplines: future.disciplines.map((each) => ({
      ...each,
      monthlyMinutes: monthly[each.discipline],
      help: future.help[each.discipline],
    })),
    people: squad.map((person, index) => presentPerson(person, future.people[index]?.added ?? [])),
    work: work.map(({ norm: { minutes, basis: from, count: tasks }, ...kind }) => ({
      ...kind,
      minutes,
      basis: from,
      tasks,
    })),
    money: isShown ? presentMoney(cost, margin, fee, goal) : null,
  };
}

function spanOf({ basis, today }: World, month: PlainYearMonth, monthly: Parameters<typeof demandByWeek>[0]): Span {
  const first = firstDayOf(month);
  const begins = Temporal.PlainDate.compare(first, today) < 0 ? today : first;
  const calendar = russianCalendar([today.year, today.year + 1, today.year + 2], basis.ownDays);
  const weeks = weeksFrom(begins);
  const demand = demandByWeek(monthly, workingDaysFrom(calendar, first), weeks, begins.toString());
  return { weeks, days: workingDaysFrom(calendar, today), today, demand };
}

function handsOf(person: PersonRow, { tasks, basis }: World, { weeks, days, today }: Span): Person {
  const { id, name, disciplines, weeklyHours } = person;
  const away = daysAway(person.absences.map(toPeriod), today);
  const own = daysOf(days, away);
  const load = sumByWeek(
    tasks.filter(({ assigneeId }) => assigneeId === id).map((task) => loadOf(task, own, weeks)),
    weeks,
  );
  const capacity = capacityByWeek(weeklyHours, days, away, weeks);
  const usual = basis.usual[id] ?? 0;
  return {
    id,
    name,
    disciplines,
    daysAway: capacity.map((week) => week.daysAway),
    weeks: capacity.map(({ minutes }, index) => ({
      capacity: minutes,
      planned: load.weeks[index] ?? 0,
      // A week with holidays is a smaller one.
      usual: weeklyHours > 0 ? Math.round((usual * minutes) / (weeklyHours * 60)) : 0,
    })),
  };
}

const sharesOf = ({ people, help }: Forecast) => [
  ...people.map(({ id, minutes }) => ({ memberId: id, minutes })),
  {
    memberId: null,
    minutes: byDiscipline((discipline) => help[discipline].reduce((sum, minutes) => sum + minutes, 0)),
  },
];

const presentPerson = (
  { id, name, disciplines, weeks, daysAway: away }: Person,
  added: readonly number[],
): ClientSimulationObject['people'][number] => ({
  id,
  name,
  disciplines,
  weeks: weeks.map((week, index) => ({
    capacityMinutes: week.capacity,
    plannedMinutes: week.planned,
    expectedMinutes: expected(week),
    addedMinutes: added[index] ?? 0,
    daysAway: away[index] ?? 0,
  })),
});

const presentReason = (reason: ClientReason, weeks: readonly Day[]): ClientReasonObject =>
  reason.code === 'hours' ? { ...reason, week: weeks[reason.week] ?? null } : reason;

const presentMoney = (
  { cost, uncounted }: ReturnType<typeof costOf>,
  { profit, percent, feeForGoal }: MarginForecast,
  fee: Money | null,
  marginGoal: number | null,
): ClientSimulationObject['money'] => ({
  cost,
  uncounted,
  profit: fee && profit,
  marginPercent: fee && percent,
  marginGoal,
  feeForGoal,
});
