import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { campaignActionsIn, type CampaignGoal, type CampaignState } from '@planerka/campaigns/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { clientColumns, joinSquad, seesClient, toClient, type ClientRow } from '@planerka/clients/server';
import { isId, type Id } from '@planerka/platform/domain';
import {
  pageSize,
  pageStart,
  Reader,
  toConnection,
  type Connection,
  type ReadTransaction,
} from '@planerka/platform/server';
import { sql } from 'kysely';
import { z } from 'zod';
import type { CampaignListArgs } from './campaign.inputs';
import type { CampaignObject, KpiTargetObject } from './campaign.object';

const order = 'campaign.starts';
const key = z.tuple([z.iso.date(), z.uuid()]);

@Injectable()
export class CampaignsQuery {
  constructor(private readonly reader: Reader) {}

  async list(viewer: CurrentMember, args: CampaignListArgs): Promise<Connection<CampaignObject>> {
    const first = pageSize(args);
    const after = pageStart(args, order, key);
    if (args.clientId != null && !isId(args.clientId)) return emptyPage;
    const rows = await this.reader.read(viewer, (db) =>
      within(db, viewer)
        .$if(args.clientId != null, (query) => query.where('campaign.client_id', '=', args.clientId ?? ''))
        .$if(args.states != null, (query) => query.where('campaign.state', 'in', args.states ?? []))
        .$if(after !== null, (query) =>
          query.where(sql<boolean>`(campaign.starts_on, campaign.id) < (${after?.[0]}::date, ${after?.[1]}::uuid)`),
        )
        .orderBy('campaign.starts_on', 'desc')
        .orderBy('campaign.id', 'desc')
        .limit(first + 1)
        .execute(),
    );
    return toConnection(
      rows,
      first,
      order,
      (row) => [row.starts_on, row.id],
      (row) => toCampaign(viewer, row),
    );
  }

  async campaign(viewer: CurrentMember, id: Id): Promise<CampaignObject | null> {
    if (!isId(id)) return null;
    const row = await this.reader.read(viewer, (db) =>
      within(db, viewer).where('campaign.id', '=', id).executeTakeFirst(),
    );
    return row ? toCampaign(viewer, row) : null;
  }
}

const emptyPage: Connection<CampaignObject> = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

interface CampaignRow extends ClientRow {
  readonly id: string;
  readonly name: string;
  readonly goal: CampaignGoal;
  readonly description: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly state: CampaignState;
  readonly wants_client_approval: boolean;
  readonly version: number;
  readonly targets: readonly KpiTargetObject[];
}

const targets = sql<readonly KpiTargetObject[]>`coalesce((
  SELECT json_agg(json_build_object('id', t.id, 'metric', t.metric, 'target', trim_scale(t.target)::text, 'baseline', trim_scale(t.baseline)::text) ORDER BY t.position, t.metric)
  FROM kpi_target t WHERE t.agency_id = campaign.agency_id AND t.campaign_id = campaign.id), '[]')`;

const within = (db: ReadTransaction, viewer: CurrentMember) =>
  joinSquad(db.selectFrom('client'))
    .innerJoin('campaign', (join) =>
      join.onRef('campaign.agency_id', '=', 'client.agency_id').onRef('campaign.client_id', '=', 'client.id'),
    )
    .select(clientColumns)
    .select([
      'campaign.id',
      'campaign.name',
      'campaign.goal',
      'campaign.description',
      sql<string>`campaign.starts_on`.as('starts_on'),
      sql<string>`campaign.ends_on`.as('ends_on'),
      'campaign.state',
      'campaign.wants_client_approval',
      'campaign.version',
      targets.as('targets'),
    ])
    .where('client.agency_id', '=', viewer.agencyId)
    .where('campaign.agency_id', '=', viewer.agencyId)
    .where(seesClient(viewer));

function toCampaign(viewer: CurrentMember, row: CampaignRow): CampaignObject {
  const canEdit = can(viewer, 'campaign.edit', { squadId: row.client_squad_id });
  return {
    id: row.id,
    name: row.name,
    goal: row.goal,
    description: row.description,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    state: row.state,
    wantsClientApproval: row.wants_client_approval,
    clientId: row.client_id,
    client: toClient(viewer, row),
    targets: row.targets,
    version: row.version,
    viewerCanEdit: canEdit,
    availableActions: canEdit ? [...(row.state === 'closed' ? [] : ['edit']), ...campaignActionsIn(row.state)] : [],
  };
}
