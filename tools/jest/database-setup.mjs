import { acquireTestDatabase } from '../../scripts/lib/test-database.mjs';

export default async function setUp() {
  const { env, release } = await acquireTestDatabase();
  Object.assign(process.env, env);
  globalThis.releaseTestDatabase = release;
}
