export * from './review.module';
export { PlanReminders } from './plan-links/plan-reminders';
export { ApprovalSilence } from './approvals/approval-silence';
