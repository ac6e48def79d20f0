// What the palette needs of saved views; the plan's page has its own door.
export { PlanView_view } from './plan-views.documents';
export { hrefOfView } from './view-address';
