import { Injectable, type OnModuleInit } from '@nestjs/common';
import { memberRead, type CurrentMember } from '@planerka/agency/server';
import type { CampaignState } from '@planerka/campaigns/domain';
import { clientScopeInput, inClientScope, type ClientScopeInput } from '@planerka/clients/server';
import { isId, type Id } from '@planerka/platform/domain';
import {
  connection,
  pageSize,
  pageStart,
  pageStatement,
  read,
  Reads,
  type Connection,
} from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { z } from 'zod';
import { campaignRead } from './campaign-read';
import type { CampaignListArgs } from './campaign.inputs';
import type { CampaignObject } from './campaign.object';

const order = 'campaign.starts';
const cursorKey = z.tuple([z.iso.date(), z.uuid()]);
/** What is no id is no client's. */
const nobody = '00000000-0000-0000-0000-000000000000';

interface CampaignInput extends ClientScopeInput {
  /** ISO 8601: for what the domain above says of a campaign. */
  readonly at: string;
}

interface OneCampaignInput extends CampaignInput {
  readonly id: Id;
}

interface CampaignsInput extends CampaignInput {
  readonly first: number;
  readonly clientId: Id | undefined;
  readonly states: readonly CampaignState[] | undefined;
  readonly afterStart: string | undefined;
  readonly afterId: Id | undefined;
}

const oneCampaignRead = memberRead<{ readonly id: Id }, OneCampaignInput>({
  field: 'campaign',
  type: campaignRead,
  input: (viewer, { id }, at) => (isId(id) ? { ...clientScopeInput(viewer), at: at.toString(), id } : null),
  statement: ({ object, joins }, value, given) => sql`
    SELECT ${object} AS body
    FROM campaign JOIN client ON client.agency_id = campaign.agency_id AND client.id = campaign.client_id ${joins}
    WHERE ${inClientScope(value, given)} AND campaign.agency_id = ${value('agencyId')}::uuid AND campaign.id = ${value('id')}::uuid`,
});

const campaignsRead = memberRead<CampaignListArgs, CampaignsInput>({
  field: 'campaigns',
  type: connection(
    'CampaignConnection',
    campaignRead,
    sql.lit(order),
    sql`JOIN campaign ON campaign.agency_id = ${read.value('agencyId')}::uuid AND campaign.id = page.id
      JOIN client ON client.agency_id = campaign.agency_id AND client.id = campaign.client_id`,
  ),
  input: (viewer, { clientId, states, ...page }, at) => {
    const start = pageStart(page, order, cursorKey);
    return {
      ...clientScopeInput(viewer),
      at: at.toString(),
      first: pageSize(page),
      clientId: clientId == null ? undefined : isId(clientId) ? clientId : nobody,
      states: states ?? undefined,
      afterStart: start?.[0],
      afterId: start?.[1],
    };
  },
  statement: (row, value, given) =>
    pageStatement(
      row,
      sql`
        SELECT campaign.id, json_build_array(campaign.starts_on::text, campaign.id) AS key,
          row_number() OVER (ORDER BY campaign.starts_on DESC, campaign.id DESC) AS place
        FROM campaign JOIN client ON client.agency_id = campaign.agency_id AND client.id = campaign.client_id
        WHERE ${inClientScope(value, given)} AND campaign.agency_id = ${value('agencyId')}::uuid
          ${given('clientId') ? sql`AND campaign.client_id = ${value('clientId')}::uuid` : sql``}
          ${given('states') ? sql`AND campaign.state::text = ANY(${value('states')}::text[])` : sql``}
          ${given('afterStart') ? sql`AND (campaign.starts_on, campaign.id) < (${value('afterStart')}::date, ${value('afterId')}::uuid)` : sql``}
        ORDER BY campaign.starts_on DESC, campaign.id DESC LIMIT ${value('first')}::int + 1`,
    ),
});

@Injectable()
export class CampaignsQuery implements OnModuleInit {
  constructor(private readonly reads: Reads) {}

  onModuleInit(): void {
    this.reads.add(oneCampaignRead);
    this.reads.add(campaignsRead);
  }

  list(viewer: CurrentMember, args: CampaignListArgs, info: GraphQLResolveInfo): Promise<Connection<CampaignObject>> {
    return this.reads.always(campaignsRead, viewer, args, info);
  }

  campaign(viewer: CurrentMember, id: Id, info?: GraphQLResolveInfo): Promise<CampaignObject | null> {
    return this.reads.find(oneCampaignRead, viewer, { id }, info);
  }
}
