export { ApprovalsPage } from '../approvals/ApprovalsPage';
