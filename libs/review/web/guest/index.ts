export { GuestApprovalPage } from './GuestApprovalPage';
