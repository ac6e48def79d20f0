export { CasePage } from './case/CasePage';
export { CampaignResults } from './facts/CampaignResults';
export { ResultsPage } from './facts/ResultsPage';
export { type MetricOption, useMetricName, useMetricOptions } from './metrics';
