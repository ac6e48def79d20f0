import { Module, type DynamicModule } from '@nestjs/common';
import { ActivityModule } from '@planerka/activity/server';
import { AgencyModule } from '@planerka/agency/server';
import { BudgetsModule } from '@planerka/budgets/server';
import { CampaignsModule } from '@planerka/campaigns/server';
import { ClientsModule } from '@planerka/clients/server';
import { ContentPlanModule } from '@planerka/content-plan/server';
import { PlatformModule, type Config } from '@planerka/platform/server';
import { ResultsModule } from '@planerka/results/server';
import { ReviewModule } from '@planerka/review/server';
import { TasksModule } from '@planerka/tasks/server';

/** The server, put together: domains from the lowest up, `activity` listening to all. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config),
        AgencyModule,
        ClientsModule,
        CampaignsModule,
        BudgetsModule,
        ContentPlanModule,
        TasksModule,
        ReviewModule,
        ResultsModule,
        ActivityModule,
      ],
    };
  }
}
