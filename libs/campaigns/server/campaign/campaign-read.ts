import { can } from '@planerka/agency/domain';
import { memberRule } from '@planerka/agency/server';
import { campaignActionsIn, type CampaignState } from '@planerka/campaigns/domain';
import { clientRead, type ClientObject } from '@planerka/clients/server';
import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { CampaignObject, KpiTargetObject } from './campaign.object';

const kpiTarget: ReadType = {
  name: 'KpiTarget',
  fields: {
    id: read.id(sql`target.id`),
    metric: read.text(sql`target.metric`),
    target: read.text(sql`trim_scale(target.target)::text`),
    baseline: read.nullable(read.text(sql`trim_scale(target.baseline)::text`)),
  } satisfies Record<keyof KpiTargetObject, ReadField>,
};

export const campaignTargets = read.many<KpiTargetObject>(
  () => kpiTarget,
  (object) => sql`(
    SELECT string_agg(${object}, ',' ORDER BY target.position, target.metric) FROM kpi_target target
    WHERE target.agency_id = campaign.agency_id AND target.campaign_id = campaign.id)`,
);

const squadId = read.id(sql`client.squad_id`);
const state = read.enumeration<CampaignState>(sql`campaign.state`);

/** Rows of `campaign` and `client`; statements have the moment of asking as `at`. */
export const campaignRead: ReadType = {
  name: 'Campaign',
  fields: {
    id: read.id(sql`campaign.id`),
    name: read.text(sql`campaign.name`),
    goal: read.enumeration(sql`campaign.goal`),
    description: read.text(sql`campaign.description`),
    startsOn: read.date(sql`campaign.starts_on`),
    endsOn: read.date(sql`campaign.ends_on`),
    state,
    wantsClientApproval: read.boolean(sql`campaign.wants_client_approval`),
    adNaming: read.text(sql`campaign.ad_naming`),
    adUtm: read.text(sql`campaign.ad_utm`),
    clientId: read.id(sql`client.id`),
    client: read.here<ClientObject>(clientRead),
    targets: campaignTargets,
    version: read.int(sql`campaign.version`),
    viewerCanEdit: memberRule({ squadId }, (facts, viewer) => can(viewer, 'campaign.edit', facts)),
    availableActions: memberRule({ squadId, state }, (facts, viewer) =>
      can(viewer, 'campaign.edit', facts)
        ? [...(facts.state === 'closed' ? [] : ['edit']), ...campaignActionsIn(facts.state)]
        : [],
    ),
  } satisfies Record<keyof CampaignObject, ReadField>,
};
