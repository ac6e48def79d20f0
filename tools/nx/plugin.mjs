// Nx projects and their tags from the folders alone: libs/tasks/server is `tasks-server`, tagged domain:tasks and layer:server.
import { dirname } from 'node:path';

const KINDS = [
  {
    folder: /^libs\/([\w-]+)\/(domain|server|web)$/,
    project: ([, domain, layer]) => ({
      name: `${domain}-${layer}`,
      projectType: 'library',
      tags: [`domain:${domain}`, `layer:${layer}`],
    }),
  },
  {
    folder: /^apps\/([\w-]+)$/,
    project: ([, app]) => ({
      name: app,
      projectType: 'application',
      tags: ['scope:app', `layer:${app === 'web' ? 'web' : 'server'}`],
    }),
  },
  { folder: /^e2e$/, project: () => ({ name: 'e2e', projectType: 'application', tags: ['scope:e2e'] }) },
  {
    folder: /^prisma\/seed$/,
    project: () => ({ name: 'seed', projectType: 'library', tags: ['scope:seed', 'layer:server'] }),
  },
];

const SIGNS =
  '{libs/*/{domain,server,web}/index.ts,apps/*/vite.config.ts,e2e/playwright.config.ts,prisma/seed/index.ts}';

function inferred(file) {
  const root = dirname(file);
  for (const { folder, project } of KINDS) {
    const match = folder.exec(root);
    if (match) return { projects: { [root]: { root, sourceRoot: root, ...project(match) } } };
  }
  return {};
}

export const name = 'planerka-folders';
export const createNodesV2 = [SIGNS, (files) => files.map((file) => [file, inferred(file)])];
