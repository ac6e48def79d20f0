import { Module } from '@nestjs/common';
import { ClientsModule } from '@planerka/clients/server';
import { TasksModule } from '@planerka/tasks/server';
import { ChangeRequestResolver, ChangeRequestSuccessResolver } from '../change-requests/change-request.resolver';
import { ChangeRequestsQuery } from '../change-requests/change-requests.query';
import { ChangeRequestsService } from '../change-requests/change-requests.service';
import { GuestChanges } from '../guest/guest-changes';
import { GuestChangesResolver } from '../guest/guest-changes.resolver';
import { GuestApprovalQuery } from '../guest/guest-approval.query';
import { GuestDecisionsService } from '../guest/guest-decisions.service';
import { GuestResolver } from '../guest/guest.resolver';
import { GuestTalkService } from '../guest/guest-talk.service';
import { GuestsByLink } from '../guest/guests-by-link';
import { LinksByToken } from '../guest/links-by-token';
import { PlanGuestResolver } from '../plan-links/plan-guest.resolver';
import { PlanGuestService } from '../plan-links/plan-guest.service';
import { PlanGuestsByLink } from '../plan-links/plan-guests-by-link';
import { PlanLinkResolver, PlanSharedResolver, PlanSharingSuccessResolver } from '../plan-links/plan-link.resolver';
import { PlanApprovalsQuery } from '../plan-links/plan-approvals.query';
import { PlanLinksQuery } from '../plan-links/plan-links.query';
import { PlanLinksService } from '../plan-links/plan-links.service';
import { PlanReminders } from '../plan-links/plan-reminders';
import { ApprovalLinks } from './approval-links';
import { ApprovalResolver, ApprovalSentResolver, ApprovalSuccessResolver } from './approval.resolver';
import { ApprovalSilence } from './approval-silence';
import { ApproverLeaving } from './approver-leaving';
import { ApprovalUpkeep } from './approval-upkeep';
import { ApprovalsQuery } from './approvals.query';
import { ApprovalsService } from './approvals.service';

@Module({
  imports: [ClientsModule, TasksModule],
  providers: [
    ApprovalLinks,
    ApprovalUpkeep,
    ApproverLeaving,
    ApprovalSilence,
    ApprovalsService,
    ApprovalsQuery,
    ApprovalResolver,
    ApprovalSentResolver,
    ApprovalSuccessResolver,
    ChangeRequestsService,
    ChangeRequestsQuery,
    ChangeRequestResolver,
    ChangeRequestSuccessResolver,
    LinksByToken,
    GuestsByLink,
    GuestApprovalQuery,
    GuestDecisionsService,
    GuestTalkService,
    GuestResolver,
    GuestChanges,
    GuestChangesResolver,
    PlanLinksService,
    PlanLinksQuery,
    PlanApprovalsQuery,
    PlanReminders,
    PlanLinkResolver,
    PlanSharedResolver,
    PlanSharingSuccessResolver,
    PlanGuestsByLink,
    PlanGuestService,
    PlanGuestResolver,
  ],
})
export class ApprovalsModule {}
