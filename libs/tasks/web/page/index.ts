export { TaskPage, type TaskInSlot, type TaskPageSlots } from './TaskPage';
