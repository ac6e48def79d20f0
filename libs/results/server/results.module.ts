import { Module } from '@nestjs/common';
import { CampaignsModule } from '@planerka/campaigns/server';
import { ContentPlanModule } from '@planerka/content-plan/server';
import { CaseChangedResolver, CaseResolver } from './case/case.resolver';
import { CasesQuery } from './case/cases.query';
import { CasesService } from './case/cases.service';
import { CampaignResultsRead } from './facts/campaign-results';
import { FactsLoader } from './facts/facts.loader';
import { FactsResolver, FactsSavedResolver } from './facts/facts.resolver';
import { FactsService } from './facts/facts.service';
import { ItemMeasurementsService } from './items/item-measurements.service';
import { ItemResultsRead } from './items/item-results.read';
import { ItemMeasuredResolver, ItemResultsResolver } from './items/item-results.resolver';
import { MeasurementImportController } from './items/measurement-import.controller';
import { MeasurementImportService } from './items/measurement-import.service';
import { OwnMetricsResolver } from './metrics/own-metrics.resolver';
import { CampaignPublicationsRead } from './publications/campaign-publications';
import { CampaignPublicationsResolver } from './publications/campaign-publications.resolver';

@Module({
  imports: [CampaignsModule, ContentPlanModule],
  controllers: [MeasurementImportController],
  providers: [
    MeasurementImportService,
    CampaignResultsRead,
    FactsLoader,
    FactsService,
    FactsResolver,
    FactsSavedResolver,
    OwnMetricsResolver,
    ItemResultsRead,
    ItemMeasurementsService,
    ItemResultsResolver,
    ItemMeasuredResolver,
    CampaignPublicationsRead,
    CampaignPublicationsResolver,
    CasesQuery,
    CasesService,
    CaseResolver,
    CaseChangedResolver,
  ],
})
export class ResultsModule {}
