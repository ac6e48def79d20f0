import type { TenancyCases } from './cases';

export const agencyCases: TenancyCases = {};
