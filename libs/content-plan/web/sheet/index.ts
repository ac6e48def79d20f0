export { PlanSheetPage } from './PlanSheetPage';
