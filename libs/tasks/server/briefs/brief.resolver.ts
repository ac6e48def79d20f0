import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Discipline } from '@planerka/agency/domain';
import { DisciplineEnum, Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult } from '@planerka/platform/server';
import { toTaskResult } from '../tasks/task-answers';
import { BriefTemplateObject } from '../tasks/task-details.object';
import { TaskTalkService } from '../tasks/task-talk.service';
import {
  AnswerTaskQuestionInput,
  ApplyBriefTemplateInput,
  AskTaskQuestionInput,
  CreateBriefTemplateInput,
  SaveBriefDraftInput,
  TickCriterionInput,
} from '../tasks/task.inputs';
import { CreateBriefTemplateResult, TaskEditResult } from '../tasks/task.results';
import { BriefDraftsService } from './brief-drafts.service';
import { BriefTemplatesService } from './brief-templates.service';

@Resolver()
export class BriefResolver {
  constructor(
    private readonly drafts: BriefDraftsService,
    private readonly templates: BriefTemplatesService,
    private readonly talk: TaskTalkService,
  ) {}

  @Query(() => [BriefTemplateObject])
  briefTemplates(
    @Viewer() viewer: CurrentMember,
    @Args('discipline', { type: () => DisciplineEnum, nullable: true }) discipline?: Discipline | null,
    @Args('clientId', { type: () => ID, nullable: true, description: 'Those of this client, too.' })
    clientId?: string | null,
  ) {
    return this.templates.list(viewer, discipline ?? null, clientId ?? null);
  }

  @Mutation(() => TaskEditResult, { description: 'Saves the working draft; what it lacks comes back with it.' })
  async saveBriefDraft(@Viewer() viewer: CurrentMember, @Args('input') input: SaveBriefDraftInput) {
    return toTaskResult(await this.drafts.save(viewer, input));
  }

  @Mutation(() => CreateBriefTemplateResult)
  async createBriefTemplate(@Viewer() viewer: CurrentMember, @Args('input') input: CreateBriefTemplateInput) {
    return toResult('BriefTemplateSuccess', await this.templates.createFrom(viewer, input), (templateId) => ({
      templateId,
    }));
  }

  @Mutation(() => TaskEditResult)
  async applyBriefTemplate(@Viewer() viewer: CurrentMember, @Args('input') input: ApplyBriefTemplateInput) {
    return toTaskResult(await this.templates.apply(viewer, input));
  }

  @Mutation(() => TaskEditResult)
  async askTaskQuestion(@Viewer() viewer: CurrentMember, @Args('input') input: AskTaskQuestionInput) {
    return toTaskResult(await this.talk.ask(viewer, input));
  }

  @Mutation(() => TaskEditResult)
  async answerTaskQuestion(@Viewer() viewer: CurrentMember, @Args('input') input: AnswerTaskQuestionInput) {
    return toTaskResult(await this.talk.answer(viewer, input));
  }

  @Mutation(() => TaskEditResult)
  async tickCriterion(@Viewer() viewer: CurrentMember, @Args('input') input: TickCriterionInput) {
    return toTaskResult(await this.talk.tick(viewer, input));
  }
}
