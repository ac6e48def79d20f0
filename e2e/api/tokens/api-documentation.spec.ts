import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from '../harness';

const run = promisify(execFile);

/** What the examples want of jq, for machines that have none: paths, `-r`, and making a body of two arguments. */
const jq = `#!${process.execPath}
const args = process.argv.slice(2);
const named = (flag) => args[args.indexOf(flag) + 2];
if (args.includes('-n')) {
  console.log(JSON.stringify({ query: named('--arg'), variables: JSON.parse(named('--argjson')) }));
} else {
  const path = args.at(-1).replaceAll('[', '.').replaceAll(']', '').split('.').filter(Boolean);
  let value = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  for (const key of path) value = value?.[key];
  console.log(args.includes('-r') && typeof value === 'string' ? value : JSON.stringify(value ?? null));
}
`;

let api: Api;
let mayak: TestAgency;
let folder: string;
beforeAll(async () => {
  api = await startApi();
  await api.app.listen(0, '127.0.0.1');
  mayak = await agency();
  folder = await mkdtemp(join(tmpdir(), 'planerka-api-doc-'));
  const has = await run('jq', ['--version']).then(
    () => true,
    () => false,
  );
  if (!has) await writeFile(join(folder, 'jq'), jq, { mode: 0o755 });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await stopApi();
});

async function tokenOf(member: TestMember, scopes: readonly string[]): Promise<string> {
  const { createApiToken } = await api
    .as(member)
    .run(
      `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { ... on ApiTokenCreated { token } } }`,
      { input: { name: 'Пример', scopes, expiresInDays: 7 } },
    );
  return createApiToken.token;
}

describe('docs/API.md', () => {
  it('leads from a client to the client’s word, as it is written', async () => {
    const text = await readFile(join(process.cwd(), 'docs', 'API.md'), 'utf8');
    const blocks = [...text.matchAll(/```bash\n(.*?)```/gs)].map(([, block]) => block);
    expect(blocks.length).toBeGreaterThanOrEqual(6);
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', blocks.join('\n')], {
      env: {
        ...process.env,
        PATH: `${folder}:${process.env['PATH']}`,
        PLANERKA: await api.app.getUrl(),
        MANAGER: await tokenOf(mayak.manager, [
          'agency:read',
          'clients:write',
          'campaigns:write',
          'plan:write',
          'tasks:write',
          'approvals:write',
        ]),
        WRITER: await tokenOf(mayak.copywriter, ['agency:read', 'tasks:write']),
      },
    });
    const said = stdout.trim().split('\n');
    expect(said.slice(0, 4).map((line) => [JSON.parse(line).__typename, JSON.parse(line).task?.state ?? null])).toEqual(
      [
        ['TaskSuccess', null],
        ['TaskSuccess', 'ISSUED'],
        ['TaskSuccess', 'IN_PROGRESS'],
        ['TaskSuccess', 'IN_REVIEW'],
      ],
    );
    const token = /\/g\/(\S+)/.exec(said[4] ?? '')?.[1] ?? '';
    expect(JSON.parse(said[5] ?? '')).toMatchObject({ state: 'CLIENT_REVIEW', item: { title: 'Стол за минуту' } });

    const client = api.withHeaders({ 'x-planerka-guest': token });
    const { guestApproval } = await client.run('{ guestApproval { ... on GuestApproval { contentHash } } }');
    const decided = await client.run(
      'mutation ($input: GuestDecideInput!) { guestDecide(input: $input) { __typename } }',
      { input: { decision: 'APPROVE', contentHash: guestApproval.contentHash } },
    );
    expect(decided).toEqual({ guestDecide: { __typename: 'GuestDecided' } });
    // Thirty programs one after the other; a loaded machine is no failure.
  }, 240_000);
});
