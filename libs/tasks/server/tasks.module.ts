import { Module } from '@nestjs/common';
import { AgencyModule } from '@planerka/agency/server';
import { BudgetsModule } from '@planerka/budgets/server';
import { ClientsModule } from '@planerka/clients/server';
import { ContentPlanModule } from '@planerka/content-plan/server';
import { BriefDraftsService } from './briefs/brief-drafts.service';
import { BriefResolver } from './briefs/brief.resolver';
import { BriefTemplatesService } from './briefs/brief-templates.service';
import { BriefVersions } from './briefs/brief-versions';
import { TaskChainResolver } from './chain/task-chain.resolver';
import { TaskChainService } from './chain/task-chain.service';
import { Deliverables } from './deliverables/deliverables';
import { HandOverResolver } from './hand-over/hand-over.resolver';
import { HandOverService } from './hand-over/hand-over.service';
import { ItemPageRead } from './item/item-page.read';
import { ItemPageResolver } from './item/item-page.resolver';
import { MarkingExportController } from './marking/marking-export.controller';
import { MarkingResolver } from './marking/marking.resolver';
import { MarkingService } from './marking/marking.service';
import { ItemTasks } from './roll-over/item-tasks';
import { RollOverFeesResolver } from './roll-over/roll-over-fees.resolver';
import { RollOverFeesService } from './roll-over/roll-over-fees.service';
import { NewTask } from './tasks/new-task';
import { QueueResolver } from './queue/queue.resolver';
import { QueueService } from './queue/queue.service';
import { TaskActionsService } from './tasks/task-actions.service';
import { TaskListsQuery } from './tasks/task-lists.query';
import { TaskOptionsQuery } from './tasks/task-options.query';
import { TaskResolver, TaskSuccessResolver } from './tasks/task.resolver';
import { TaskTalkService } from './tasks/task-talk.service';
import { TasksService } from './tasks/tasks.service';
import { TaskFees } from './workflow/task-fees';
import { TaskHooks } from './workflow/task-hooks';
import { TaskWorkflow } from './workflow/task-workflow';
import { SimulationResolver } from './simulation/simulation.resolver';
import { SimulationService } from './simulation/simulation.service';
import { TimeQuery } from './time/time.query';
import { TimeResolver } from './time/time.resolver';
import { TimeService } from './time/time.service';
import { RescheduleService } from './timeline/reschedule.service';
import { TimelineResolver } from './timeline/timeline.resolver';
import { TimelineService } from './timeline/timeline.service';
import { TaskViewResolver } from './views/task-view.resolver';
import { WorkloadResolver } from './workload/workload.resolver';
import { WorkloadService } from './workload/workload.service';

@Module({
  imports: [AgencyModule, BudgetsModule, ClientsModule, ContentPlanModule],
  controllers: [MarkingExportController],
  providers: [
    TaskHooks,
    TaskFees,
    TaskWorkflow,
    BriefVersions,
    BriefDraftsService,
    BriefTemplatesService,
    Deliverables,
    NewTask,
    TasksService,
    TaskActionsService,
    TaskTalkService,
    TaskListsQuery,
    TaskOptionsQuery,
    TaskResolver,
    TaskSuccessResolver,
    BriefResolver,
    HandOverService,
    HandOverResolver,
    TaskChainService,
    TaskChainResolver,
    QueueService,
    QueueResolver,
    WorkloadService,
    WorkloadResolver,
    TimelineService,
    TimelineResolver,
    RescheduleService,
    TimeService,
    TimeQuery,
    TimeResolver,
    TaskViewResolver,
    SimulationService,
    SimulationResolver,
    ItemTasks,
    RollOverFeesService,
    RollOverFeesResolver,
    MarkingService,
    MarkingResolver,
    ItemPageRead,
    ItemPageResolver,
  ],
  exports: [TaskWorkflow, TaskHooks, TaskListsQuery],
})
export class TasksModule {}
