import {
  IconApprove,
  IconBuilding,
  IconCalendar,
  IconChart,
  IconFlag,
  IconGear,
  IconRuble,
  IconSun,
  IconTasks,
  IconWallet,
  type NavItem,
  type Text,
} from '@planerka/platform/web';
import type { ru } from './locales/ru';

export type Role = 'OWNER' | 'MANAGER' | 'SPECIALIST';

export type Section = Exclude<keyof typeof ru.sections, 'planShort' | 'results' | 'settings'>;

/** What each role works with, in the order of their day. */
const SECTIONS: Record<Role, readonly Section[]> = {
  OWNER: ['overview', 'today', 'clients', 'plan', 'tasks', 'approvals', 'campaigns', 'budgets', 'payouts', 'team'],
  MANAGER: ['today', 'plan', 'tasks', 'approvals', 'campaigns', 'budgets', 'payouts', 'clients', 'team'],
  SPECIALIST: ['today', 'tasks', 'plan', 'payouts'],
};

/** A targetologist spends from a line of the budget, and enters what was spent. */
const sectionsOf = (role: Role, disciplines: readonly string[]): readonly Section[] =>
  role === 'SPECIALIST' && disciplines.includes('TARGETING') ? [...SECTIONS.SPECIALIST, 'budgets'] : SECTIONS[role];

const TABS: Record<Role, readonly Section[]> = {
  OWNER: ['overview', 'clients', 'budgets', 'payouts'],
  MANAGER: ['today', 'plan', 'tasks', 'approvals'],
  SPECIALIST: ['today', 'tasks', 'plan', 'payouts'],
};

const ICONS: Record<Section, NavItem['icon']> = {
  today: IconSun,
  overview: IconChart,
  clients: IconBuilding,
  plan: IconCalendar,
  tasks: IconTasks,
  approvals: IconApprove,
  campaigns: IconFlag,
  budgets: IconWallet,
  payouts: IconRuble,
  team: IconGear,
};

/** Plan and budget fold the navigation to a rail and take the room. */
const RAIL = /^\/(plan|budgets)(\/|$)/;

export function navigationOf(
  role: Role,
  t: Text<typeof ru>,
  counts: Partial<Record<Section, number | undefined>> = {},
  disciplines: readonly string[] = [],
): NavItem[] {
  return sectionsOf(role, disciplines).map((section) => ({
    label: t(`sections.${section}`),
    href: `/${section}`,
    icon: ICONS[section],
    count: counts[section],
    isTab: TABS[role].includes(section),
    ...(section === 'plan' ? { tabLabel: t('sections.planShort') } : {}),
  }));
}

export const homeOf = (role: Role): string => (role === 'OWNER' ? '/overview' : '/today');

export const isRailPath = (path: string): boolean => RAIL.test(path);
