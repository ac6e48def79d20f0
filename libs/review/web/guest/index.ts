export { GuestApprovalPage } from './GuestApprovalPage';
export { LazyGuestPlanPage } from './LazyGuestPlanPage';
