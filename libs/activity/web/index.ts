// One line per page: routes import them lazily.
export { FirstSteps } from './today/FirstSteps';
export { JournalPage } from './journal/JournalPage';
export { TodayPage } from './today/TodayPage';
