// npm run fuzz: FUZZ_REQUESTS (50,000) hostile requests of FUZZ_SEED against a server on a database of its own.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jestArguments } from './lib/jest.mjs';
import { step } from './lib/log.mjs';
import { runForeground } from './lib/process.mjs';

const { FUZZ_REQUESTS = '50000', FUZZ_SEED = String(Date.now() % 1_000_000_000) } = process.env;
const folder = mkdtempSync(join(tmpdir(), 'planerka-fuzz-'));
const report = join(folder, 'report.json');
const mebibytes = (bytes) => `${Math.round(bytes / 1024 / 1024)} MiB`;
step(`${FUZZ_REQUESTS} requests; FUZZ_SEED=${FUZZ_SEED} sends the same again`);
process.exitCode = await runForeground(process.execPath, jestArguments('db', ['e2e/api/fuzz']), {
  env: { ...process.env, FUZZ_REQUESTS, FUZZ_SEED, FUZZ_REPORT: report },
});
if (existsSync(report)) {
  const { milliseconds, before, halfway, after } = JSON.parse(readFileSync(report, 'utf8'));
  step(
    `${Math.round(milliseconds / 1000)} s; in use ${[before, halfway, after].map(mebibytes).join(', ')}: before, halfway, after`,
  );
}
rmSync(folder, { recursive: true });
