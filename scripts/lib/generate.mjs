// Code that is made from a schema and not committed.
import { existsSync } from 'node:fs';
import { step } from './log.mjs';
import { inRoot } from './paths.mjs';
import { runQuietly } from './process.mjs';
import { once } from './stamp.mjs';

const node = process.execPath;

export async function generate() {
  await Promise.all([generatePrisma(), generateGraphqlTypes()]);
}

/** The bundles need only this; the types of the GraphQL schema are for those who edit or check the code. */
export const generatePrisma = () =>
  once('prisma', { sources: ['prisma/schema'], output: 'libs/platform/server/database/generated/prisma' }, () => {
    step('Generating the database client');
    return runQuietly(
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
