import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { manifestOf, webOperations, withIds, type WebOperation } from './web-operations';

const MODULE = /^(?:libs\/[\w-]+\/web|apps\/web\/src)\/.*(?<!\.spec)\.tsx?$/;

/**
 * Gives every operation of the web its id, and writes the ids with their texts for the server: `operations.json` beside the
 * pages. In development there are no ids, and texts are sent.
 */
export function persistedOperations(root: string): Plugin {
  let operations: ReadonlyMap<string, WebOperation> = new Map();
  return {
    name: 'planerka:persisted-operations',
    apply: 'build',
    // Before TypeScript is taken away: documents are read as they are written.
    enforce: 'pre',
    buildStart() {
      operations = webOperations(root);
    },
    transform(code, id) {
      const file = relative(root, id.split('?')[0] ?? '').replaceAll('\\', '/');
      if (!MODULE.test(file) || !code.includes('graphql(')) return null;
      const changed = withIds(code, file, operations);
      // Lines stay where they are, so the map of what comes after holds.
      return changed === null ? null : { code: changed, map: null };
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'operations.json', source: manifestOf(operations.values()) });
    },
  };
}
