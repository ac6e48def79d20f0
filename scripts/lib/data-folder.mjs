import { accessSync, constants, mkdirSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { UserError } from './log.mjs';
import { ROOT } from './paths.mjs';

/** DATA_DIR, absolute, made if missing. */
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
