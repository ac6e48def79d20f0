// The light door: what other pages show of tasks. The pages have doors of their own (`./board`, `./page`, `./brief`).
export { OffersMenu } from './actions/OffersMenu';
export { useOfferWords } from './actions/offer-words';
export { useTaskActions, type ActionableTask, type Offer, type TaskActions } from './actions/use-task-actions';
export { DisciplineIcon, TaskCard, TaskCard_task } from './board/TaskCard';
export { useBriefWords } from './brief/brief-words';
export { ChainDialog, NewTaskDialog } from './new-task/LazyNewTaskDialog';
export type { NewTaskDialogProps } from './new-task/NewTaskDialog';
