import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { memberRule } from '@planerka/agency/server';
import { campaignRead, campaignTargets, type CampaignObject } from '@planerka/campaigns/server';
import { Temporal } from '@planerka/platform/domain';
import { read, Reads, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { CaseRefObject } from '../case/case.object';
import type { KpiFactObject, PlanFactObject } from './facts.object';
import { planFactOf, toPlanFact } from './plan-fact';

/** What this domain has to say of a campaign. */
export interface CampaignResults {
  readonly facts: readonly KpiFactObject[];
  readonly planFact: readonly PlanFactObject[];
  readonly viewerCanEnterFacts: boolean;
  readonly cases: readonly CaseRefObject[] | null;
}

/** Whoever has the campaign's object has it with what was reached. */
export type ReachedCampaign = CampaignObject & CampaignResults;

const kpiFact: ReadType = {
  name: 'KpiFact',
  fields: {
    id: read.id(sql`fact.id`),
    metric: read.text(sql`fact.metric`),
    day: read.date(sql`fact.day`),
    value: read.text(sql`trim_scale(fact.value)::text`),
    version: read.int(sql`fact.version`),
  } satisfies Record<keyof KpiFactObject, ReadField>,
};

const caseRef: ReadType = {
  name: 'CaseRef',
  fields: {
    id: read.id(sql`case_page.id`),
    title: read.text(sql`case_page.title`),
  } satisfies Record<keyof CaseRefObject, ReadField>,
};

const facts = read.many<KpiFactObject>(
  () => kpiFact,
  (object) => sql`(
    SELECT string_agg(${object}, ',' ORDER BY fact.day, fact.metric) FROM kpi_fact fact
    WHERE fact.agency_id = campaign.agency_id AND fact.campaign_id = campaign.id)`,
);

const cases = read.many<CaseRefObject>(
  () => caseRef,
  (object) => sql`(
    SELECT string_agg(${object}, ',' ORDER BY case_page.created_at, case_page.id) FROM case_page
    WHERE case_page.agency_id = campaign.agency_id AND case_page.campaign_id = campaign.id)`,
);

const squadId = read.id(sql`client.squad_id`);

const resultFields = {
  facts,
  planFact: memberRule(
    {
      facts,
      targets: campaignTargets,
      startsOn: read.date(sql`campaign.starts_on`),
      endsOn: read.date(sql`campaign.ends_on`),
      today: read.date(sql`(
        SELECT (${read.value('at')}::timestamptz AT TIME ZONE agency.time_zone)::date FROM agency
        WHERE agency.id = campaign.agency_id)`),
    },
    ({ facts: measured, today, ...campaign }) =>
      planFactOf(campaign, { facts: measured, today: Temporal.PlainDate.from(today) }).map(toPlanFact),
  ),
  viewerCanEnterFacts: memberRule({ squadId }, (whose, viewer) => can(viewer, 'kpi.enter', whose)),
  cases: memberRule({ squadId, cases }, ({ cases: told, ...whose }, viewer) =>
    can(viewer, 'case.view', whose) ? told : null,
  ),
} satisfies Record<keyof CampaignResults, ReadField>;

/** What a campaign has reached: fields that the lower domain's Campaign does not know. */
@Injectable()
export class CampaignResultsRead implements OnModuleInit {
  constructor(private readonly reads: Reads) {}

  onModuleInit(): void {
    this.reads.extend(campaignRead, resultFields);
  }
}
