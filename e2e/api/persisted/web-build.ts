import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestOf, webOperations } from '../../../tools/operations/web-operations';

/** The folder of a web build, of which there is the manifest alone. Whoever makes one removes it. */
export async function webBuild(manifest = manifestOf(webOperations().values())): Promise<{
  readonly root: string;
  remove(): Promise<void>;
}> {
  const root = await mkdtemp(join(tmpdir(), 'planerka-web-'));
  await writeFile(join(root, 'operations.json'), manifest);
  return { root, remove: () => rm(root, { recursive: true }) };
}
