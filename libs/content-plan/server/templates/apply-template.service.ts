import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { rollOverLimit } from '@planerka/content-plan/domain';
import {
  dateOf,
  err,
  isId,
  issue,
  ok,
  Temporal,
  type Id,
  type InputIssue,
  type PlainYearMonth,
  type Result,
} from '@planerka/platform/domain';
import { Clock, invalidInput, notFound, Reader, UnitOfWork, type CommandError } from '@planerka/platform/server';
import { ItemWork, type BegunItem } from '../production/item-work';
import { makeItem } from '../production/make-item';
import { toRolledItem } from '../roll-over/rolled-item';
import type { ApplyPlanTemplateInput, ApplyPlanTemplateSuccess, PlanTemplateFitObject } from './plan-template.object';
import { patternsIn, templateOf } from './plan-templates.service';
import {
  fitAll,
  groundStatement,
  lacksOf,
  patternCalendar,
  proposeFit,
  templateStatement,
  type Ground,
  type TemplateContent,
} from './template-plan';

export interface FitQuestion {
  readonly templateId: Id;
  readonly clientId: Id;
  readonly month: PlainYearMonth;
  readonly on: Temporal.PlainDate | null;
}

/** A template in the plan: what would be made, then what was chosen of it, all or nothing. */
@Injectable()
export class ApplyTemplateService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly work: ItemWork,
  ) {}

  /** Null for whoever may not plan for that client, and for a template that is not there. */
  async fit(
    viewer: CurrentMember,
    { templateId, clientId, month, on }: FitQuestion,
  ): Promise<PlanTemplateFitObject | null> {
    if (!isId(clientId) || !isId(templateId) || !can(viewer, 'template.view')) return null;
    const [[ground], [template]] = await this.reader.askAll<[Ground, TemplateContent]>(viewer, [
      groundStatement(viewer.agencyId, clientId),
      templateStatement(viewer.agencyId, templateId),
    ]);
    if (!template || !ground || !isFor(template, clientId) || !can(viewer, 'plan.edit', ground)) return null;
    const items = fitAll(patternsIn(template), ground);
    const today = dateOf(this.clock.now(), ground.timeZone);
    const calendar = patternCalendar(ground, [today, on ?? month.toPlainDate({ day: 1 }), ...items.map(wasOn)]);
    return { items: proposeFit(items, { to: month, on }, calendar, today).map(toRolledItem), lacks: lacksOf(items) };
  }

  apply(
    viewer: CurrentMember,
    { templateId, clientId, items: wanted, withTasks }: ApplyPlanTemplateInput,
  ): Promise<Result<ApplyPlanTemplateSuccess, CommandError>> {
    return this.unitOfWork.run<Result<ApplyPlanTemplateSuccess, CommandError>>(viewer, async (tx) => {
      const [ground] = isId(clientId) ? await tx.query(groundStatement(tx.agencyId, clientId)) : [];
      if (!ground || !can(viewer, 'plan.edit', ground)) return err(notFound('Client'));
      const template = await templateOf(tx, viewer, templateId);
      if (!template || !isFor(template, clientId)) return err(notFound('PlanTemplate'));
      const fitted = new Map(fitAll(patternsIn(template), ground).map((item) => [item.pattern.key, item]));
      const issues = problemsOf(wanted, fitted);
      if (issues.length > 0) return err(invalidInput(issues));
      const { squadId, timeZone: zone } = ground;
      const today = dateOf(tx.at, zone);
      const days = [today, ...wanted.map(({ publishOn }) => publishOn), ...[...fitted.values()].map(wasOn)];
      const facts = { clientId, squadId, zone, calendar: patternCalendar(ground, days), today };
      const made: BegunItem[] = [];
      for (const { key, publishOn } of wanted) {
        const item = fitted.get(key);
        if (!item) continue;
        const { pattern, fitted: place } = item;
        const words = {
          ...pattern,
          rubricId: place.rubric?.id ?? null,
          campaignId: null,
          channelIds: place.channelIds,
          publishOn,
          publishTime: Temporal.PlainTime.from(pattern.time),
        };
        const id = await makeItem(tx, viewer, words, facts, { templateId: template.id });
        made.push({ id, wasOn: wasOn(item), publishOn, work: withTasks ? pattern.tasks : [] });
      }
      const taskCount = await this.work.begin(tx, viewer, made, facts);
      return ok({ itemIds: made.map(({ id }) => id), taskCount });
    });
  }
}

/** A client's own template is for no other. */
const isFor = (template: { readonly clientId: Id | null }, clientId: Id): boolean =>
  template.clientId === null || template.clientId === clientId;

const wasOn = ({ pattern }: { readonly pattern: { readonly wasOn: string } }): Temporal.PlainDate =>
  Temporal.PlainDate.from(pattern.wasOn);

function problemsOf(
  wanted: ApplyPlanTemplateInput['items'],
  there: ReadonlyMap<string, unknown>,
): readonly InputIssue[] {
  if (wanted.length === 0) return [issue(['items'], 'required')];
  if (wanted.length > rollOverLimit) return [issue(['items'], 'too_many', { max: rollOverLimit })];
  return wanted.flatMap(({ key }, index) => {
    if (!there.has(key)) return issue(['items', index, 'key'], 'unknown_item');
    return wanted.findIndex((item) => item.key === key) < index ? issue(['items', index, 'key'], 'duplicate') : [];
  });
}
