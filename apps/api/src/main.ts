import { readConfig } from '@planerka/platform/server';
import { createApp } from './bootstrap';

const config = readConfig(process.env);
const app = await createApp(config);
await app.listen(config.port, config.host);
// The parent process waits for this, not for a line of the log.
process.send?.({ type: 'listening', port: config.port });
