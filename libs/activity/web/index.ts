// One line per page: routes import them lazily.
export { FirstSteps } from './today/FirstSteps';
export { TodayPage } from './today/TodayPage';
