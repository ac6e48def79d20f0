import { pathToFileURL } from 'node:url';
import { prepareCode } from './build.mjs';
import { dataFolder } from './data-folder.mjs';
import { prepareDatabase } from './database.mjs';
import { end, endOnSignals, guarded } from './lifetime.mjs';
import { inRoot } from './paths.mjs';
import { readSecrets } from './secrets.mjs';

export async function auditVerify(asked) {
  endOnSignals();
  await guarded(async () => {
    const dataDir = dataFolder();
    await prepareCode();
    const { directUrl } = await prepareDatabase({
      dataDir,
      secrets: readSecrets(dataDir),
      externalUrl: process.env.DATABASE_URL,
      fill: () => {},
    });
    const reports = await auditReports(directUrl);
    process.stdout.write(asked.includes('--json') ? `${JSON.stringify(reports, null, 2)}\n` : told(reports));
    await end(reports.every(({ findings }) => findings.length === 0) ? 0 : 1);
  });
}

/** `[{ agencyId, entries, end: { sequence, hash }, waiting, findings }]`, by the application's role. */
export async function auditReports(appUrl) {
  const { verifyAuditChains } = await import(pathToFileURL(inRoot('dist', 'api', 'audit-verify.js')).href);
  return verifyAuditChains(appUrl);
}

const words = {
  changed: ({ sequence, id }) => `entry ${sequence} (${id}) does not say what was sealed`,
  broken_link: ({ sequence, id }) => `entry ${sequence} (${id}) does not follow the one before it`,
  missing: ({ from, to }) => (from === to ? `entry ${from} is missing` : `entries ${from}–${to} are missing`),
  out_of_order: ({ sequence, id }) => `entry ${sequence} (${id}) stands where another stands`,
  wrong_end: ({ entries, remembered }) =>
    `the log ends with entry ${entries}, and should end with ${remembered ?? 'another'}: its last entries are gone or are not the ones`,
};

function told(reports) {
  const lines = reports.flatMap(({ agencyId, entries, end: last, waiting, findings }) => [
    `${findings.length === 0 ? '✓' : '✗'} ${agencyId}  ${entries} entries, end ${last.sequence}:${last.hash}${waiting > 0 ? `, ${waiting} not sealed yet` : ''}`,
    ...findings.map((finding) => `    ${words[finding.kind](finding)}`),
  ]);
  return `${[...lines, '', 'Keep the ends elsewhere: who can rewrite a whole log cannot rewrite those.'].join('\n')}\n`;
}
