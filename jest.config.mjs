const common = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json'],
  moduleNameMapper: { '^@planerka/(.*)$': '<rootDir>/libs/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/var/', '<rootDir>/.nx/'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

export default {
  // A loaded machine is no failure: the first spec of a worker compiles what it imports. Jest reads it only here, not in a project.
  testTimeout: 60_000,
  maxWorkers: 2,
  // Every spec imports the server anew, and the modules of the one before never go: a worker of fifty specs would run out of memory.
  workerIdleMemoryLimit: '1.5GB',
  projects: [
    {
      ...common,
      displayName: 'domain',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/libs/*/{domain,server}/**/*.spec.ts',
        '<rootDir>/{apps,prisma,scripts,tools}/**/*.spec.ts',
      ],
      testPathIgnorePatterns: ['/node_modules/', '\\.db\\.spec\\.ts$', '<rootDir>/apps/web/'],
    },
    {
      ...common,
      displayName: 'db',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/{apps,bench,libs,prisma,scripts}/**/*.db.spec.ts', '<rootDir>/e2e/api/**/*.spec.ts'],
      globalSetup: '<rootDir>/tools/jest/database-setup.mjs',
      globalTeardown: '<rootDir>/tools/jest/database-teardown.mjs',
    },
    {
      ...common,
      displayName: 'web',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/libs/*/web/**/*.spec.{ts,tsx}', '<rootDir>/apps/web/**/*.spec.{ts,tsx}'],
      setupFilesAfterEnv: ['<rootDir>/tools/jest/web-setup.ts'],
      moduleNameMapper: {
        ...common.moduleNameMapper,
        '\\.module\\.css$': '<rootDir>/tools/jest/css-module.mjs',
        '\\.(css|svg|png|jpg|woff2)$': '<rootDir>/tools/jest/empty.mjs',
      },
    },
  ],
};
