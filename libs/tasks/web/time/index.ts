export { TimeCard } from './TimeCard';
export { TimerLine } from './TimerLine';
