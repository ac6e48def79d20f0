import { DOMAINS, LAYERS, PLATFORM, TESTING, usableBy } from './tools/nx/architecture.mjs';

const SPEC = `\\.spec\\.tsx?$|^libs/${TESTING}/|^e2e/`;
const oneOf = (names) => `(?:${names.join('|')})`;
const DOORS = ['^libs/[^/]+/[^/]+/index\\.ts$', '^libs/[^/]+/[^/]+/[^/]+/index\\.ts$'];
const error = 'error';

const domainOrder = [...DOMAINS, PLATFORM].map((name) => ({
  name: `domain-order-${name}`,
  comment: `${name} uses only what comes before it: ${name === PLATFORM ? 'nothing' : usableBy(name).join(', ')}.`,
  severity: error,
  from: { path: `^libs/${name}/`, pathNot: SPEC },
  to: { path: '^libs/', pathNot: `^libs/${oneOf(name === PLATFORM ? [PLATFORM] : usableBy(name))}/` },
}));

const layers = Object.entries(LAYERS).map(([layer, usable]) => ({
  name: `layer-${layer}`,
  comment: `A library's ${layer} uses only ${usable.join(' and ')}. Server and web meet in schema.graphql alone.`,
  severity: error,
  from: { path: `^(?:libs/[^/]+/${layer}|apps/${layer === 'server' ? 'api' : layer})/`, pathNot: SPEC },
  to: { path: '^libs/[^/]+/', pathNot: `^libs/[^/]+/${oneOf(usable)}/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...domainOrder,
    ...layers,
    {
      name: 'apps-are-last',
      comment: 'Applications compose; nobody imports them (API specs start the real one).',
      severity: error,
      from: { path: '^(?:libs|prisma|scripts)/|^apps/([^/]+)/', pathNot: SPEC },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'through-the-door',
      comment: 'A library is entered by its index.ts, or that of a folder which it offers apart.',
      severity: error,
      from: { path: '^(libs/[^/]+/[^/]+)/', pathNot: SPEC },
      to: { path: '^libs/', pathNot: ['^$1/', ...DOORS] },
    },
    {
      name: 'through-the-door-from-outside',
      severity: error,
      from: { path: '^(?:apps|prisma)/', pathNot: SPEC },
      to: { path: '^libs/', pathNot: DOORS },
    },
    {
      name: 'testing-is-for-specs',
      comment: 'The testing library never reaches what is served.',
      severity: error,
      from: { path: '^(?:libs|apps|prisma)/', pathNot: SPEC },
      to: { path: `^libs/${TESTING}/` },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain knows no framework and no I/O.',
      severity: error,
      from: { path: '^libs/[^/]+/domain/', pathNot: SPEC },
      to: {
        path: 'node_modules/(?:@nestjs|@prisma|@apollo|@mantine|react|urql|graphql|kysely|pg)(?:/|$)|^node:|^(?:fs|http|crypto|path)$',
      },
    },
    {
      name: 'no-circles',
      severity: error,
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    // The bench's peer and Lighthouse have packages of their own, which only the bench installs.
    {
      name: 'resolvable',
      severity: error,
      from: { pathNot: '^bench/(peer|lighthouse)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules|/generated/' },
    exclude: { path: '/dist/|/var/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
