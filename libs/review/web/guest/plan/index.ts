export { GuestPlanPage } from './GuestPlanPage';
