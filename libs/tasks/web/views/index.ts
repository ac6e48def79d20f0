// What the palette needs of saved views; the page of tasks loads the menu itself.
export { TaskView_view } from './task-views.documents';
export { hrefOfTaskView } from './task-view-address';
