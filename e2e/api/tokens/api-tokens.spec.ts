import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { scopeOfRootField } from '@planerka/agency/domain';
import { ActorSources } from '@planerka/platform/server';
import { agency, aTask, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startApi, startNode, stopApi, type Api, type Caller } from '../harness';

let api: Api;
let mayak: TestAgency;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
});
afterAll(stopApi);

const create = /* GraphQL */ `
  mutation ($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      __typename
      ... on ApiTokenCreated {
        token
        apiToken {
          id
          hint
          scopes
          isAlive
        }
      }
      ... on InvalidInput {
        issues {
          path
          code
        }
      }
    }
  }
`;
const revoke =
  'mutation ($id: ID!) { revokeApiToken(tokenId: $id) { __typename ... on ApiTokenRevoked { apiToken { isAlive } } } }';
const list = '{ apiTokens { id name memberName isOwn isAlive hint lastUsedAt lastAddress } }';

const made = async (member: TestMember, scopes: readonly string[]) =>
  (await api.as(member).run(create, { input: { name: 'Отчёты', scopes, expiresInDays: 30 } })).createApiToken;

const by = (token: string, node: Api = api): Caller => node.withHeaders({ authorization: `Bearer ${token}` });
const codeOf = async (caller: Caller, document: string) => {
  const { status, errors } = await caller.ask(document);
  return [status, errors[0]?.extensions['code'] ?? null];
};

