import { Module } from '@nestjs/common';
import { IdeaResolver } from './idea/idea.resolver';
import { IdeasQuery } from './idea/ideas.query';
import { IdeasService } from './idea/ideas.service';
import { ContentItemResolver } from './item/content-item.resolver';
import { ContentItemsService } from './item/content-items.service';
import { PlanQuery } from './plan/plan.query';
import { PlanResolver } from './plan/plan.resolver';
import { ItemProduction } from './production/item-production';
import { RubricResolver } from './rubric/rubric.resolver';
import { RubricsService } from './rubric/rubrics.service';

@Module({
  providers: [
    ContentItemsService,
    ContentItemResolver,
    RubricsService,
    RubricResolver,
    IdeasService,
    IdeasQuery,
    IdeaResolver,
    PlanQuery,
    PlanResolver,
    ItemProduction,
  ],
  exports: [ItemProduction],
})
export class ContentPlanModule {}
