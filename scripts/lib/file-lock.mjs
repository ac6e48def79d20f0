// Locks between processes that outlive no process: the file names its holder, and a dead one holds nothing.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { step, UserError } from './log.mjs';
import { isAlive } from './process.mjs';

const cannotWrite = (folder, code) =>
  `This user cannot write to ${folder} (${code}), where Planerka installs and builds. Run it as the owner of the folder, or clone it anew.`;

/** Returns what unlocks it, or undefined while another process has it. */
export function tryFileLock(file) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return () => rmSync(file, { force: true });
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw new UserError(cannotWrite(dirname(file), error.code));
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld(file)) rmSync(file, { force: true });
    return undefined;
  }
}

/** Does the work while no other process does work under the same lock. */
export async function withFileLock(file, waiting, work) {
  let unlock = tryFileLock(file);
  if (!unlock) unlock = tryFileLock(file);
  if (!unlock) step(waiting);
  while (!unlock) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    unlock = tryFileLock(file);
  }
  try {
    return await work();
  } finally {
    unlock();
  }
}

function isHeld(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    // Empty for the moment in which its holder writes it.
    return holder === 0 || (holder !== process.pid && isAlive(holder));
  } catch {
    return true;
  }
}
