export { PlanPage, type PlanPageSlots } from './plan/PlanPage';
export type { PanelItem } from './panel/ItemPanel';
