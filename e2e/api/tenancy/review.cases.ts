import type { TenancyCases } from './cases';

export const reviewCases: TenancyCases = {};
