import { inRoot } from './paths.mjs';

/** Node's arguments that run one Jest project; ES modules in Jest still need Node's experimental flag. */
export const jestArguments = (project, rest = []) => [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  inRoot('node_modules', 'jest', 'bin', 'jest.js'),
  ...rest,
  '--selectProjects',
  project,
];
