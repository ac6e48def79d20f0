// Files that break one arrow each, and files that break none. Neither tool's silence is believed without them.
export const PLANTED = [
  { name: 'a domain above', file: 'libs/tasks/domain/planted.ts', code: `import '@planerka/review/domain';` },
  {
    name: 'activity, which only listens',
    file: 'libs/results/server/planted.ts',
    code: `import '@planerka/activity/server';`,
  },
  {
    name: 'a domain from the platform',
    file: 'libs/platform/domain/planted.ts',
    code: `import '@planerka/agency/domain';`,
  },
  {
    name: 'the server from the domain',
    file: 'libs/tasks/domain/planted.ts',
    code: `import '@planerka/platform/server';`,
  },
  { name: 'the web from the domain', file: 'libs/tasks/domain/planted.ts', code: `import '@planerka/platform/web';` },
  { name: 'the web from the server', file: 'libs/tasks/server/planted.ts', code: `import '@planerka/platform/web';` },
  {
    name: 'the server from the web',
    file: 'libs/platform/web/planted.ts',
    code: `import '@planerka/platform/server';`,
  },
  {
    name: 'an application from a library',
    file: 'libs/tasks/server/planted.ts',
    code: `import '../../../apps/api/src/bootstrap';`,
  },
  {
    name: 'the testing library from what is served',
    file: 'libs/tasks/server/planted.ts',
    code: `import '@planerka/testing/server';`,
  },
  { name: 'a framework from the domain', file: 'libs/tasks/domain/planted.ts', code: `import '@nestjs/common';` },
];

export const ALLOWED = [
  { name: 'a domain below', file: 'libs/tasks/domain/planted.ts', code: `import '@planerka/clients/domain';` },
  {
    name: 'the own domain and the platform from the server',
    file: 'libs/tasks/server/planted.ts',
    code: `import '@planerka/tasks/domain';\nimport '@planerka/platform/server';`,
  },
  {
    name: 'everything from the application',
    file: 'apps/api/src/planted.ts',
    code: `import '@planerka/activity/server';`,
  },
  {
    name: 'the testing library from a spec',
    file: 'libs/tasks/server/planted.db.spec.ts',
    code: `import '@planerka/testing/server';`,
  },
];

export const CIRCLE = {
  'libs/tasks/domain/one.ts': `import { two } from './two';\nexport const one = () => two();`,
  'libs/tasks/domain/two.ts': `import { one } from './one';\nexport const two = () => one();`,
};

export const PAST_THE_DOOR = {
  file: 'libs/tasks/server/planted.ts',
  code: `import '@planerka/tasks/domain/inside';`,
};
