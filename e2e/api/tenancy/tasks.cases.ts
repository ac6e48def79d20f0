import type { TenancyCases } from './cases';

export const tasksCases: TenancyCases = {};
