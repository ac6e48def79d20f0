// One line per page: routes import them lazily.
export { BudgetPage } from './budget/BudgetPage';
export { BudgetsPage } from './list/BudgetsPage';
export { PayoutsPage } from './payouts/PayoutsPage';
