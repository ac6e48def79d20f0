export { CalendarsPage } from './CalendarsPage';
