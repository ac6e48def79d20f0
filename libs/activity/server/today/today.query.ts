import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { Temporal, type Instant } from '@planerka/platform/domain';
import { Clock, Reader, toMoneyObject } from '@planerka/platform/server';
import { sql } from 'kysely';
import { countOf, rowsOf, type TodayRow } from './today-part';
import { todayParts } from './today-rows';
import { agencyTime, withOpenTasks } from './today-scope';
import { todaySides, type TodaySides } from './today-week';
import { todayKinds, type AgencyStepObject, type TodayObject, type TodayRowObject } from './today.object';

/** A publication nearer than this with work still open will hardly go out as planned. */
const nearPublication = Temporal.Duration.from({ hours: 36 });

@Injectable()
export class TodayQuery {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** Two statements: what waits, and the sides of the page. */
  async today(viewer: CurrentMember): Promise<TodayObject> {
    const now = this.clock.now();
    const time = agencyTime(viewer, now.toString());
    const [rows, sides] = await this.reader.askAll<[{ row: TodayRow }, TodaySides]>(viewer, [
      sql`${withOpenTasks(viewer)} ${rowsOf(todayParts(viewer, time.today))}`,
      todaySides(viewer, time),
    ]);
    return {
      id: viewer.memberId,
      ...sides[0]!,
      rows: inOrder(rows.map(({ row }) => present(row, now))),
    };
  }

  /** How many things wait for the viewer, in one statement. */
  async waiting(viewer: CurrentMember): Promise<number> {
    const { today } = agencyTime(viewer, this.clock.now().toString());
    const rows = await this.reader.ask(
      viewer,
      sql<{ count: number }>`${withOpenTasks(viewer)} ${countOf(todayParts(viewer, today))}`,
    );
    return rows[0]?.count ?? 0;
  }

  /** What a new agency still has to do before its first brief is out; in the order of doing it. */
  async steps(viewer: CurrentMember): Promise<AgencyStepObject[]> {
    const { agencyId } = viewer;
    // Of the two large tables the first in some order: looking for any one, PostgreSQL would begin with other agencies' rows.
    const rows = await this.reader.ask(
      viewer,
      sql<Record<string, boolean>>`SELECT
        (SELECT count(*) FROM (SELECT 1 FROM member WHERE agency_id = ${agencyId} LIMIT 2) AS two) > 1
          OR EXISTS (SELECT FROM invitation WHERE agency_id = ${agencyId}) AS people,
        EXISTS (SELECT FROM squad WHERE agency_id = ${agencyId}) AS squad,
        EXISTS (SELECT FROM rate WHERE agency_id = ${agencyId}) AS rates,
        EXISTS (SELECT FROM client WHERE agency_id = ${agencyId}) AS client,
        EXISTS (SELECT FROM campaign WHERE agency_id = ${agencyId}) AS campaign,
        coalesce((SELECT true FROM budget_line WHERE agency_id = ${agencyId} AND planned_minor > 0 ORDER BY id LIMIT 1), false) AS budget,
        EXISTS (SELECT FROM content_item WHERE agency_id = ${agencyId} AND deleted_at IS NULL) AS item,
        coalesce((SELECT true FROM task WHERE agency_id = ${agencyId} AND brief_number > 0 ORDER BY state_since DESC, id DESC LIMIT 1),
          false) AS brief`,
    );
    return Object.entries(rows[0] ?? {})
      .filter(([key]) => takesStep(viewer, key))
      .map(([key, isDone]) => ({ key, isDone: key === 'squad' ? isDone && leadsSomething(viewer) : isDone }));
  }
}

/** A manager without a squad waits for the owner to make one: that step is theirs to see, not to take. */
const leadsSomething = ({ role, squadIds }: CurrentMember): boolean => role === 'owner' || squadIds.length > 0;

const takesStep = (viewer: CurrentMember, key: string): boolean => {
  if (viewer.role === 'owner') return true;
  if (viewer.role === 'specialist' || key === 'people' || key === 'rates') return false;
  return key !== 'squad' || !leadsSomething(viewer);
};

/** The viewer's own turn first, then by kind; within a kind as the statement orders it. */
const inOrder = (rows: readonly TodayRowObject[]): TodayRowObject[] =>
  rows.toSorted(
    (one, other) =>
      Number(other.isViewersTurn) - Number(one.isViewersTurn) ||
      todayKinds.indexOf(one.kind) - todayKinds.indexOf(other.kind),
  );

function present({ amountMinor, currency, ...row }: TodayRow, now: Instant): TodayRowObject {
  return {
    ...absent,
    ...row,
    amount: amountMinor && currency ? toMoneyObject(amountMinor, currency) : null,
    isUrgent: isUrgent(row, now),
  };
}

/** A row of one kind lacks what another has. */
const absent = {
  clientId: null,
  clientName: null,
  taskId: null,
  campaignId: null,
  person: null,
  text: null,
  since: null,
  dueAt: null,
  publishAt: null,
  version: null,
  round: null,
  includedRounds: null,
  category: null,
  month: null,
  percent: null,
  isHard: null,
  count: null,
};

function isUrgent(
  { kind, dueAt, publishAt, percent }: Omit<TodayRow, 'amountMinor' | 'currency'>,
  now: Instant,
): boolean {
  if (kind === 'money') return (percent ?? 0) >= 100;
  const isPast = (at: string | null | undefined, ahead = Temporal.Duration.from({ hours: 0 })): boolean =>
    at != null && Temporal.Instant.compare(Temporal.Instant.from(at), now.add(ahead)) < 0;
  const isSpecialistsTurn = kind === 'accept' || kind === 'work' || kind === 'returned';
  return isSpecialistsTurn ? isPast(dueAt) : isPast(publishAt, nearPublication);
}
