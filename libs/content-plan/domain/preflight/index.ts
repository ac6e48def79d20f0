export { checkPost } from './check-post';
export { measure } from './measures';
export * from './post';
export * from './rule';
export { hasLimit, parseRuleChange, type RuleChange } from './rule-change';
export { preflightRuleOf, preflightRules } from './rules';
