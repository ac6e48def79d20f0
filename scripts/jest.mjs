// jest.mjs PROJECT [jest's own arguments]: one of Jest's projects (domain, web, db), or some of its specs.
import { jestArguments } from './lib/jest.mjs';
import { runForeground } from './lib/process.mjs';

const [project, ...rest] = process.argv.slice(2);
process.exitCode = await runForeground(process.execPath, jestArguments(project, rest));
