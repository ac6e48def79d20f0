export { NewTaskDialog } from './LazyNewTaskDialog';
