import type { TenancyCases } from './cases';

export const contentPlanCases: TenancyCases = {};
