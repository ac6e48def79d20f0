import type { AgencyContent } from '../types';
import { absences, members, squads } from './people';
import { agencyRates, rates, services } from './rates';

export const agency: AgencyContent = {
  slug: 'mayak',
  name: 'Маяк',
  timeZone: 'Europe/Moscow',
  currency: 'RUB',
  marginGoalPercent: 42,
  owner: 'irina',
  members,
  absences,
  squads,
  rates,
  agencyRates,
  services,
};
