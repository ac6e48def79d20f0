import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { CampaignsQuery } from '@planerka/campaigns/server';
import { isId, type Id } from '@planerka/platform/domain';
import { Reader } from '@planerka/platform/server';
import type { CaseFigure } from '@planerka/results/domain';
import { sql } from 'kysely';
import type { CasePageObject, CaseWorkCountObject } from './case.object';

@Injectable()
export class CasesQuery {
  constructor(
    private readonly reader: Reader,
    private readonly campaigns: CampaignsQuery,
  ) {}

  async casePage(viewer: CurrentMember, id: Id): Promise<CasePageObject | null> {
    if (!isId(id)) return null;
    const row = await this.reader.read(viewer, (db) =>
      db
        .selectFrom('case_page')
        .selectAll()
        .select([publications.as('publications'), tasks.as('tasks')])
        .where('agency_id', '=', viewer.agencyId)
        .where('id', '=', id)
        .executeTakeFirst(),
    );
    const campaign = row && (await this.campaigns.campaign(viewer, row.campaign_id));
    if (!campaign || !can(viewer, 'case.view', { squadId: campaign.client.squad.id })) return null;
    return {
      id: row.id,
      title: row.title,
      before: row.before,
      actions: row.actions,
      after: row.after,
      quote: row.quote,
      quoteAuthor: row.quote_author,
      isAnonymised: row.is_anonymised,
      figures: row.figures as readonly CaseFigure[],
      publications: row.publications,
      tasks: row.tasks,
      campaign,
      createdAt: row.created_at,
      version: row.version,
    };
  }
}

const publications = sql<readonly CaseWorkCountObject[]>`coalesce((
  SELECT json_agg(json_build_object('kind', w.kind, 'count', w.count) ORDER BY w.count DESC, w.kind) FROM (
    SELECT i.format AS kind, count(*)::int AS count FROM content_item i
    WHERE i.agency_id = case_page.agency_id AND i.campaign_id = case_page.campaign_id
      AND i.status = 'published' AND i.deleted_at IS NULL
    GROUP BY i.format) w), '[]')`;

const tasks = sql<readonly CaseWorkCountObject[]>`coalesce((
  SELECT json_agg(json_build_object('kind', w.kind, 'count', w.count) ORDER BY w.kind) FROM (
    SELECT t.discipline AS kind, count(*)::int AS count FROM task t
    WHERE t.agency_id = case_page.agency_id AND t.campaign_id = case_page.campaign_id AND t.state = 'done'
    GROUP BY t.discipline) w), '[]')`;
