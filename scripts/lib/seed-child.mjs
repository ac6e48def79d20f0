// Runs the bundled seed with the server's environment and hands its logins back.
import { pathToFileURL } from 'node:url';

const { seedDemo } = await import(pathToFileURL(process.argv[2]).href);
const { logins } = await seedDemo();
process.send({ logins }, () => process.exit(0));
