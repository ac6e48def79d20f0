import { ownDaysOf } from '@planerka/agency/server';
import type { Network } from '@planerka/clients/domain';
import { fitPattern, type Fitted, type ItemPattern } from '@planerka/content-plan/domain';
import {
  Temporal,
  type BusinessCalendar,
  type Currency,
  type Id,
  type PlainDate,
  type PlainYearMonth,
  type OwnDays,
} from '@planerka/platform/domain';
import type { Statement } from '@planerka/platform/server';
import { sql } from 'kysely';
import { planCalendar } from '../item/item-risk';
import { placeItem, proposeItem, type ProposedItem } from '../roll-over/roll-over-plan';
import type { SourceItem } from '../roll-over/roll-over-read';

/** The client that a pattern is to stand on. */
export interface Ground {
  readonly squadId: Id;
  readonly currency: Currency;
  readonly timeZone: string;
  readonly ownDays: OwnDays;
  readonly rubrics: readonly { readonly id: Id; readonly name: string; readonly colour: number }[];
  readonly channels: readonly { readonly id: Id; readonly network: Network }[];
}

export const groundStatement = (agencyId: Id, clientId: Id): Statement<Ground> => sql<Ground>`
  SELECT c.squad_id AS "squadId", c.currency, g.time_zone AS "timeZone", ${ownDaysOf('g')} AS "ownDays",
    (SELECT coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'colour', r.colour) ORDER BY r.position, r.id), '[]')
      FROM rubric r WHERE r.agency_id = c.agency_id AND r.client_id = c.id AND r.archived_at IS NULL) AS rubrics,
    (SELECT coalesce(json_agg(json_build_object('id', h.id, 'network', h.network) ORDER BY h.position, h.id), '[]')
      FROM channel h WHERE h.agency_id = c.agency_id AND h.client_id = c.id AND h.archived_at IS NULL) AS channels
  FROM client c JOIN agency g ON g.id = c.agency_id
  WHERE c.agency_id = ${agencyId}::uuid AND c.id = ${clientId}::uuid`;

export interface TemplateContent {
  readonly clientId: Id | null;
  readonly data: unknown;
}

export const templateStatement = (agencyId: Id, id: Id): Statement<TemplateContent> => sql<TemplateContent>`
  SELECT t.client_id AS "clientId", t.data FROM plan_template t
  WHERE t.agency_id = ${agencyId}::uuid AND t.id = ${id}::uuid AND t.archived_at IS NULL`;

/** Working days around the pattern's own days, today and where it comes to stand. */
export function patternCalendar({ ownDays }: Pick<Ground, 'ownDays'>, days: readonly PlainDate[]): BusinessCalendar {
  const years = days.flatMap(({ year }) => [year - 1, year, year + 1]);
  return planCalendar([...new Set(years)].toSorted(), ownDays);
}

export interface FittedItem {
  readonly pattern: ItemPattern;
  readonly fitted: Fitted;
}

export const fitAll = (patterns: readonly ItemPattern[], ground: Ground): readonly FittedItem[] =>
  patterns.map((pattern) => ({ pattern, fitted: fitPattern(pattern, ground) }));

/** As a month that is repeated has it: a pattern is proposed by the same rule. */
const sourceOf = ({ pattern, fitted }: FittedItem): SourceItem => ({
  id: pattern.key,
  title: pattern.title,
  idea: pattern.idea,
  format: pattern.format,
  rubricId: fitted.rubric?.id ?? null,
  rubricColour: fitted.rubric?.colour ?? null,
  campaignId: null,
  wantsClientApproval: pattern.wantsClientApproval,
  wasOn: pattern.wasOn,
  time: pattern.time,
  channelIds: fitted.channelIds,
  tasks: pattern.tasks,
  existingId: null,
  series: null,
});

export interface FitPlace {
  readonly to: PlainYearMonth;
  /** All of it on this day; else each where its weekday says. */
  readonly on: PlainDate | null;
}

export function proposeFit(
  items: readonly FittedItem[],
  { to, on }: FitPlace,
  calendar: BusinessCalendar,
  today: PlainDate,
): readonly ProposedItem[] {
  return items
    .map((item) => {
      if (on !== null) return placeItem(sourceOf(item), null, { day: on, because: null }, calendar, today);
      const from = Temporal.PlainDate.from(item.pattern.wasOn).toPlainYearMonth();
      return proposeItem(sourceOf(item), null, { from, to }, calendar, today);
    })
    .toSorted((one, other) => `${one.day} ${one.source.time}`.localeCompare(`${other.day} ${other.source.time}`));
}

/** What the client does not have of it, each once. */
export const lacksOf = (items: readonly FittedItem[]): readonly string[] => [
  ...new Set(
    items.flatMap(({ fitted: { lacks } }) => [...(lacks.rubric === null ? [] : [lacks.rubric]), ...lacks.networks]),
  ),
];