describe('An API token', () => {
  it('speaks for its member within its scopes, and is kept as a hash alone', async () => {
    const { token, apiToken } = await made(mayak.manager, ['clients:read']);
    expect(token).toMatch(/^plk_[\w-]{64}$/);
    expect(await by(token).run('{ clients { nodes { name } } }')).toEqual({ clients: { nodes: [{ name: 'Сосна' }] } });
    expect(await codeOf(by(token), '{ budgets { nodes { id } } }')).toEqual([403, 'INSUFFICIENT_SCOPE']);
    // under another name and through a fragment it is the same field
    const hidden =
      'query { ...on Query { clients { nodes { id } } } ...More } fragment More on Query { mine: tasks { nodes { id } } }';
    expect(await codeOf(by(token), hidden)).toEqual([403, 'INSUFFICIENT_SCOPE']);
    const rows = await within(mayak.agencyId, (db) => db.apiToken.findMany());
    expect(
      JSON.stringify(rows.map((row) => ({ ...row, tokenHash: Buffer.from(row.tokenHash).toString('utf8') }))),
    ).not.toContain(token);
    expect(rows).toMatchObject([{ id: apiToken.id, hint: token.slice(-4) }]);
  });

  it('never lets its bearer do more than the member may', async () => {
    const { token } = await made(mayak.copywriter, ['money:write', 'agency:write', 'clients:write']);
    expect(
      await by(token)
        .run('{ overview { __typename } }')
        .catch(() => ({ overview: null })),
    ).toEqual({ overview: null });
    const { updateAgency } = await by(token).run(
      'mutation { updateAgency(input: { expectedVersion: 1, name: "Мой", timeZone: "Europe/Moscow", locale: "ru", killFeePercent: 0 }) { __typename } }',
    );
    expect(updateAgency.__typename).toBe('NotFound');
  });

  it('shows no money where it has no scope for it, though its member sees it', async () => {
    const task = await aTask(mayak, { fee: 7_500 });
    const ask = `{ task(id: "${task.id}") { title fee { amount } } }`;
    const without = await made(mayak.manager, ['tasks:read']);
    const withMoney = await made(mayak.manager, ['tasks:read', 'money:read']);
    expect((await by(without.token).run(ask)).task).toEqual({ title: task.title, fee: null });
    expect((await by(withMoney.token).run(ask)).task).toEqual({ title: task.title, fee: { amount: '7500.00' } });
  });

  it('makes no tokens, changes no account, signs nobody in', async () => {
    const { token } = await made(mayak.owner, ['agency:write']);
    for (const document of [
      list,
      'mutation { createApiToken(input: { name: "x", scopes: ["agency:read"], expiresInDays: 1 }) { __typename } }',
      'mutation { signOut { signedOut } }',
      '{ account { id } }',
    ]) {
      expect(await codeOf(by(token), document)).toEqual([403, 'INSUFFICIENT_SCOPE']);
    }
  });

  it('fetches tables by a scope of their own, beside the one of what stands in them', async () => {
    const fetched = async (scopes: readonly string[], url: string, member = mayak.owner) => {
      const { token } = await made(member, scopes);
      const answer = await api.app.inject({ url, headers: { authorization: `Bearer ${token}` } });
      return [answer.statusCode, answer.statusCode === 200 ? null : answer.json<{ scope?: string }>().scope];
    };
    const tables = [
      ['/api/audit/log.csv', 'agency:read'],
      ['/api/money/overview', 'money:read'],
      [`/api/plan/export?clientId=${mayak.client.id}`, 'plan:read'],
    ] as const;
    for (const [url, area] of tables) {
      expect(await fetched([area], url)).toEqual([403, 'exports:read']);
      expect(await fetched(['exports:read'], url)).toEqual([403, area]);
      expect(await fetched(['exports:read', area], url)).toEqual([200, null]);
    }
    // still no more than its member
    expect(await fetched(['exports:read', 'money:read'], '/api/money/overview', mayak.copywriter)).toEqual([
      404,
      undefined,
    ]);
  });

  it('brings files by the scope for it, from the address that it comes from', async () => {
    const seen: string[] = [];
    api.app.get(ActorSources).add(({ bearer, ipAddress }) => {
      if (bearer === 'nobody') seen.push(ipAddress);
      return Promise.resolve(null);
    });
    const begin = async (bearer: string) =>
      api.app.inject({
        method: 'POST',
        url: '/uploads',
        remoteAddress: '127.0.0.1',
        headers: {
          authorization: `Bearer ${bearer}`,
          'x-forwarded-for': '203.0.113.7',
          'tus-resumable': '1.0.0',
          'upload-length': '10',
          'upload-metadata': `filename ${Buffer.from('стол.png').toString('base64')},clientId ${Buffer.from(mayak.client.id).toString('base64')}`,
        },
      });
    const refused = await begin((await made(mayak.manager, ['clients:write', 'tasks:write'])).token);
    expect([refused.statusCode, refused.json()]).toEqual([403, { code: 'insufficient_scope', scope: 'files:write' }]);
    expect((await begin((await made(mayak.manager, ['files:write'])).token)).statusCode).toBe(201);
    expect((await begin('nobody')).statusCode).toBe(401);
    expect(seen).toEqual(['203.0.113.7']);
  });

  it('is dead when it is revoked, past its day, or its member is deactivated', async () => {
    const { token, apiToken } = await made(mayak.manager, ['clients:read']);
    const dead = [401, 'UNAUTHENTICATED'];
    const ask = () => codeOf(by(token), '{ clients { nodes { id } } }');
    expect(await ask()).toEqual([200, null]);
    const update = (data: object) =>
      within(mayak.agencyId, (db) =>
        db.apiToken.updateMany({ where: { agencyId: mayak.agencyId, id: apiToken.id }, data }),
      );
    await update({ expiresAt: new Date(Date.now() - 1_000) });
    expect(await ask()).toEqual(dead);
    await update({ expiresAt: new Date(Date.now() + 60_000) });
    expect(await ask()).toEqual([200, null]);
    const member = (deactivatedAt: Date | null) =>
      within(mayak.agencyId, (db) =>
        db.member.updateMany({
          where: { agencyId: mayak.agencyId, id: mayak.manager.memberId },
          data: { deactivatedAt },
        }),
      );
    await member(new Date());
    expect(await ask()).toEqual(dead);
    await member(null);
    expect((await api.as(mayak.owner).run(revoke, { id: apiToken.id })).revokeApiToken.apiToken.isAlive).toBe(false);
    expect(await ask()).toEqual(dead);
  });

  it('that is wrong is told so, and a good session beside it does not help', async () => {
    const cookie = { cookie: mayak.owner.cookie, 'x-planerka-agency': mayak.agencyId };
    for (const token of ['plk_x', `plk_${'A'.repeat(64)}`, 'что угодно']) {
      const caller = api.withHeaders({ ...cookie, authorization: `Bearer ${encodeURIComponent(token)}` });
      expect(await codeOf(caller, '{ clients { nodes { id } } }')).toEqual([401, 'UNAUTHENTICATED']);
    }
  });

  it('is seen and revoked by its member and the owner, and by nobody else', async () => {
    const { apiToken } = await made(mayak.manager, ['clients:read']);
    const seenBy = async (member: TestMember) =>
      (await api.as(member).run(list)).apiTokens.map(({ id }: { id: string }) => id);
    expect(await seenBy(mayak.manager)).toEqual([apiToken.id]);
    expect(await seenBy(mayak.owner)).toEqual([apiToken.id]);
    expect(await seenBy(mayak.copywriter)).toEqual([]);
    const tried = async (member: TestMember) =>
      (await api.as(member).run(revoke, { id: apiToken.id })).revokeApiToken.__typename;
    expect(await tried(mayak.copywriter)).toBe('NotFound');
    expect(await tried((await agency('Чужие')).owner)).toBe('NotFound');
    expect(await tried(mayak.manager)).toBe('ApiTokenRevoked');
  });

  it('is refused at its fields where it is badly wished for', async () => {
    const wish = async (input: object) =>
      (
        await api
          .as(mayak.owner)
          .run(create, { input: { name: 'Отчёты', scopes: ['tasks:read'], expiresInDays: 30, ...input } })
      ).createApiToken.issues;
    expect(await wish({ name: ' ' })).toMatchObject([{ path: ['name'] }]);
    expect(await wish({ scopes: [] })).toMatchObject([{ path: ['scopes'] }]);
    expect(await wish({ scopes: ['all:write'] })).toMatchObject([{ path: ['scopes'], code: 'unknown_scope' }]);
    expect(await wish({ expiresInDays: 10_000 })).toMatchObject([{ path: ['expiresInDays'] }]);
  });

  it('asks in its own words of a server that takes only known operations, and a stranger with a made-up one does not', async () => {
    const { token } = await made(mayak.manager, ['clients:read']);
    const closed = await startNode({ PERSISTED_ONLY: '1' });
    try {
      expect(await by(token, closed).run('{ clients { nodes { name } } }')).toEqual({
        clients: { nodes: [{ name: 'Сосна' }] },
      });
      expect(await codeOf(by(`plk_${'A'.repeat(64)}`, closed), '{ clients { nodes { id } } }')).toEqual([
        401,
        'UNAUTHENTICATED',
      ]);
      expect((await codeOf(closed.as(mayak.manager), '{ clients { nodes { id } } }'))[1]).toBe('QUERY_NOT_IN_SAFELIST');
    } finally {
      await closed.app.close();
    }
  });

  it('may ask three hundred times a minute', async () => {
    const { token } = await made(mayak.manager, ['clients:read']);
    const answers = await Promise.all(Array.from({ length: 301 }, () => codeOf(by(token), '{ __typename }')));
    expect(answers.filter(([status]) => status === 200)).toHaveLength(300);
    expect(answers.filter(([status]) => status === 429)).toEqual([[429, 'TOO_MANY_REQUESTS']]);
  });

  it('is limited like a page in what it may ask at once', async () => {
    const { token } = await made(mayak.manager, ['clients:read']);
    const many = `{ ${Array.from({ length: 20 }, (_, index) => `a${index}: clients { nodes { id } }`).join(' ')} }`;
    expect((await by(token).ask(many)).errors[0]?.message).toMatch(/at most 12 root fields/);
  });
});

