/** Apart from the plan's own rules: only the server reckons with recurrences, and the browser need not carry them. */
export * from './coming-turns';
export * from './occurrences';
export * from './rhythm';
export * from './series-input';
export * from './series-pattern';
export * from './series-step';
