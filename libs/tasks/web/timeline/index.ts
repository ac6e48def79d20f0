export { TaskTimeline } from './TaskTimeline';
