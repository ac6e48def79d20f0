// npm run schema:print: writes what is made from the code and committed; --check only says whether it differs.
import { explain } from './lib/log.mjs';
import { checkCommitted, writeCommitted } from './lib/committed.mjs';

try {
  if (process.argv.includes('--check')) await checkCommitted();
  else await writeCommitted();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
