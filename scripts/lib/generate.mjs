// Code that is made from a schema and not committed.
import { existsSync } from 'node:fs';
import { step } from './log.mjs';
import { inRoot } from './paths.mjs';
import { spreadPrismaGraph } from './prisma-graph.mjs';
import { runQuietly } from './process.mjs';
import { once } from './stamp.mjs';

const node = process.execPath;
const prismaClient = 'libs/platform/server/database/generated/prisma';

export async function generate() {
  await Promise.all([generatePrisma(), generateGraphqlTypes()]);
}

/** The bundles need only this; the types of the GraphQL schema are for those who edit or check the code. */
export const generatePrisma = () =>
  once('prisma', { sources: ['prisma/schema', 'scripts/lib/prisma-graph.mjs'], output: prismaClient }, async () => {
    step('Generating the database client');
    await runQuietly(
      node,
      [inRoot('node_modules/prisma/build/index.js'), 'generate', '--schema', 'prisma/schema', '--no-hints'],
      {
        // Generating only looks whether the engine is there; any program will do, and the real one may be out of reach.
        env: {
          ...process.env,
          PRISMA_SCHEMA_ENGINE_BINARY: node,
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          CHECKPOINT_DISABLE: '1',
        },
      },
    );
    spreadPrismaGraph(inRoot(prismaClient, 'internal/class.ts'));
  });

async function generateGraphqlTypes() {
  if (!existsSync(inRoot('apps/api/schema.graphql'))) return;
  await once(
    'graphql-types',
    { sources: ['apps/api/schema.graphql', 'tsconfig.web.json'], output: 'libs/platform/web/graphql/graphql-env.d.ts' },
    () => {
      step('Generating the types of the GraphQL schema');
      return runQuietly(node, [
        inRoot('node_modules/gql.tada/bin/cli.js'),
        'generate-output',
        '--tsconfig',
        'tsconfig.web.json',
      ]);
    },
  );
}
