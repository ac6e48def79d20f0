// Pages take review's parts from here; each of them asks for its own data.
export { DeliverableReview } from './deliverable/DeliverableReview';
