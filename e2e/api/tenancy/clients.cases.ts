import type { TenancyCases } from './cases';

export const clientsCases: TenancyCases = {};
