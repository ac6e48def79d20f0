import type { TenancyCases } from './cases';

export const budgetsCases: TenancyCases = {};
