import { expect, type Page } from '@playwright/test';
import type { Person } from './person';

/** Whose screens these are, in the demo agency. */
export const people = {
  owner: 'irina@mayak.example',
  manager: 'anna@mayak.example',
  specialist: 'maria@mayak.example',
} as const;

export type Role = keyof typeof people;

export interface Screen {
  /** Also the name of its picture. */
  readonly name: string;
  readonly address: string;
}

interface Ref {
  readonly id: string;
}

interface Demo {
  readonly clients: { readonly nodes: readonly Ref[] };
  readonly campaigns: { readonly nodes: readonly (Ref & { readonly cases: readonly Ref[] | null })[] };
  readonly webhooks: readonly (Ref & { readonly lastDelivery: Ref | null })[];
  readonly taskBoard: readonly {
    readonly state: string;
    readonly nodes: readonly (Ref & { readonly item: Ref | null })[];
  }[];
}

const demo = /* GraphQL */ `
  {
    clients(first: 1, states: [ACTIVE]) {
      nodes {
        id
      }
    }
    campaigns(first: 20) {
      nodes {
        id
        cases {
          id
        }
      }
    }
    webhooks {
      id
      lastDelivery {
        id
      }
    }
    taskBoard(perColumn: 1) {
      state
      nodes {
        id
        item {
          id
        }
      }
    }
  }
`;

export const openScreens: readonly Screen[] = [
  { name: 'sign-in', address: '/sign-in' },
  { name: 'register', address: '/register' },
  { name: 'forgot-password', address: '/forgot-password' },
  { name: 'reset-password', address: '/reset-password/net-takogo' },
  { name: 'verify-email', address: '/verify-email/net-takogo' },
  { name: 'invitation-missing', address: '/invite/net-takogo' },
  { name: 'guest-missing', address: '/g/net-takogo' },
];

/** Every screen that this person has, on the first of what the demo agency holds. */
export async function screensOf(role: Role, { ask }: Person): Promise<readonly Screen[]> {
  const { clients, campaigns, webhooks, taskBoard } = await ask<Demo>(demo);
  const client: string | undefined = clients.nodes[0]?.id;
  const campaign: string | undefined = campaigns.nodes[0]?.id;
  const caseId: string | undefined = campaigns.nodes.flatMap(({ cases }) => cases ?? [])[0]?.id;
  const tasks: [state: string, id: string][] = taskBoard.flatMap(({ state, nodes }) =>
    nodes.slice(0, 1).map(({ id }): [string, string] => [state.toLowerCase().replaceAll('_', '-'), id]),
  );
  const itemId = taskBoard.flatMap(({ nodes }) => nodes.flatMap(({ item }) => item?.id ?? []))[0];
  const hooks: Screen[] = [
    { name: 'webhooks', address: '/settings/webhooks' },
    ...webhooks.slice(0, 1).flatMap(({ id, lastDelivery }) => [
      { name: 'webhook', address: `/settings/webhooks?hook=${id}` },
      { name: 'webhook-delivery', address: `/settings/webhooks?hook=${id}&delivery=${lastDelivery?.id}` },
    ]),
  ];
  const shared: Screen[] = [
    { name: 'today', address: '/today' },
    { name: 'tasks', address: '/tasks' },
    { name: 'search', address: '/search?q=стол' },
    { name: 'timeline', address: '/tasks?view=timeline' },
    { name: 'workload', address: '/workload' },
    { name: 'marking', address: '/marking' },
    ...tasks.map(([state, id]) => ({ name: `task-${state}`, address: `/tasks/${id}` })),
    { name: 'plan', address: client ? `/plan?client=${client}` : '/plan' },
    ...(itemId ? [{ name: 'publication', address: `/plan/items/${itemId}` }] : []),
    { name: 'check-rules', address: '/settings/preflight' },
    { name: 'payouts', address: '/payouts' },
    { name: 'account', address: '/account' },
    { name: 'settings', address: '/settings' },
    { name: 'tokens', address: '/account/tokens' },
    { name: 'calendars', address: '/account/calendars' },
    { name: 'rights', address: '/settings/rights' },
    { name: 'missing', address: '/net-takoy-stranicy' },
  ];
  if (role === 'specialist') return [...shared, { name: 'queue', address: '/tasks?view=queue' }];
  const draft = tasks.find(([state]) => state === 'draft') ?? tasks[0];
  return [
    ...(role === 'owner' ? [{ name: 'overview', address: '/overview' }, ...hooks] : []),
    ...shared,
    { name: 'new-client', address: '/workload/new-client?post=12&story=8&targeting-hours=30' },
    { name: 'plan-ideas', address: `/plan?client=${client}&ideas=open` },
    { name: 'plan-templates', address: `/plan?client=${client}&new=templates` },
    { name: 'plan-series', address: `/plan?client=${client}&new=series` },
    { name: 'plan-roll-over', address: `/plan?client=${client}&new=roll-over` },
    { name: 'plan-week', address: `/plan?client=${client}&view=week` },
    { name: 'plan-board', address: `/plan?client=${client}&view=board&by=rubric` },
    { name: 'plan-sheet', address: `/plan/sheet?client=${client}` },
    { name: 'plan-table', address: `/plan?client=${client}&view=table` },
    ...(draft ? [{ name: 'brief', address: `/tasks/${draft[1]}/brief` }] : []),
    { name: 'approvals', address: '/approvals' },
    { name: 'clients', address: '/clients' },
    ...['overview', 'brand', 'channels', 'contacts', 'research', 'onboarding', 'retainer']
      .filter((tab) => role === 'owner' || tab !== 'retainer')
      .map((tab) => ({ name: `client-${tab}`, address: `/clients/${client}?tab=${tab}` })),
    { name: 'campaigns', address: '/campaigns' },
    { name: 'campaign', address: `/campaigns/${campaign}` },
    { name: 'results', address: `/results/${campaign}` },
    ...(caseId ? [{ name: 'case', address: `/cases/${caseId}` }] : []),
    { name: 'budgets', address: '/budgets' },
    { name: 'budget', address: `/budgets/${campaign}` },
    { name: 'budget-book', address: `/budgets/${campaign}?line=book` },
    { name: 'team', address: '/team' },
    { name: 'journal', address: '/settings/journal' },
  ];
}

async function open(page: Page, { address }: Screen): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page.getByRole('status', { name: /^(Загружаем|Loading)…$/ })).toHaveCount(0);
}

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Loaded to the end in the first theme; the desk then follows its device to the second, the guest's page is opened anew. */
export async function show(page: Page, screen: Screen, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  if (theme === themes[0] || screen.address.startsWith('/g/')) await open(page, screen);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
}
