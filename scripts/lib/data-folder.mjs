// DATA_DIR: one running Planerka at a time.
import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { UserError } from './log.mjs';
import { ROOT } from './paths.mjs';
import { commandOf, isAlive } from './process.mjs';

/** The folder, absolute, made if missing. */
export function dataFolder(asked = process.env.DATA_DIR || 'var') {
  const folder = isAbsolute(asked) ? asked : resolve(ROOT, asked);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new UserError(`The data folder ${folder} cannot be written (${error.code}). Set DATA_DIR to another one.`);
  }
  return folder;
}

/** Marks the folder as in use by this process; returns what gives it back. */
export function occupy(folder, address) {
  const file = join(folder, 'planerka.pid');
  const other = occupant(file);
  if (other) throw new UserError(`Planerka already runs with ${folder}: ${other.address} (process ${other.pid}).`);
  writeFileSync(file, JSON.stringify({ pid: process.pid, address }));
  return () => rmSync(file, { force: true });
}

function occupant(file) {
  let recorded;
  try {
    recorded = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
  // After kill -9 the number may belong to anybody, even to our own launcher.
  if (recorded.pid === process.pid || recorded.pid === process.ppid || !isAlive(recorded.pid)) return undefined;
  return /scripts[/\\](start|dev)\.mjs/.test(commandOf(recorded.pid)) ? recorded : undefined;
}
