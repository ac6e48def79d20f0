import { prepareCode } from './lib/build.mjs';

await prepareCode();
