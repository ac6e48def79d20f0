export { PlanSharingButton } from './PlanSharingButton';
