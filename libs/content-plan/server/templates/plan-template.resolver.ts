import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { PlainDate, PlainYearMonth } from '@planerka/platform/domain';
import { DateScalar, MonthScalar, toResult } from '@planerka/platform/server';
import { ApplyTemplateService } from './apply-template.service';
import {
  ApplyPlanTemplateInput,
  ApplyPlanTemplateResult,
  ArchivePlanTemplateInput,
  CreatePlanTemplateInput,
  PlanTemplateFitObject,
  PlanTemplateObject,
  PlanTemplateResult,
  RenamePlanTemplateInput,
} from './plan-template.object';
import { PlanTemplatesService } from './plan-templates.service';

@Resolver()
export class PlanTemplateResolver {
  constructor(
    private readonly templates: PlanTemplatesService,
    private readonly applying: ApplyTemplateService,
  ) {}

  @Query(() => [PlanTemplateObject], {
    description: 'Templates that can be used for that client, by name; none for whoever may not plan for it.',
  })
  planTemplates(@Viewer() viewer: CurrentMember, @Args('clientId', { type: () => ID }) clientId: string) {
    return this.templates.list(viewer, clientId);
  }

  @Query(() => PlanTemplateFitObject, {
    nullable: true,
    description: 'What a template would make in that month. Null for whoever may not plan for that client.',
  })
  planTemplateFit(
    @Viewer() viewer: CurrentMember,
    @Args('templateId', { type: () => ID }) templateId: string,
    @Args('clientId', { type: () => ID }) clientId: string,
    @Args('month', { type: () => MonthScalar }) month: PlainYearMonth,
    @Args('on', { type: () => DateScalar, nullable: true, description: 'All of it on this day.' })
    on?: PlainDate | null,
  ): Promise<PlanTemplateFitObject | null> {
    return this.applying.fit(viewer, { templateId, clientId, month, on: on ?? null });
  }

  @Mutation(() => PlanTemplateResult, {
    description: 'Keeps a publication or a month with its work: texts, briefs and days, no persons and no fees.',
  })
  async createPlanTemplate(@Viewer() viewer: CurrentMember, @Args('input') input: CreatePlanTemplateInput) {
    return toResult('PlanTemplateSuccess', await this.templates.create(viewer, input), (template) => ({ template }));
  }

  @Mutation(() => PlanTemplateResult)
  async renamePlanTemplate(@Viewer() viewer: CurrentMember, @Args('input') input: RenamePlanTemplateInput) {
    return toResult('PlanTemplateSuccess', await this.templates.rename(viewer, input), (template) => ({ template }));
  }

  @Mutation(() => PlanTemplateResult, { description: 'Puts it away, or brings it back.' })
  async archivePlanTemplate(@Viewer() viewer: CurrentMember, @Args('input') input: ArchivePlanTemplateInput) {
    return toResult('PlanTemplateSuccess', await this.templates.archive(viewer, input), (template) => ({ template }));
  }

  @Mutation(() => ApplyPlanTemplateResult, {
    description: 'The chosen publications of a template with their work: all or none.',
  })
  async applyPlanTemplate(@Viewer() viewer: CurrentMember, @Args('input') input: ApplyPlanTemplateInput) {
    return toResult('ApplyPlanTemplateSuccess', await this.applying.apply(viewer, input), (made) => made);
  }
}
