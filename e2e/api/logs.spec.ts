import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, databaseWay, type DatabaseWay, type TestAgency } from '@planerka/testing/server';
import { startNode, type Api } from './harness';
import { until } from './sockets';

const lines: string[] = [];
let way: DatabaseWay;
let api: Api;
let own: TestAgency;

beforeAll(async () => {
  way = await databaseWay();
  own = await agency();
  api = await startNode({ DATABASE_URL: way.url, LOG_LEVEL: 'info' }, { write: (line) => void lines.push(line) });
});
afterAll(async () => {
  await api.app.close();
  await way.cut();
});

const lineWith = async (text: string): Promise<string> => {
  await until(() => lines.some((line) => line.includes(text)));
  return lines.find((line) => line.includes(text)) ?? '';
};

describe('The log', () => {
  it('has a line for every request, found by the id that the answer carries', async () => {
    const { headers } = await api.app.inject({ method: 'GET', url: '/tasks?client=1' });
    const line = JSON.parse(await lineWith(String(headers['x-request-id']))) as Record<string, unknown>;
    expect(line).toMatchObject({ context: 'Http', method: 'GET', path: '/tasks', status: 200 });
  });

  it('holds no cookie, token, PIN, password or text of anybody', async () => {
    const secrets = [
      'token-of-a-link',
      'token-of-a-letter',
      '4815',
      'p4ssw0rd-typed',
      'Тайный замысел',
      own.owner.cookie,
    ];
    const headers = {
      cookie: own.owner.cookie,
      'x-planerka-agency': own.agencyId,
      'x-planerka-guest': 'token-of-a-link',
      'x-planerka-pin': '4815',
      authorization: 'Bearer token-of-a-letter',
      referer: 'http://localhost/g/token-of-a-link',
    };
    await api.app.inject({ method: 'GET', url: '/g/token-of-a-link', headers });
    await api.app.inject({ method: 'GET', url: '/invite/token-of-a-letter', headers });
    await api.withHeaders(headers).ask('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', {
      input: { email: own.owner.email, password: 'p4ssw0rd-typed' },
    });
    await api.withHeaders(headers).ask('query ($text: String!) { search(query: $text) { nothing } }', {
      text: 'Тайный замысел',
    });
    const { headers: last } = await api.app.inject({ method: 'GET', url: '/sign-in', headers });
    await lineWith(String(last['x-request-id']));

    const log = lines.join('');
    expect(log).toContain('"path":"/graphql"');
    for (const secret of secrets) expect(log).not.toContain(secret);
  });

  it('has no error for what a stranger is told', async () => {
    const { errors } = await api.anonymous.ask('{ apiTokens { id } }');
    expect(errors[0]?.message).toBe('Sign in first');
    const { headers: last } = await api.app.inject({ method: 'GET', url: '/sign-in' });
    await lineWith(String(last['x-request-id']));
    expect(lines.filter((line) => line.includes('Sign in first'))).toEqual([]);
  });

  it('says what an unexpected error was; the answer says its id alone', async () => {
    await way.cut();
    const { errors } = await api.as(own.owner).ask('{ viewer { name } }');
    await way.mend();
    const [error] = errors;
    const id = String(error?.extensions['id'] ?? error?.extensions['errorId']);
    expect(error?.message).toContain(id);
    expect(JSON.stringify(errors)).not.toMatch(/ECONN|terminated|stack/i);
    const line = JSON.parse(await lineWith(id)) as { level: number; err?: { message?: string } };
    expect(line.level).toBe(50);
    expect(line.err?.message).toMatch(/ECONN|EPIPE|terminated|reach/i);
  });
});
