export { CampaignResults } from './facts/CampaignResults';
export { type MetricOption, useMetricName, useMetricOptions } from './metrics';
