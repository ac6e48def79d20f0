import { leadScope } from '@planerka/agency/domain';
import { memberRead, memberRule } from '@planerka/agency/server';
import { campaignRead, type CampaignObject } from '@planerka/campaigns/server';
import { clientScopeInput, inClientScope, type ClientScopeInput } from '@planerka/clients/server';
import { isId, type Id } from '@planerka/platform/domain';
import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import type { CaseFigure } from '@planerka/results/domain';
import { sql, type RawBuilder } from 'kysely';
import type { CasePageObject, CaseWorkCountObject } from './case.object';

/** Rows of `w`. */
const workCount: ReadType = {
  name: 'CaseWorkCount',
  fields: {
    kind: read.text(sql`w.kind`),
    count: read.int(sql`w.count`),
  } satisfies Record<keyof CaseWorkCountObject, ReadField>,
};

const counted = (rows: RawBuilder<unknown>, order: RawBuilder<unknown>) =>
  read.many<CaseWorkCountObject>(
    () => workCount,
    (object) => sql`(SELECT string_agg(${object}, ',' ORDER BY ${order}) FROM (${rows}) w)`,
  );

/** Rows of `page` case_page, `campaign` and `client`; statements have the moment of asking as `at`. */
const casePage: ReadType = {
  name: 'CasePage',
  fields: {
    id: read.id(sql`page.id`),
    title: read.text(sql`page.title`),
    before: read.text(sql`page.before`),
    actions: read.text(sql`page.actions`),
    after: read.text(sql`page.after`),
    quote: read.text(sql`page.quote`),
    quoteAuthor: read.text(sql`page.quote_author`),
    isAnonymised: read.boolean(sql`page.is_anonymised`),
    figures: memberRule({ figures: read.json<readonly CaseFigure[]>(sql`page.figures`) }, ({ figures }) => figures),
    publications: counted(
      sql`SELECT i.format AS kind, count(*) AS count FROM content_item i
        WHERE i.agency_id = page.agency_id AND i.campaign_id = page.campaign_id
          AND i.status = 'published' AND i.deleted_at IS NULL GROUP BY i.format`,
      sql`w.count DESC, w.kind`,
    ),
    tasks: counted(
      sql`SELECT t.discipline AS kind, count(*) AS count FROM task t
        WHERE t.agency_id = page.agency_id AND t.campaign_id = page.campaign_id AND t.state = 'done' GROUP BY t.discipline`,
      sql`w.kind`,
    ),
    campaign: read.here<CampaignObject>(campaignRead),
    createdAt: read.instant(sql`page.created_at`),
    version: read.int(sql`page.version`),
  } satisfies Record<keyof CasePageObject, ReadField>,
};

interface CasePageInput extends ClientScopeInput {
  /** ISO 8601. */
  readonly at: string;
  readonly id: Id;
}

/** `case.view`: of clients that the viewer leads. */
export const casePageRead = memberRead<{ readonly id: Id }, CasePageInput>({
  field: 'casePage',
  type: casePage,
  input: (viewer, { id }, at) =>
    isId(id) ? { ...clientScopeInput(viewer, leadScope(viewer)), at: at.toString(), id } : null,
  statement: ({ object, joins }, value, given) => sql`
    SELECT ${object} AS body
    FROM case_page page
    JOIN campaign ON campaign.agency_id = page.agency_id AND campaign.id = page.campaign_id
    JOIN client ON client.agency_id = campaign.agency_id AND client.id = campaign.client_id ${joins}
    WHERE ${inClientScope(value, given)} AND page.agency_id = ${value('agencyId')}::uuid AND page.id = ${value('id')}::uuid`,
});
