// Which folder may use which: the one statement of it, read by the Nx plugin, ESLint and dependency-cruiser.

/** Each may use those before it. */
export const DOMAINS = [
  'agency',
  'clients',
  'campaigns',
  'budgets',
  'content-plan',
  'tasks',
  'review',
  'results',
  'activity',
];

/** What every domain stands on, and what only specs use. */
export const PLATFORM = 'platform';
export const TESTING = 'testing';

/** Server and web never meet; both may use the domain. */
export const LAYERS = { domain: ['domain'], server: ['domain', 'server'], web: ['domain', 'web'] };

/** The domains that one may use, itself included. Activity listens to all and is used by none. */
export const usableBy = (domain) => [PLATFORM, ...DOMAINS.slice(0, DOMAINS.indexOf(domain) + 1)];