describe('Scopes', () => {
  /** What no token reaches, each for its reason. */
  const inPerson = new Set([
    // signing in, and what one signs in with
    'signIn',
    'signOut',
    'registerAgency',
    'invitation',
    'acceptInvitation',
    // tokens
    'apiTokens',
    'createApiToken',
    'revokeApiToken',
    'calendarLinks',
    'createCalendarLink',
    'revokeCalendarLink',
    // all that an agency has, and its end
    'agencyExports',
    'requestAgencyExport',
    'askAgencyDeletion',
    'cancelAgencyDeletion',
    'createResetLink',
    // webhooks: their secrets are shown to an owner in person
    'webhooks',
    'webhookDeliveries',
    'webhookDelivery',
    'createWebhook',
    'updateWebhook',
    'setWebhookActive',
    'rotateWebhookSecret',
    'testWebhook',
    'replayWebhookDelivery',
    'deleteWebhook',
    // a client's own word, by link
    'guestApproval',
    'guestDecide',
    'guestComment',
    'guestPlan',
    'guestPlanRemark',
    'guestPlanDecide',
  ]);
  const ofAccount = /account|password|session|profile|secondfactor|recovery|email|provider|passkey|signin/i;

  it('are said of every root field', () => {
    const { schema } = api.app.get(GraphQLSchemaHost);
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    const unsaid = fields.filter(
      (field) => scopeOfRootField(field) === null && !inPerson.has(field) && !ofAccount.test(field),
    );
    expect(unsaid).toEqual([]);
  });
});
