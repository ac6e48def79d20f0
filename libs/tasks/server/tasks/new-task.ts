import { Injectable } from '@nestjs/common';
import { isDeliverableType, type DeliverableType } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { ItemProduction } from '@planerka/content-plan/server';
import {
  changesOfNew,
  err,
  issue,
  newId,
  ok,
  type Currency,
  type Id,
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import { invalidInput, notFound, toDbInstant, type CommandError, type Tx } from '@planerka/platform/server';
import { briefSchema, deliverableTypeOf, emptyBrief, reusable, type Brief } from '@planerka/tasks/domain';
import { readBrand } from '../briefs/brief-readiness';
import { forClient } from '../briefs/brief-templates.service';
import { BriefVersions } from '../briefs/brief-versions';
import { audienceOf, relatedOf } from '../workflow/task-workflow';
import { feeByRateCard } from './suggested-fee';
import type { CreateTask } from './task-input';

/** What a task is made for: a publication, or a campaign. */
export interface Origin {
  readonly clientId: Id;
  readonly squadId: Id;
  readonly currency: Currency;
  readonly campaignId: Id | null;
  readonly itemId: Id | null;
  readonly wantsClientApproval: boolean;
}

export type CreateError = Extract<CommandError, { kind: 'NotFound' | 'InvalidInput' }>;

/** One new task within a transaction: its origin, what may be wrong with it, and its writing. */
@Injectable()
export class NewTask {
  constructor(
    private readonly briefs: BriefVersions,
    private readonly items: ItemProduction,
  ) {}

  async originOf(
    tx: Tx,
    { itemId, campaignId }: Pick<CreateTask, 'itemId' | 'campaignId'>,
  ): Promise<Result<Origin, CreateError>> {
    const { db, agencyId } = tx;
    const client = { select: { squadId: true, currency: true } };
    const item = itemId
      ? await db.contentItem.findFirst({ where: { agencyId, id: itemId, deletedAt: null }, include: { client } })
      : null;
    if (itemId && !item) return err(notFound('ContentItem'));
    // A publication has its campaign already: another beside it is not passed over in silence.
    if (item?.campaignId && campaignId && campaignId !== item.campaignId) return err(notFound('Campaign'));
    const wanted = item?.campaignId ?? campaignId;
    const campaign = wanted
      ? await db.campaign.findFirst({ where: { agencyId, id: wanted }, include: { client } })
      : null;
    if (wanted && !campaign) return err(notFound('Campaign'));
    const parent = item ?? campaign;
    if (!parent) return err(invalidInput(withoutOrigin({})));
    if (campaign && campaign.clientId !== parent.clientId) return err(notFound('Campaign'));
    return ok({
      clientId: parent.clientId,
      squadId: parent.client.squadId,
      currency: parent.client.currency as Currency,
      campaignId: campaign?.id ?? null,
      itemId: item?.id ?? null,
      wantsClientApproval: parent.wantsClientApproval,
    });
  }

  async problemsOf({ db, agencyId }: Tx, input: CreateTask, origin: Origin): Promise<InputIssue[]> {
    const problems: InputIssue[] = [];
    const assignees = input.assigneeId
      ? await db.member.count({ where: { agencyId, id: input.assigneeId, deactivatedAt: null } })
      : 1;
    if (assignees === 0) problems.push(issue(['assigneeId'], 'not_an_option'));
    const before = await db.task.count({
      where: { agencyId, clientId: origin.clientId, id: { in: input.startAfter } },
    });
    if (before !== new Set(input.startAfter).size) problems.push(issue(['startAfter'], 'not_an_option'));
    const templates = input.templateId
      ? await db.briefTemplate.count({
          where: { agencyId, id: input.templateId, discipline: input.discipline, ...forClient(origin.clientId) },
        })
      : 1;
    if (templates === 0) problems.push(issue(['templateId'], 'not_an_option'));
    const alike = input.likeTaskId
      ? await db.task.count({
          where: { agencyId, id: input.likeTaskId, clientId: origin.clientId, discipline: input.discipline },
        })
      : 1;
    if (alike === 0) problems.push(issue(['likeTaskId'], 'not_an_option'));
    return problems;
  }

  /** `otherwise`: what it costs where the rate card says nothing, and the brief where none was chosen. */
  async write(
    tx: Tx,
    viewer: CurrentMember,
    input: CreateTask,
    origin: Origin,
    otherwise: { readonly feeMinor: bigint; readonly brief?: Brief } = { feeMinor: 0n },
  ): Promise<Id> {
    const { db, agencyId, at, emit } = tx;
    const { squadId, ...kept } = origin;
    const { title, discipline, assigneeId = null, dueAt = null, estimatedMinutes = null } = input;
    const brief = await this.firstDraft(tx, input, origin.clientId, otherwise.brief);
    const question = { assigneeId, discipline, dueAt, estimatedMinutes, currency: origin.currency };
    const fee = await feeByRateCard(tx, { ...question, deliverableType: deliverableTypeOf(brief) });
    const feeMinor = fee?.minor ?? otherwise.feeMinor;
    const task = { id: newId(), managerId: viewer.memberId, assigneeId };
    const facts = {
      title,
      discipline,
      assigneeId,
      dueAt: dueAt && toDbInstant(dueAt),
      estimatedMinutes,
      feeMinor,
      wantsClientApproval: input.wantsClientApproval ?? origin.wantsClientApproval,
    };
    await db.task.create({
      data: { ...kept, ...task, ...facts, agencyId, stateSince: toDbInstant(at), createdAt: toDbInstant(at) },
    });
    await db.taskDependency.createMany({
      data: [...new Set(input.startAfter)].map((afterTaskId) => ({ agencyId, taskId: task.id, afterTaskId })),
    });
    await this.briefs.begin(tx, task.id, { brief, feeMinor, dueAt });
    if (origin.itemId) await this.items.update(tx, origin.itemId, await statesOf(tx, origin.itemId));
    emit({
      type: 'task.created',
      entity: { type: 'Task', id: task.id },
      actor: actorOf(viewer),
      audience: audienceOf({ ...task, clientId: origin.clientId, squadId }),
      related: relatedOf({ ...origin, id: task.id }),
      details: { title, discipline },
      changes: changesOfNew({ ...facts, currency: origin.currency }),
    });
    return task.id;
  }

  /** From a template or from an earlier brief where one is chosen; with what the brand profile already knows of ad marking. */
  private async firstDraft(tx: Tx, input: CreateTask, clientId: Id, given?: Brief): Promise<Brief> {
    const { db, agencyId } = tx;
    const draft = (await this.begunFrom(tx, input)) ?? given ?? emptyBrief(input.discipline);
    const brief = withType(draft, isDeliverableType(input.deliverableType) ? input.deliverableType : null);
    if (brief.discipline !== 'targeting' || brief.marking.advertiser !== '') return brief;
    const profile = await db.brandProfile.findUnique({ where: { agencyId_clientId: { agencyId, clientId } } });
    const { isWanted: _wanted, holdsLaunch: _held, ...marking } = readBrand(profile?.data).marking;
    return { ...brief, marking: { ...brief.marking, ...marking } };
  }

  private async begunFrom({ db, agencyId }: Tx, { templateId, likeTaskId }: CreateTask): Promise<Brief | null> {
    if (templateId) {
      const template = await db.briefTemplate.findUnique({ where: { agencyId_id: { agencyId, id: templateId } } });
      return template && briefSchema.parse(template.data);
    }
    if (!likeTaskId) return null;
    const draft = await db.briefVersion.findUnique({
      where: { agencyId_taskId_number: { agencyId, taskId: likeTaskId, number: 0 } },
    });
    return draft && reusable(briefSchema.parse(draft.data));
  }
}

/** A task is for a publication or for a campaign; a form without either names the field that it has. */
export const withoutOrigin = ({
  itemId,
  campaignId,
}: {
  itemId?: unknown;
  campaignId?: unknown;
}): readonly InputIssue[] => (itemId || campaignId ? [] : [issue(['campaignId'], 'required')]);

/** The kind of work that the rate card prices, where it is one of the discipline's. */
function withType(brief: Brief, type: DeliverableType | null): Brief {
  if (type === null) return brief;
  const typed = briefSchema.safeParse({ ...brief, [brief.discipline === 'copy' ? 'textType' : 'work']: type });
  return typed.success ? typed.data : brief;
}

const statesOf = ({ db, agencyId }: Tx, itemId: Id) =>
  db.task.findMany({ where: { agencyId, itemId }, select: { state: true } });
