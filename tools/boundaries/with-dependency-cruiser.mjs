// Prints, per planted file, the rules by which dependency-cruiser refuses it, in a copy of the folders' shape elsewhere.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config from '../../.dependency-cruiser.mjs';
import { DOMAINS } from '../nx/architecture.mjs';
import { ALLOWED, CIRCLE, PAST_THE_DOOR, PLANTED } from './planted.mjs';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'planerka-arrows-')));
const write = (file, code) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), code);
};

const doors = [...DOMAINS, 'platform', 'testing'].flatMap((domain) =>
  ['domain', 'server', 'web'].map((layer) => `libs/${domain}/${layer}/index.ts`),
);

async function rulesAgainst(files) {
  for (const door of doors) write(door, 'export {};');
  write('libs/tasks/domain/inside.ts', 'export {};');
  write('apps/api/src/bootstrap.ts', 'export {};');
  for (const [file, code] of Object.entries(files)) write(file, code);
  const { forbidden, options } = config;
  const { output } = await cruise(
    ['apps', 'libs'],
    { ...options, ruleSet: { forbidden }, validate: true, baseDir: root },
    options.enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(root, 'tsconfig.base.json')) },
  );
  for (const file of Object.keys(files)) rmSync(join(root, file));
  return output.summary.violations.map(({ rule }) => rule.name);
}

try {
  write('package.json', '{}');
  write('tsconfig.base.json', JSON.stringify({ compilerOptions: { paths: { '@planerka/*': ['./libs/*'] } } }));
  symlinkSync(join(import.meta.dirname, '..', '..', 'node_modules'), join(root, 'node_modules'));
  process.chdir(root);
  const answers = {};
  for (const { name, file, code } of [...PLANTED, ...ALLOWED]) answers[name] = await rulesAgainst({ [file]: code });
  answers.circle = await rulesAgainst(CIRCLE);
  answers.door = await rulesAgainst({ [PAST_THE_DOOR.file]: PAST_THE_DOOR.code });
  process.stdout.write(JSON.stringify(answers));
} finally {
  rmSync(root, { recursive: true });
}
