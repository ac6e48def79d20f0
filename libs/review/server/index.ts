export * from './review.module';
export { ApprovalSilence } from './approvals/approval-silence';
