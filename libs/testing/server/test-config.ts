import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '@planerka/platform/server';
import { testDatabase } from './test-database';

export const testSecret = 'a-secret-of-the-tests-and-of-nothing-else';

/** The configuration of a server over this worker's database. */
export async function testConfig(overrides: NodeJS.ProcessEnv = {}): Promise<Config> {
  const { url } = await testDatabase();
  return readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: url,
    DATABASE_POOL: '10',
    SECRET: testSecret,
    PORT: '0',
    // Every spec makes agencies of its own.
    REGISTRATION: 'open',
    HOST: '127.0.0.1',
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    // 1 runs every spec with compiled queries.
    GRAPHQL_JIT: process.env['GRAPHQL_JIT'],
    // No build of the web: specs ask in their own words. One about known operations names a folder that has them.
    WEB_ROOT: join(tmpdir(), 'planerka-no-web'),
    DATA_DIR: join(tmpdir(), `planerka-test-${process.pid}`),
    ...overrides,
  });
}
