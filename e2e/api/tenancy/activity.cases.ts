import type { TenancyCases } from './cases';

export const activityCases: TenancyCases = {};
