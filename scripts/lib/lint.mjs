// Every rule, those that ask the type checker included.
import { generate } from './generate.mjs';
import { inRoot } from './paths.mjs';
import { runForeground } from './process.mjs';

const PAGES = ['apps/web/src/**', 'libs/*/web/**'];

/** The pages in one half and everything else in the other: each loads only the program it needs, and both run at once. */
const HALVES = [PAGES, ['.', ...PAGES.flatMap((pattern) => ['--ignore-pattern', pattern])]];

/** True where nothing was found. */
export async function lintWithTypes() {
  // What cannot be resolved has no type, and every use of it would be a finding.
  await generate();
  const codes = await Promise.all(
    HALVES.map((files) =>
      runForeground(process.execPath, [inRoot('node_modules/eslint/bin/eslint.js'), '--max-warnings=0', ...files], {
        env: { ...process.env, LINT_TYPES: '1' },
      }),
    ),
  );
  return codes.every((code) => code === 0);
}
