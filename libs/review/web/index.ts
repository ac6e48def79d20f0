// Pages take review's parts from here; each of them asks for its own data.
export { DeliverableReview, DeliverableReview_task } from './deliverable/DeliverableReview';
