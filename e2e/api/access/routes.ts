import type { Action } from '@planerka/agency/domain';
import { everybody, expectation, leads, owner, worksOn, type Expectation } from './expectations';
import type { World } from './world';

export interface AskedRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'HEAD' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a route may name. */
export interface Addressed extends World {
  /** The path of an upload that the manager has begun. */
  readonly upload: string;
}

export interface RouteExpectation extends Pick<Expectation, 'right' | 'told'> {
  readonly asks: (world: Addressed) => AskedRoute;
}

const route = (
  right: Action | null,
  allowed: string,
  asks: RouteExpectation['asks'],
  more?: Parameters<typeof expectation>[3],
): RouteExpectation => ({ ...expectation(right, allowed, 'not found', more), asks });

const get =
  (path: (world: Addressed) => string): RouteExpectation['asks'] =>
  (world) => ({ method: 'GET', path: path(world) });

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const tus = { 'tus-resumable': '1.0.0' };
const page = get(() => '/tasks');

/** Begins a file of the task. */
export const beginUpload = ({ things }: World): AskedRoute => ({
  method: 'POST',
  path: '/uploads',
  headers: {
    ...tus,
    'upload-length': '100',
    'upload-metadata': `filename ${base64('стол.png')},taskId ${base64(things.task)}`,
  },
});

/** What is asked by an address and not by GraphQL. Answers: 2xx is `allowed`, 401 `refused`, 404 `not found`. */
export const routes: Readonly<Record<string, RouteExpectation | 'by its root fields'>> = {
  '/graphql': 'by its root fields',
  '/*': route(null, everybody, page),
  '/health/live': route(
    null,
    everybody,
    get(() => '/health/live'),
  ),
  '/health/ready': route(
    null,
    everybody,
    get(() => '/health/ready'),
  ),
  // A provider's answer without a question of ours leads back to the sign-in page, whoever brings it.
  '/api/auth/callback/oidc': route(
    null,
    everybody,
    get(() => '/api/auth/callback/oidc'),
  ),
  // For whoever brings METRICS_TOKEN, where one is set: metrics.spec.ts.
  '/metrics': route(
    null,
    '',
    get(() => '/metrics'),
    { outside: 'not found' },
  ),
  '/api/money/budget': route(
    'budget.line.view',
    'owner manager targetologist',
    get(({ things }) => `/api/money/budget?campaignId=${things.campaign}`),
  ),
  '/api/marking/export': route(
    'item.edit',
    'owner manager',
    get(({ things }) => `/api/marking/export?clientId=${things.client}`),
  ),
  '/api/money/overview': route(
    'overview.view',
    `${owner} foreigner`,
    get(() => '/api/money/overview'),
  ),
  // A manager’s file is of their own clients; a foreigner’s of their own agency.
  '/api/audit/log.csv': route(
    null,
    'owner manager otherManager foreigner',
    get(() => '/api/audit/log.csv'),
  ),
  // Its address is the key, and nobody here holds one: e2e/api/calendars.spec.ts.
  '/api/calendar/:name': route(
    null,
    '',
    get(() => '/api/calendar/plc_net-takogo.ics'),
    { outside: 'not found' },
  ),
  '/api/plan/export': route(
    'plan.export',
    leads,
    get(({ things }) => `/api/plan/export?clientId=${things.client}`),
  ),
  '/api/plan/import': route('plan.import', leads, ({ things }) => ({
    method: 'POST',
    path: `/api/plan/import?clientId=${things.client}`,
    headers: { 'content-type': 'text/csv' },
    body: 'Дата;Время;Площадка;Рубрика;Формат;Тема\n01.12.2026;12:00;VK;;Пост;Стол',
  })),
  '/api/results/measurements': route('kpi.enter', `${leads} targetologist`, ({ things }) => ({
    method: 'POST',
    path: `/api/results/measurements?clientId=${things.client}`,
    headers: { 'content-type': 'text/csv' },
    body: 'Ссылка;Охват\nhttps://vk.com/wall-1_1;100',
  })),
  '/uploads': route('task.view', worksOn, beginUpload, { but: { guest: 'not found', expiredGuest: 'not found' } }),
  // Of the manager's: an upload is continued by whoever began it.
  '/uploads/*': route(null, 'manager', ({ upload }) => ({ method: 'HEAD', path: upload, headers: tus }), {
    but: { guest: 'not found', expiredGuest: 'not found' },
  }),
  // Their addresses are signed, and given out by the fields that show a file; without that they lead nowhere, whoever asks.
  '/files/:agencyId/:fileId': route(
    null,
    '',
    get(({ own, things }) => `/files/${own.agencyId}/${things.file}`),
    { outside: 'not found' },
  ),
  '/files/:agencyId/:fileId/shared': route(
    null,
    '',
    get(({ own, things }) => `/files/${own.agencyId}/${things.file}/shared?e=9999999999999&s=${'A'.repeat(32)}`),
    { outside: 'not found' },
  ),
  '/files/:agencyId/exports/:exportId': route(
    null,
    '',
    get(({ own, things }) => `/files/${own.agencyId}/exports/${things.file}?e=9999999999999&s=${'A'.repeat(32)}`),
    { outside: 'not found' },
  ),
  '/files/:agencyId/:fileId/:preview': route(
    null,
    '',
    get(({ own, things }) => `/files/${own.agencyId}/${things.file}/320.webp?e=9999999999999&s=${'A'.repeat(32)}`),
    { outside: 'not found' },
  ),
};
