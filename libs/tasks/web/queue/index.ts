export { TaskQueue } from './TaskQueue';
