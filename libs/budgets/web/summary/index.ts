export { CampaignBudget } from './CampaignBudget';
