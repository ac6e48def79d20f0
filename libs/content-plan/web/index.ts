export { PlanPage } from './plan/PlanPage';
export type { PlanPageSlots, PlanSummary } from './plan/ClientPlan';
export type { PanelItem } from './panel/ItemPanel';
