import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { DOMAINS, LAYERS, PLATFORM, TESTING, usableBy } from './tools/nx/architecture.mjs';

// Without a cached project graph the boundaries rule would skip itself with no more than a warning.
process.env.NX_DAEMON = 'false';
await createProjectGraphAsync({ exitOnError: false });

const tag = (kind) => (value) => `${kind}:${value}`;
const domain = tag('domain');

const depConstraints = [
  ...Object.entries(LAYERS).map(([layer, usable]) => ({
    sourceTag: `layer:${layer}`,
    onlyDependOnLibsWithTags: usable.map(tag('layer')),
  })),
  { sourceTag: domain(PLATFORM), onlyDependOnLibsWithTags: [domain(PLATFORM)] },
  ...DOMAINS.map((name) => ({ sourceTag: domain(name), onlyDependOnLibsWithTags: usableBy(name).map(domain) })),
  { sourceTag: 'scope:app', onlyDependOnLibsWithTags: [PLATFORM, ...DOMAINS].map(domain) },
  { sourceTag: 'scope:seed', onlyDependOnLibsWithTags: [PLATFORM, ...DOMAINS].map(domain) },
];

const boundaries = (constraints, allow = []) => [
  'error',
  {
    allow,
    depConstraints: constraints,
    enforceBuildableLibDependency: false,
    // What is loaded late is decided page by page, by the router, not library by library.
    checkDynamicDependenciesExceptions: ['.*'],
    // Specs set the stage with the testing library, which stands above every domain.
    ignoredCircularDependencies: [[`${TESTING}-server`, '*']],
  },
];

const TEMPORAL = ['Instant', 'PlainDate', 'PlainTime', 'PlainDateTime', 'PlainYearMonth', 'ZonedDateTime', 'Duration'];
const SPECS = ['**/*.spec.ts', '**/*.spec.tsx', `libs/${TESTING}/**`, 'e2e/**'];

// Rules that ask the type checker read the whole program: part of `npm test`, too slow for every save.
const WITH_TYPES = process.env.LINT_TYPES === '1';
const typed = (rules) => (WITH_TYPES ? rules : {});

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      'var/',
      '.nx/',
      'test-results/',
      'screenshots/',
      '**/generated/',
      '**/graphql-env.d.ts',
      'apps/web/public/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [WITH_TYPES ? tseslint.configs.recommendedTypeChecked : tseslint.configs.recommended],
    languageOptions: WITH_TYPES
      ? { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } }
      : // Without types the parser must be told that decorators read imports at run time.
        { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    plugins: { '@nx': nx },
    rules: {
      // The build of the web reads its operations by a tool.
      '@nx/enforce-module-boundaries': boundaries(depConstraints, ['../../tools/operations/**']),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      ...typed({
        '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
        '@typescript-eslint/restrict-template-expressions': [
          'error',
          { allowNumber: true, allow: [{ from: 'package', package: 'temporal-spec', name: TEMPORAL }] },
        ],
        // Small interfaces here are written with methods and taken apart freely.
        '@typescript-eslint/unbound-method': 'off',
        '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      }),
    },
  },
  {
    name: 'the domain is ignorant: no clock, no chance, no waiting, no framework',
    files: ['libs/*/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Date', 'fetch', 'process', 'setTimeout', 'setInterval', 'window', 'document'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Take what was drawn as an argument.' },
        { object: 'Temporal', property: 'Now', message: 'Take the moment as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: ':function[async=true]', message: 'The domain decides at once, on loaded data.' },
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            '@nestjs/*',
            '@prisma/*',
            'node:*',
            'react',
            'react-dom',
            '@mantine/*',
            'graphql',
            'kysely',
            'pg',
            'urql',
          ],
        },
      ],
    },
  },
  {
    files: ['libs/*/web/**/*.{ts,tsx}', 'apps/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // These speak to those who compile with the React Compiler; we do not.
    rules: { 'react-hooks/preserve-manual-memoization': 'off', 'react-hooks/incompatible-library': 'off' },
  },
  {
    name: 'tus answers by throwing its own plain objects',
    files: ['libs/platform/server/files/uploads.ts'],
    rules: { '@typescript-eslint/only-throw-error': 'off' },
  },
  {
    files: SPECS,
    rules: {
      '@nx/enforce-module-boundaries': boundaries(
        [{ sourceTag: '*', onlyDependOnLibsWithTags: ['*'] }],
        // API specs start the real application, and ask what the web asks.
        ['../../apps/api/**', '../../../apps/api/**', '../../../tools/operations/**'],
      ),
      // An answer over HTTP is JSON: what a spec reads of it, it asserts.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
