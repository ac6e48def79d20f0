import { Module } from '@nestjs/common';
import { BudgetsModule } from '@planerka/budgets/server';
import { ClientsModule } from '@planerka/clients/server';
import { IdeaResolver } from './idea/idea.resolver';
import { IdeaBankQuery } from './idea/idea-bank.query';
import { IdeaPictureRounds } from './idea/idea-picture-rounds';
import { IdeaPictures } from './idea/idea-pictures';
import { IdeasQuery } from './idea/ideas.query';
import { IdeasService } from './idea/ideas.service';
import { ContentItemChangesService } from './item/content-item-changes.service';
import { ContentItemResolver } from './item/content-item.resolver';
import { ContentItemsService } from './item/content-items.service';
import { PlanQuery } from './plan/plan.query';
import { PlanResolver } from './plan/plan.resolver';
import { PreflightRulesResolver } from './preflight/preflight-rules.resolver';
import { PreflightRulesService } from './preflight/preflight-rules.service';
import { ItemProduction } from './production/item-production';
import { ItemWork } from './production/item-work';
import { RollOverResolver } from './roll-over/roll-over.resolver';
import { RollOverService } from './roll-over/roll-over.service';
import { RubricResolver } from './rubric/rubric.resolver';
import { RubricsService } from './rubric/rubrics.service';
import { PlanSeriesResolver } from './series/plan-series.resolver';
import { PlanSeriesService } from './series/plan-series.service';
import { SeriesPreviewService } from './series/series-preview.service';
import { SeriesRounds } from './series/series-rounds';
import { SeriesTurns } from './series/series-turns';
import { ApplyTemplateService } from './templates/apply-template.service';
import { PlanTemplateResolver } from './templates/plan-template.resolver';
import { PlanTemplatesService } from './templates/plan-templates.service';
import { ImportMappingsResolver } from './transfer/import-mappings.resolver';
import { ImportMappingsService } from './transfer/import-mappings.service';
import { PlanExportService } from './transfer/plan-export.service';
import { PlanImportService } from './transfer/plan-import.service';
import { PlanPictures } from './transfer/plan-pictures';
import { PlanTransferController } from './transfer/plan-transfer.controller';
import { PlanViewResolver } from './view/plan-view.resolver';

@Module({
  imports: [BudgetsModule, ClientsModule],
  controllers: [PlanTransferController],
  providers: [
    ContentItemsService,
    ContentItemChangesService,
    ContentItemResolver,
    RubricsService,
    RubricResolver,
    IdeasService,
    IdeasQuery,
    IdeaBankQuery,
    IdeaPictures,
    IdeaPictureRounds,
    IdeaResolver,
    PlanQuery,
    PlanResolver,
    PlanImportService,
    ImportMappingsService,
    ImportMappingsResolver,
    PlanExportService,
    PlanPictures,
    PreflightRulesService,
    PreflightRulesResolver,
    ItemProduction,
    ItemWork,
    RollOverService,
    RollOverResolver,
    PlanViewResolver,
    PlanTemplatesService,
    ApplyTemplateService,
    PlanTemplateResolver,
    SeriesTurns,
    SeriesRounds,
    PlanSeriesService,
    SeriesPreviewService,
    PlanSeriesResolver,
  ],
  exports: [ItemProduction, ItemWork, PlanQuery],
})
export class ContentPlanModule {}
