// What an operator wants to know before an upgrade and after an accident. It only looks, and may look while the product runs:
// the database is seen as it is at one moment.
import { enterAgency, readAgencies } from '../backup/catalogue.mjs';
import { withClient } from '../roles.mjs';
import { checkAuditChain } from './audit-chain.mjs';
import { checkFiles } from './files.mjs';
import { checkJobs } from './jobs.mjs';
import { checkLedger } from './ledger.mjs';
import { checkClock, checkDisk, checkSecrets } from './machine.mjs';
import { checkConstraints, checkMigrations, checkTenancy } from './schema.mjs';

/** In the order in which they are told; the dear one last. */
const CHECKS = {
  migrations: checkMigrations,
  tenancy: checkTenancy,
  constraints: checkConstraints,
  ledger: checkLedger,
  audit: checkAuditChain,
  jobs: checkJobs,
  clock: checkClock,
  disk: checkDisk,
  secrets: checkSecrets,
  files: checkFiles,
};

/**
 * Resolves to `[{ name, problems, found }]`: `problems` are sentences, none where all is well; `found` says what was looked at.
 * With `quick`, files are looked for but not read.
 */
export const examine = ({ dataDir, ownerUrl, bucket = null, quick = false }) =>
  withClient(ownerUrl, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const patient = { client, dataDir, bucket, ownerUrl, quick, ...agenciesOf(client) };
    const findings = [];
    for (const [name, check] of Object.entries(CHECKS))
      findings.push({ name, ...(await examined(client, check, patient)) });
    return findings;
  });

/** What cannot be looked at is a finding like another, and the rest is looked at all the same. */
async function examined(client, check, patient) {
  await client.query('SAVEPOINT examined');
  try {
    return await check(patient);
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT examined');
    return { problems: [`It could not be looked at: ${error.message}.`], found: '' };
  }
}

/** `agencies()` are their ids; `inEach(query)` asks in each of them and resolves to all rows, with their `agency`. */
function agenciesOf(client) {
  const agencies = () => readAgencies(client);
  const inEach = async (text, values) => {
    const all = [];
    for (const agency of await agencies()) {
      await enterAgency(client, agency);
      const { rows } = await client.query(text, values);
      for (const row of rows) all.push({ agency, ...row });
    }
    return all;
  };
  return { agencies, inEach };
}

/** As people read it. */
export function report(findings) {
  const width = Math.max(...findings.map(({ name }) => name.length));
  return findings
    .flatMap(({ name, problems, found }) => [
      `${problems.length === 0 ? '✓' : '✗'} ${name.padEnd(width)}  ${found}`.trimEnd(),
      ...problems.map((problem) => `    ${problem}`),
    ])
    .join('\n');
}

export const isWell = (findings) => findings.every(({ problems }) => problems.length === 0);
