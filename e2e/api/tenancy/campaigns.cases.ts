import type { TenancyCases } from './cases';

export const campaignsCases: TenancyCases = {};
