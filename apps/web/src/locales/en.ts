import type { SameKeys } from '@planerka/platform/web';
import type { ru } from './ru';

export const en: SameKeys<typeof ru> = {
  sections: {
    today: 'Today',
    overview: 'Overview',
    clients: 'Clients',
    plan: 'Content plan',
    planShort: 'Plan',
    tasks: 'Tasks',
    approvals: 'Approvals',
    campaigns: 'Campaigns',
    budgets: 'Budgets',
    payouts: 'Payouts',
    results: 'Results',
    team: 'Squads and rates',
    settings: 'Settings',
  },
  role: {
    OWNER: 'Owner',
    MANAGER: 'SMM manager',
    SPECIALIST: 'Specialist',
  },
  discipline: {
    COPY: 'Copywriter',
    DESIGN: 'Designer',
    TARGETING: 'Targetologist',
  },
  deletion: {
    title: 'The agency will be deleted.',
    text: 'is when everything in it goes. An owner can call it off.',
    cancel: 'Keep it',
  },
  noAgency: {
    title: 'You belong to no agency yet',
    text: 'Ask the owner to send the invitation again, or register an agency of your own.',
    action: 'Register an agency',
  },
  plan: {
    newTask: 'New task',
    chain: 'Plan the work',
  },
};
