import { disciplines, type Discipline } from '@planerka/agency/domain';
import type { Id, Money } from '@planerka/platform/domain';
import { byDiscipline, shareOut, type ByDiscipline, type Hands } from './share-out';

/** A person of the squad in the weeks that are looked at. */
export interface SquadHands {
  readonly id: Id;
  readonly disciplines: readonly Discipline[];
  readonly weeks: readonly SquadWeek[];
}

export interface SquadWeek {
  /** What they can give on the days that they are there. */
  readonly capacity: number;
  /** Minutes of tasks that are there already. */
  readonly planned: number;
  /** What they usually do in such a week, by the weeks before. */
  readonly usual: number;
}

/** Nobody plans months ahead: where little is planned yet, a week will be as the weeks before it were. */
export const expected = ({ planned, usual }: SquadWeek): number => Math.max(planned, usual);

export interface PersonForecast {
  readonly id: Id;
  /** By week. */
  readonly added: readonly number[];
  /** In all weeks. */
  readonly minutes: ByDiscipline<number>;
}

export interface DisciplineForecast {
  readonly discipline: Discipline;
  readonly demand: readonly number[];
  /** Of it, what nobody has time for. */
  readonly short: readonly number[];
  /** Nobody of the squad does such work. */
  readonly isMissing: boolean;
}

export interface Forecast {
  readonly people: readonly PersonForecast[];
  /** Those of which anything is wanted. */
  readonly disciplines: readonly DisciplineForecast[];
  /** Minutes of help by discipline and week. */
  readonly help: ByDiscipline<readonly number[]>;
}

/**
 * The squad's weeks with the client in them.
 * @param demand by week
 * @param help minutes of freelancers by week
 */
export function forecast(
  squad: readonly SquadHands[],
  demand: readonly ByDiscipline<number>[],
  help: readonly ByDiscipline<number>[],
): Forecast {
  const weeks = demand.map((wanted, week) => {
    const own = squad.map(({ id, disciplines: does, weeks: own }): Hands => {
      const at = own[week];
      return { id, disciplines: does, free: at ? at.capacity - expected(at) : 0, isHelp: false };
    });
    const asked = disciplines.map((discipline): Hands => ({
      id: discipline,
      disciplines: [discipline],
      free: help[week]?.[discipline] ?? 0,
      isHelp: true,
    }));
    return shareOut(wanted, [...own, ...asked]);
  });
  const givenTo = (index: number) => weeks.map(({ given }) => given[index] ?? byDiscipline(() => 0));
  const sumOf = (shares: ByDiscipline<number>) => disciplines.reduce((sum, each) => sum + shares[each], 0);
  return {
    people: squad.map(({ id }, index) => ({
      id,
      added: givenTo(index).map(sumOf),
      minutes: byDiscipline((discipline) => givenTo(index).reduce((sum, own) => sum + own[discipline], 0)),
    })),
    disciplines: disciplines
      .filter((discipline) => demand.some((wanted) => wanted[discipline] > 0))
      .map((discipline) => ({
        discipline,
        demand: demand.map((wanted) => wanted[discipline]),
        short: weeks.map(({ short }) => short[discipline]),
        isMissing: !squad.some(({ disciplines: does }) => does.includes(discipline)),
      })),
    help: byDiscipline((discipline) => givenTo(squad.length + disciplines.indexOf(discipline)).map(sumOf)),
  };
}

export const clientAnswers = ['yes', 'yes_if', 'no'] as const;
export type ClientAnswer = (typeof clientAnswers)[number];

export interface HoursReason {
  readonly code: 'hours';
  readonly discipline: Discipline;
  /** What the worst week lacks. */
  readonly minutes: number;
  /** Of the worst week. */
  readonly week: number;
  /** How many weeks lack something. */
  readonly weeks: number;
  /** So many hours of a freelancer a week would make it good. */
  readonly helpHours: number;
  readonly isMissing: boolean;
}

export type ClientReason =
  | HoursReason
  /** The squad's manager leads as many clients as they may. */
  | { readonly code: 'client_limit'; readonly clients: number; readonly limit: number }
  | { readonly code: 'no_manager' }
  /** The margin stays below the agency's goal: so much a month would reach it. */
  | { readonly code: 'margin'; readonly feeForGoal: Money };

export interface Verdict {
  readonly answer: ClientAnswer;
  readonly reasons: readonly ClientReason[];
}

export interface VerdictFacts {
  readonly forecast: Pick<Forecast, 'disciplines'>;
  /** What somebody gives in each week who gives an hour a week: less than sixty minutes where it has days off. */
  readonly minutesPerHour: readonly number[];
  /** Null where nobody leads the squad. */
  readonly manager: { readonly clients: number; readonly limit: number } | null;
  /** Null: it is not asked, or not this viewer's to know. */
  readonly margin: { readonly isBelowGoal: boolean; readonly feeForGoal: Money } | null;
}

/** Less than a working day a week can be found; more is a person that is not there. */
export const bearableMinutes = 8 * 60;

/** «Yes»; «yes, if» something is seen to that can be; «no», where in some week a day's work or more has nobody. */
export function verdictOn({
  forecast: { disciplines: wanted },
  minutesPerHour,
  manager,
  margin,
}: VerdictFacts): Verdict {
  const hours = wanted.flatMap(({ discipline, short, isMissing }): HoursReason[] => {
    const minutes = Math.max(0, ...short);
    if (minutes === 0) return [];
    const weeks = short.filter((each) => each > 0).length;
    const hours = short.map((each, week) => each / Math.max(1, minutesPerHour[week] ?? 60));
    // By half hours, as people agree on them.
    const helpHours = Math.ceil(Math.max(...hours) * 2) / 2;
    return [{ code: 'hours', discipline, minutes, week: short.indexOf(minutes), weeks, helpHours, isMissing }];
  });
  const weeks = wanted[0]?.short.map((_, week) => wanted.reduce((sum, { short }) => sum + (short[week] ?? 0), 0)) ?? [];
  const reasons: readonly ClientReason[] = [
    ...hours.toSorted((one, other) => other.minutes - one.minutes),
    ...(manager === null ? [{ code: 'no_manager' as const }] : []),
    ...(manager !== null && manager.clients >= manager.limit ? [{ code: 'client_limit' as const, ...manager }] : []),
    ...(margin?.isBelowGoal ? [{ code: 'margin' as const, feeForGoal: margin.feeForGoal }] : []),
  ];
  const answer = weeks.some((minutes) => minutes >= bearableMinutes) ? 'no' : reasons.length > 0 ? 'yes_if' : 'yes';
  return { answer, reasons };
}
