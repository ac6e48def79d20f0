import { build } from './lib/build.mjs';
import { generate } from './lib/generate.mjs';

await generate();
await build();
