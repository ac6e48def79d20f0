import { memberRead, type CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { AgencyStepObject } from './today.object';

const steps = ['people', 'squad', 'rates', 'client', 'campaign', 'budget', 'item', 'brief'] as const;
type AgencyStep = (typeof steps)[number];

/** A manager without a squad waits for the owner to make one: that step is theirs to see, not to take. */
const leadsSomething = ({ role, squadIds }: CurrentMember): boolean => role === 'owner' || squadIds.length > 0;

const takesStep = (viewer: CurrentMember, step: AgencyStep): boolean => {
  if (viewer.role === 'owner') return true;
  if (viewer.role === 'specialist' || step === 'people' || step === 'rates') return false;
  return step !== 'squad' || !leadsSomething(viewer);
};

const agencyId = sql`${read.value('agencyId')}::uuid`;

// Of the two large tables the first in some order: looking for any one, PostgreSQL would begin with other agencies' rows.
const isDone = sql`coalesce(CASE step.key
  WHEN 'people' THEN (SELECT count(*) FROM (SELECT 1 FROM member WHERE agency_id = ${agencyId} LIMIT 2) AS two) > 1
    OR EXISTS (SELECT FROM invitation WHERE agency_id = ${agencyId})
  WHEN 'squad' THEN ${read.value('leadsSomething')}::boolean AND EXISTS (SELECT FROM squad WHERE agency_id = ${agencyId})
  WHEN 'rates' THEN EXISTS (SELECT FROM rate WHERE agency_id = ${agencyId})
  WHEN 'client' THEN EXISTS (SELECT FROM client WHERE agency_id = ${agencyId})
  WHEN 'campaign' THEN EXISTS (SELECT FROM campaign WHERE agency_id = ${agencyId})
  WHEN 'budget' THEN (SELECT true FROM budget_line WHERE agency_id = ${agencyId} AND planned_minor > 0 ORDER BY id LIMIT 1)
  WHEN 'item' THEN EXISTS (SELECT FROM content_item WHERE agency_id = ${agencyId} AND deleted_at IS NULL)
  WHEN 'brief' THEN (SELECT true FROM task WHERE agency_id = ${agencyId} AND brief_number > 0 ORDER BY state_since DESC, id DESC LIMIT 1)
END, false)`;

/** Rows of `step`. */
const agencyStep: ReadType = {
  name: 'AgencyStep',
  fields: {
    key: read.text(sql`step.key`),
    isDone: read.boolean(isDone),
  } satisfies Record<keyof AgencyStepObject, ReadField>,
};

interface StepsInput {
  readonly [name: string]: unknown;
  readonly agencyId: Id;
  readonly steps: readonly AgencyStep[];
  readonly leadsSomething: boolean;
}

/** What a new agency still has to do before its first brief is out; in the order of doing it. */
export const agencyStepsRead = memberRead<object, StepsInput>({
  field: 'agencySteps',
  type: agencyStep,
  input: (viewer) => ({
    agencyId: viewer.agencyId,
    steps: steps.filter((step) => takesStep(viewer, step)),
    leadsSomething: leadsSomething(viewer),
  }),
  statement: ({ object }, value) => sql`
    SELECT concat('[', string_agg(${object}, ',' ORDER BY step.place), ']') AS body
    FROM unnest(${value('steps')}::text[]) WITH ORDINALITY AS step (key, place)`,
});
