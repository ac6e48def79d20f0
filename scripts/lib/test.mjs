import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { chaos } from './chaos/chaos.mjs';
import { checkCommitted } from './committed.mjs';
import { generate } from './generate.mjs';
import { jestArguments } from './jest.mjs';
import { runJourneys } from './journeys.mjs';
import { lintWithTypes } from './lint.mjs';
import { end, endOnSignals, guarded } from './lifetime.mjs';
import { explain, step } from './log.mjs';
import { inRoot } from './paths.mjs';
import { runForeground } from './process.mjs';
import { checkSizes } from './sizes.mjs';

const REPORTS = inRoot('var', 'test', 'reports');
const node = process.execPath;
const binary = (...path) => inRoot('node_modules', ...path);

/** Each resolves to its counts. */
const CHECKS = {
  format: () => check(binary('prettier/bin/prettier.cjs'), ['--check', '--log-level=warn', '.']),
  lint: async () => one((await lintWithTypes()) ? 'passed' : 'failed'),
  arrows: () =>
    check(binary('dependency-cruiser/bin/dependency-cruiser.mjs'), [
      '--config',
      '.dependency-cruiser.mjs',
      'apps',
      'libs',
      'prisma',
      'e2e',
      'bench',
    ]),
  typecheck: () =>
    all(
      ['server', 'web', 'e2e'].map((runtime) =>
        check(binary('typescript/bin/tsc'), ['-p', `tsconfig.${runtime}.json`]),
      ),
    ),
  committed: () => checkCommitted().then(() => one('passed')),
  domain: () => jest('domain'),
  web: () => jest('web'),
  db: () => jest('db'),
  // A short one; `npm run chaos` goes on as long as it is told to.
  chaos: () =>
    chaos({ rounds: 3, seed: 4, victims: ['the server', 'PostgreSQL', 'everything'] }).then(() => one('passed')),
  sizes: () => checkSizes().then((isLight) => one(isLight ? 'passed' : 'failed')),
  journeys,
};

/** In the order in which they run, the quick and the general first; of a stage at once, where each keeps one core busy and no more. */
const STAGES = [
  ['format', 'arrows'],
  ['lint'],
  ['typecheck', 'committed'],
  ['domain'],
  ['web'],
  ['db'],
  ['chaos'],
  ['sizes'],
  ['journeys'],
];

export async function test(names) {
  endOnSignals();
  await guarded(async () => {
    mkdirSync(REPORTS, { recursive: true });
    await generate();
    let total = NONE;
    for (const stage of STAGES) {
      const wanted = stage.filter((name) => names.length === 0 || names.includes(name));
      for (const counts of await Promise.all(wanted.map(run))) total = sum(total, counts);
    }
    process.stdout.write(`\n${sentence(total)}\n`);
    await end(total.failed > 0 ? 1 : 0);
  });
}

async function run(name) {
  step(`Checking: ${name}`);
  const counts = await CHECKS[name]().catch((error) => {
    explain(error);
    return one('failed');
  });
  step(`${name}: ${sentence(counts)}`);
  return counts;
}

const NONE = { passed: 0, failed: 0, skipped: 0 };
const one = (outcome) => ({ ...NONE, [outcome]: 1 });
const sum = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped });
const sentence = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** A tool that says yes or no counts as one. */
const check = async (script, args) => one((await runForeground(node, [script, ...args])) === 0 ? 'passed' : 'failed');

const all = async (checks) => (await Promise.all(checks)).reduce(sum, NONE);

async function jest(project) {
  const report = freshReport(`jest-${project}`);
  const code = await runForeground(
    node,
    jestArguments(project, ['--ci', '--passWithNoTests', '--json', `--outputFile=${report}`]),
    // The same results as JSON go to the file; on stdout they would only be in the way.
    { stdio: ['inherit', 'ignore', 'inherit'] },
  );
  return counted(code, report, (results) => ({
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: results.numPendingTests + results.numTodoTests,
  }));
}

async function journeys() {
  const report = freshReport('journeys');
  const code = await runJourneys({ report });
  return counted(code, report, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }));
}

function freshReport(name) {
  const report = `${REPORTS}/${name}.json`;
  rmSync(report, { force: true });
  return report;
}

/** A runner that failed counts as a failure even where its report names none. */
function counted(code, report, read) {
  const counts = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : NONE;
  return code !== 0 && counts.failed === 0 ? sum(counts, one('failed')) : counts;
}
