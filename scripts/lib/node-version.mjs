import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from './log.mjs';
import { inRoot } from './paths.mjs';

const MINIMUM = [20, 19];

const isAtLeast = (version, [major, minor]) => {
  const [ours, oursMinor] = version.split('.').map(Number);
  return ours > major || (ours === major && oursMinor >= minor);
};

export function requireNode() {
  if (isAtLeast(process.versions.node, MINIMUM)) return;
  throw new UserError(
    `Planerka needs Node.js ${MINIMUM.join('.')} or newer to start; this is ${process.versions.node}. See https://nodejs.org.`,
  );
}

/** The Node that package-lock.json pins, where it exists for this machine; else the one that is running. */
export function lockedNode() {
  const bin = process.platform === 'win32' ? 'node.exe' : join('bin', 'node');
  const name = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const candidates = [`node-${name}`, `node-bin-${name}`].map((folder) => inRoot('node_modules', folder, bin));
  const works = (path) => existsSync(path) && spawnSync(path, ['--version']).status === 0;
  return candidates.find(works) ?? process.execPath;
}
