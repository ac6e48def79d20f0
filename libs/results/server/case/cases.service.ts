import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { CampaignsQuery, type CampaignObject } from '@planerka/campaigns/server';
import {
  changesBetween,
  changesOfNew,
  err,
  newId,
  ok,
  parseInput,
  type Changes,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  staleVersion,
  toDbInstant,
  UnitOfWork,
  type DomainEvent,
  type Tx,
} from '@planerka/platform/server';
import { caseFigures, caseSchema, type CaseFigure } from '@planerka/results/domain';
import { FactsLoader } from '../facts/facts.loader';
import type { FactsError } from '../facts/facts.service';
import { planFactOf } from '../facts/plan-fact';
import type { CasePageObject } from './case.object';
import { CasesQuery } from './cases.query';
import type { CreateCaseInput, RefreshCaseInput, UpdateCaseInput } from './case.inputs';

/** Commands about a case answer with its id. */
type CaseCommand = Promise<Result<Id, FactsError>>;

@Injectable()
export class CasesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CasesQuery,
    private readonly campaigns: CampaignsQuery,
    private readonly facts: FactsLoader,
  ) {}

  /** The figures are frozen now: later measurements change the campaign, not what was shown. */
  async create(viewer: CurrentMember, { campaignId, title }: CreateCaseInput): CaseCommand {
    const campaign = await this.ledCampaign(viewer, campaignId);
    if (!campaign) return err(notFound('Campaign'));
    const parsed = parseInput(caseSchema, { title });
    if (!parsed.ok) return err(invalidInput(parsed.error));
    const figures = await this.figuresOf(viewer, campaign);
    return this.unitOfWork.run(viewer, async ({ db, agencyId, at, emit }) => {
      const id = newId();
      await db.casePage.create({
        data: { agencyId, id, campaignId: campaign.id, ...parsed.value, figures, createdAt: toDbInstant(at) },
      });
      emit(caseEvent(viewer, 'case.created', id, title, campaign, changesOfNew({ ...parsed.value, figures })));
      return ok(id);
    });
  }

  async update(viewer: CurrentMember, { caseId, expectedVersion, ...input }: UpdateCaseInput): CaseCommand {
    const found = await this.ledCase(viewer, caseId);
    if (!found) return err(notFound('CasePage'));
    const parsed = parseInput(caseSchema, input);
    if (!parsed.ok) return err(invalidInput(parsed.error));
    return this.write(viewer, found, expectedVersion, 'case.updated', parsed.value);
  }

  async refreshFigures(viewer: CurrentMember, { caseId, expectedVersion }: RefreshCaseInput): CaseCommand {
    const found = await this.ledCase(viewer, caseId);
    if (!found) return err(notFound('CasePage'));
    const figures = await this.figuresOf(viewer, found.campaign);
    return this.write(viewer, found, expectedVersion, 'case.figures_refreshed', { figures });
  }

  private write(
    viewer: CurrentMember,
    before: CasePageObject,
    expectedVersion: number,
    type: string,
    data: Parameters<Tx['db']['casePage']['updateMany']>[0]['data'],
  ): CaseCommand {
    const { id, title, version, campaign } = before;
    return this.unitOfWork.run(viewer, async ({ db, agencyId, emit }) => {
      const { count } = await db.casePage.updateMany({
        where: { agencyId, id, version: expectedVersion },
        data: { ...data, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(version));
      emit(caseEvent(viewer, type, id, title, campaign, changesBetween(before, data)));
      return ok(id);
    });
  }

  private async figuresOf(viewer: CurrentMember, campaign: CampaignObject): Promise<FrozenFigure[]> {
    const [facts] = await this.facts.load(viewer, [campaign.id]);
    return facts ? caseFigures(planFactOf(campaign, facts)).map((figure) => ({ ...figure })) : [];
  }

  private async ledCampaign(viewer: CurrentMember, id: Id): Promise<CampaignObject | null> {
    const campaign = await this.campaigns.campaign(viewer, id);
    return campaign && can(viewer, 'case.edit', { squadId: campaign.client.squad.id }) ? campaign : null;
  }

  private async ledCase(viewer: CurrentMember, id: Id): Promise<CasePageObject | null> {
    const found = await this.cases.casePage(viewer, id);
    return found && can(viewer, 'case.edit', { squadId: found.campaign.client.squad.id }) ? found : null;
  }
}

/** JSON wants an index signature, which an interface has not. */
type FrozenFigure = { [Key in keyof CaseFigure]: CaseFigure[Key] };

const caseEvent = (
  viewer: CurrentMember,
  type: string,
  id: Id,
  title: string,
  campaign: CampaignObject,
  changes: Changes,
): DomainEvent => ({
  type,
  entity: { type: 'CasePage', id },
  actor: actorOf(viewer),
  audience: { clientId: campaign.clientId, squadId: campaign.client.squad.id },
  related: { clientId: campaign.clientId, campaignId: campaign.id },
  details: { title },
  changes,
});
