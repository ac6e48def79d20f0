/** Loaded where a targeting brief is written, read or set up: no other brief has advertisements. */
export { AdValue } from './AdValue';
export { BriefAds } from './BriefAds';
export { NamingField } from './NamingField';
export { PlanField } from './PlanField';
export { StopRuleChecklist, StopRules } from './StopRules';
export { StopRulesField } from './StopRulesField';
export { useStopRuleWords } from './stop-rule-words';
export { UtmField } from './UtmField';
export { schemesOf } from './surroundings';
