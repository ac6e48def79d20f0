// npm run lint:types: what `npm test` asks of the code, by itself.
import { lintWithTypes } from './lib/lint.mjs';

process.exitCode = (await lintWithTypes()) ? 0 : 1;
