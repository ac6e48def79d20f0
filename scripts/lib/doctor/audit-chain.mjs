import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../paths.mjs';
import { named } from './words.mjs';

/** The server's own verifier, as the build has it: what seals entries says also whether they are as they were sealed. */
const VERIFIER = inRoot('dist', 'api', 'audit-verify.js');

export async function checkAuditChain({ inEach, ownerUrl }) {
  const counts = await inEach('SELECT count(*)::int AS entries FROM audit_entry');
  const entries = `${counts.reduce((sum, { entries }) => sum + entries, 0)} entries`;
  if (!existsSync(VERIFIER))
    return { problems: [], found: `${entries}; their chain was not followed: npm run build first` };
  const { verifyAuditChains } = await import(pathToFileURL(VERIFIER).href);
  const reports = await verifyAuditChains(ownerUrl);
  const problems = reports.flatMap(({ agencyId, findings }) =>
    named(findings, ({ kind, sequence }) => {
      const place = sequence === undefined ? '' : `, entry ${sequence}`;
      return `The audit log of agency ${agencyId} is not as it was sealed (${kind}${place}).`;
    }),
  );
  return { problems, found: entries };
}
