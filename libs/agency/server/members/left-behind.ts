import { sql, type RawBuilder } from 'kysely';

/** How much work one who has left still has by name: what somebody can take, and what they answered for. Of a row of `member`. */
export const workLeftBehind = (member: RawBuilder<unknown>): RawBuilder<number> => sql<number>`(
  SELECT count(*)::int FROM task t WHERE t.agency_id = ${member}.agency_id
    AND (t.assignee_id = ${member}.id AND t.state IN ('draft', 'issued', 'in_progress')
      OR t.manager_id = ${member}.id AND t.assignee_id IS DISTINCT FROM ${member}.id AND t.state NOT IN ('done', 'cancelled')))`;
