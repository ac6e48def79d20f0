import type { TenancyCases } from './cases';

export const resultsCases: TenancyCases = {};
