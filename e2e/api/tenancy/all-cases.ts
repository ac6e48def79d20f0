import { activityCases } from './activity.cases';
import { agencyCases } from './agency.cases';
import { budgetsCases } from './budgets.cases';
import { campaignsCases } from './campaigns.cases';
import { clientsCases } from './clients.cases';
import { contentPlanCases } from './content-plan.cases';
import { filesCases } from './files.cases';
import { approvalsCases } from './approvals.cases';
import { resultsCases } from './results.cases';
import { reviewCases } from './review.cases';
import { tasksCases } from './tasks.cases';
import type { TenancyCases } from './cases';

export const allCases: TenancyCases = {
  ...agencyCases,
  ...clientsCases,
  ...campaignsCases,
  ...budgetsCases,
  ...contentPlanCases,
  ...tasksCases,
  ...reviewCases,
  ...approvalsCases,
  ...resultsCases,
  ...activityCases,
  ...filesCases,
};
