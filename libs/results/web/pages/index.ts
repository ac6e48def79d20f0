// A door of its own: these pages draw charts, and the campaign's page should not load them.
export { CasePage } from '../case/CasePage';
export { ResultsPage } from '../facts/ResultsPage';
