import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  campaignSchema,
  moveCampaign,
  type CampaignAction,
  type CampaignInput,
  type CampaignState,
} from '@planerka/campaigns/domain';
import { ledClient } from '@planerka/clients/server';
import {
  changesBetween,
  changesOfNew,
  err,
  isId,
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
  toDbDate,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type DomainEvent,
  type Tx,
} from '@planerka/platform/server';
import type { CreateCampaignInput, MoveCampaignInput, UpdateCampaignInput } from './campaign.inputs';

/** Commands about a campaign answer with its id. */
export type CampaignCommand = Promise<Result<Id, CommandError>>;

@Injectable()
export class CampaignsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  create(viewer: CurrentMember, { clientId, ...input }: CreateCampaignInput): CampaignCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const client = await ledClient(tx, viewer, clientId);
      if (!client || !can(viewer, 'campaign.edit', client)) return err(notFound('Client'));
      const parsed = parseInput(campaignSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { db, agencyId, at, emit } = tx;
      const id = newId();
      await db.campaign.create({
        data: { agencyId, id, clientId: client.id, ...columnsOf(parsed.value), createdAt: toDbInstant(at) },
      });
      await replaceTargets(tx, id, parsed.value.targets);
      const told = { id, name: parsed.value.name, client };
      emit(campaignEvent(viewer, 'campaign.created', told, changesOfNew(factsOf(parsed.value))));
      return ok(id);
    });
  }

  update(viewer: CurrentMember, { campaignId, expectedVersion, ...input }: UpdateCampaignInput): CampaignCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const campaign = await ledCampaign(tx, viewer, campaignId);
      if (!campaign) return err(notFound('Campaign'));
      if (campaign.state === 'closed') return err(illegal(campaign.state, 'edit'));
      const parsed = parseInput(campaignSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { db, agencyId, emit } = tx;
      const { count } = await db.campaign.updateMany({
        where: { agencyId, id: campaign.id, version: expectedVersion },
        data: { ...columnsOf(parsed.value), version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(campaign.version));
      await replaceTargets(tx, campaign.id, parsed.value.targets);
      const changes = changesBetween(factsOf(campaign), factsOf(parsed.value));
      emit(campaignEvent(viewer, 'campaign.updated', { ...campaign, name: parsed.value.name }, changes));
      return ok(campaign.id);
    });
  }

  /** Starts, closes or reopens; a campaign with open work does not close. */
  move(
    viewer: CurrentMember,
    action: CampaignAction,
    { campaignId, expectedVersion }: MoveCampaignInput,
  ): CampaignCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId, emit } = tx;
      const campaign = await ledCampaign(tx, viewer, campaignId);
      if (!campaign || !can(viewer, 'campaign.close', campaign.client)) return err(notFound('Campaign'));
      const openTasks = await db.task.count({
        where: { agencyId, campaignId: campaign.id, state: { notIn: ['done', 'cancelled'] } },
      });
      const moved = moveCampaign(campaign.state, action, openTasks);
      if (!moved.ok)
        return err(illegal(campaign.state, action, openTasks > 0 && action === 'close' ? 'open_tasks' : null));
      const { count } = await db.campaign.updateMany({
        where: { agencyId, id: campaign.id, version: expectedVersion },
        data: { state: moved.value, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(campaign.version));
      emit(
        campaignEvent(viewer, `campaign.${past[action]}`, campaign, changesBetween(campaign, { state: moved.value })),
      );
      return ok(campaign.id);
    });
  }
}

const past = { start: 'started', close: 'closed', reopen: 'reopened' } as const satisfies Record<
  CampaignAction,
  string
>;

type LedCampaign = NonNullable<Awaited<ReturnType<typeof ledCampaign>>>;

async function ledCampaign({ db, agencyId }: Tx, viewer: CurrentMember, id: Id) {
  if (!isId(id)) return null;
  const campaign = await db.campaign.findFirst({
    where: { agencyId, id },
    include: {
      client: { select: { id: true, name: true, squadId: true } },
      targets: { select: { metric: true, target: true, baseline: true } },
    },
  });
  return campaign && can(viewer, 'campaign.edit', campaign.client) ? campaign : null;
}

/** What the journal compares: goals by their metric, not by their place in a list. */
const factsOf = ({ targets, ...facts }: CampaignFacts) => ({
  name: facts.name,
  goal: facts.goal,
  description: facts.description,
  startsOn: facts.startsOn,
  endsOn: facts.endsOn,
  wantsClientApproval: facts.wantsClientApproval,
  adNaming: facts.adNaming,
  adUtm: facts.adUtm,
  targets: Object.fromEntries(targets.map(({ metric, target, baseline }) => [metric, { target, baseline }])),
});

type CampaignFacts = CampaignInput | Pick<LedCampaign, Exclude<keyof CampaignInput, 'targets'> | 'targets'>;

const columnsOf = ({ startsOn, endsOn, targets: _, ...campaign }: CampaignInput) => ({
  ...campaign,
  startsOn: toDbDate(startsOn),
  endsOn: toDbDate(endsOn),
});

async function replaceTargets({ db, agencyId }: Tx, campaignId: Id, targets: CampaignInput['targets']): Promise<void> {
  await db.kpiTarget.deleteMany({ where: { agencyId, campaignId } });
  await db.kpiTarget.createMany({
    data: targets.map((target, position) => ({ agencyId, id: newId(), campaignId, position, ...target })),
  });
}

const illegal = (state: CampaignState, action: string, reason: string | null = null) =>
  ({ kind: 'IllegalTransition', state, action, reason }) as const;

const campaignEvent = (
  viewer: CurrentMember,
  type: string,
  { id, name, client }: Pick<LedCampaign, 'id' | 'name' | 'client'>,
  changes: Changes,
): DomainEvent => ({
  type,
  entity: { type: 'Campaign', id },
  actor: actorOf(viewer),
  audience: { clientId: client.id, squadId: client.squadId },
  related: { clientId: client.id, campaignId: id },
  details: { name, clientName: client.name },
  changes,
});
