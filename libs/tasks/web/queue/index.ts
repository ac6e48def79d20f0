export { QueueCard } from './QueueCard';
export { TaskQueue } from './TaskQueue';
