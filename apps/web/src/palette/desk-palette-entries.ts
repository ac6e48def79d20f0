import { searchEn, searchRu, type useSearchText } from '@planerka/activity/web/search';
import { hrefOfView } from '@planerka/content-plan/web/views';
import {
  type Icon,
  IconBuilding,
  IconBulb,
  IconCalendar,
  IconEye,
  IconFlag,
  IconGear,
  IconGlobe,
  IconInfo,
  IconKey,
  IconLock,
  IconLogout,
  IconPeople,
  IconPlus,
  IconSearch,
  IconSun,
  type NavItem,
  type PaletteAction,
  type Shortcut,
  showPalette,
} from '@planerka/platform/web';
import { hrefOfTaskView } from '@planerka/tasks/web/views';
import { createElement } from 'react';
import { en } from '../locales/en';
import { ru } from '../locales/ru';
import type { Section } from '../navigation';

type Words = ReturnType<typeof useSearchText>;

/** Pages that no section leads to. */
const others = {
  search: '/search',
  account: '/account',
  tokens: '/account/tokens',
  settings: '/settings',
  rights: '/settings/rights',
} as const;

const otherIcons: Readonly<Record<keyof typeof others, Icon>> = {
  search: IconSearch,
  account: IconPeople,
  tokens: IconKey,
  settings: IconGear,
  rights: IconLock,
};

const doIcons = {
  newItem: IconCalendar,
  newTask: IconPlus,
  newIdea: IconBulb,
  newClient: IconBuilding,
  newCampaign: IconFlag,
  invite: IconPeople,
  theme: IconSun,
  language: IconGlobe,
  keys: IconInfo,
  signOut: IconLogout,
} as const satisfies Partial<Record<keyof typeof searchRu.do, Icon>>;

const goKeys: Readonly<Record<Section, string>> = {
  today: 'd',
  overview: 'o',
  clients: 'c',
  plan: 'p',
  tasks: 't',
  approvals: 'a',
  campaigns: 'm',
  budgets: 'b',
  payouts: 'y',
  team: 'u',
};

const sectionOf = ({ href }: NavItem): Section => href.slice(1) as Section;

/** The one table of keys: what is listened for, and what the map shows. */
export const shortcutsFor = (
  nav: readonly NavItem[],
  t: Words,
  go: (href: string) => void,
  newIdea: () => void,
): readonly Shortcut[] => [
  ...[
    { id: 'palette', keys: 'mod+k, /', title: t('keys.palette'), run: () => showPalette('palette') },
    { id: 'map', keys: '?', title: t('keys.map'), run: () => showPalette('keys') },
    { id: 'choose', keys: 'up, down', title: t('keys.choose') },
    { id: 'open', keys: 'enter', title: t('keys.open') },
    { id: 'close', keys: 'esc', title: t('keys.close') },
    { id: 'idea', keys: 'n i', title: t('do.newIdea'), run: newIdea },
  ].map((shortcut) => ({ ...shortcut, group: t('keys.everywhere') })),
  ...nav.map((item) => ({
    id: item.href,
    keys: `g ${goKeys[sectionOf(item)]}`,
    title: item.label,
    group: t('keys.go'),
    run: () => go(item.href),
  })),
  {
    id: 'search',
    keys: 'g s',
    title: t('go.search'),
    group: t('keys.go'),
    run: () => go(others.search),
  },
  { id: 'move', keys: 'alt+arrows', title: t('keys.moveItem'), group: t('keys.plan') },
  { id: 'comment', keys: 'c', title: t('keys.comment'), group: t('keys.task') },
];

export const placesFor = (
  nav: readonly NavItem[],
  t: Words,
  shortcuts: readonly Shortcut[],
): readonly PaletteAction[] => {
  const keysOf = (id: string) => shortcuts.find((one) => one.id === id)?.keys;
  return [
    ...nav.map((item) => ({
      id: `go-${sectionOf(item)}`,
      title: item.label,
      words: [ru.sections[sectionOf(item)], en.sections[sectionOf(item)]],
      icon: createElement(item.icon),
      href: item.href,
      keys: keysOf(item.href),
    })),
    ...Object.entries(others).map(([name, href]) => {
      const key = name as keyof typeof others;
      return {
        id: `go-${key}`,
        title: t(`go.${key}`),
        words: [searchRu.go[key], searchEn.go[key]],
        icon: createElement(otherIcons[key]),
        href,
        keys: keysOf(key),
      };
    }),
  ];
};

interface Named {
  readonly id: string;
  readonly name: string;
  readonly clientName: string | null;
}

/** Saved views, each a place to go to. */
export const viewsFor = (
  planViews: readonly (Parameters<typeof hrefOfView>[0] & Named)[],
  taskViews: readonly (Parameters<typeof hrefOfTaskView>[0] & Named)[],
  t: Words,
): readonly PaletteAction[] => {
  const entry = (kind: 'planView' | 'taskView', { id, name, clientName }: Named, href: string): PaletteAction => ({
    id: `view-${id}`,
    title: [t(kind, { name }), clientName].filter(Boolean).join(' · '),
    words: [searchRu[kind], searchEn[kind]],
    icon: createElement(IconEye),
    href,
  });
  return [
    ...planViews.map((view) => entry('planView', view, hrefOfView(view))),
    ...taskViews.map((view) => entry('taskView', view, hrefOfTaskView(view))),
  ];
};

type Runs = Readonly<Record<'newTask' | 'newIdea' | 'theme' | 'language' | 'keys' | 'signOut', () => void>>;

/** What this person may do at all: the server says it, page by page it is asked again. */
export function actionsFor(abilities: readonly string[], t: Words, run: Runs): readonly PaletteAction[] {
  const action = (name: keyof typeof doIcons, does: Pick<PaletteAction, 'href' | 'run' | 'keys'>): PaletteAction => ({
    id: `do-${name}`,
    title: t(`do.${name}`),
    words: [searchRu.do[name], searchEn.do[name]],
    icon: createElement(doIcons[name]),
    ...does,
  });
  // Whoever may take a client in leads one, and who leads one gives out work: the pages ask anew.
  const leads = abilities.includes('client.create');
  return [
    ...(leads
      ? [
          action('newItem', { href: '/plan?new=1' }),
          action('newTask', { run: run.newTask }),
          action('newClient', { href: '/clients?new=1' }),
          action('newCampaign', { href: '/campaigns?new=1' }),
          action('invite', { href: '/team?open=invite' }),
        ]
      : []),
    action('newIdea', { run: run.newIdea, keys: 'n i' }),
    action('theme', { run: run.theme }),
    action('language', { run: run.language }),
    action('keys', { run: run.keys, keys: '?' }),
    action('signOut', { run: run.signOut }),
  ];
}
