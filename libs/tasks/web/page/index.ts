export { TaskPage, TaskPage_task, type TaskPageProps } from './TaskPage';
