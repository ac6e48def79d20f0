import { readdirSync, statSync } from 'node:fs';
import { inRoot } from './paths.mjs';

const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The folders of the libraries of these layers: `['libs/tasks/domain', …]`. */
export const librariesOf = (...layers) =>
  readdirSync(inRoot('libs'))
    .sort()
    .flatMap((domain) => layers.map((layer) => `libs/${domain}/${layer}`))
    .filter((folder) => isFolder(inRoot(folder)));
