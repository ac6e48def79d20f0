import type { TenancyCases } from './cases';

export const filesCases: TenancyCases = {};
