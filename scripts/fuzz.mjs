// npm run fuzz: FUZZ_REQUESTS (50,000) hostile requests of FUZZ_SEED against a server on a database of its own.
import { jestArguments } from './lib/jest.mjs';
import { step } from './lib/log.mjs';
import { runForeground } from './lib/process.mjs';

const { FUZZ_REQUESTS = '50000', FUZZ_SEED = String(Date.now() % 1_000_000_000) } = process.env;
step(`${FUZZ_REQUESTS} requests; FUZZ_SEED=${FUZZ_SEED} sends the same again`);
process.exitCode = await runForeground(process.execPath, jestArguments('db', ['e2e/api/fuzz']), {
  env: { ...process.env, FUZZ_REQUESTS, FUZZ_SEED },
});
