// npm run audit:verify [-- --json]: looks through every agency's audit log; exits 1 where it is not as it was
// sealed. The ends it prints are worth keeping elsewhere.
import { bootstrap } from './lib/bootstrap.mjs';

if (await bootstrap(import.meta.url)) {
  const { auditVerify } = await import('./lib/audit-verify.mjs');
  await auditVerify(process.argv.slice(2));
}
