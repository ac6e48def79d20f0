import { createServer } from 'node:net';
import { UserError } from './log.mjs';

const DEFAULT_PORT = 3000;
const TRIES = 50;

const asked = process.env.PORT || undefined;

/** The port that was asked for, or the first free one from 3000 where nobody asked. */
export async function choosePort() {
  if (asked) return requirePort(asked);
  for (let port = DEFAULT_PORT; port < DEFAULT_PORT + TRIES; port++)
    if ((await blockerOf(port)) === undefined) return port;
  throw new UserError(`The ports ${DEFAULT_PORT}–${DEFAULT_PORT + TRIES - 1} are all taken. Set PORT to a free one.`);
}

/** Runs `work` on such a port; where another program took it in between, on the next. */
export async function onFreePort(work) {
  for (;;) {
    const port = await choosePort();
    try {
      return await work(port);
    } catch (error) {
      if (asked || (await blockerOf(port)) === undefined) throw error;
    }
  }
}

async function requirePort(asked) {
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new UserError(`PORT must be a number from 1 to 65535, not "${asked}".`);
  }
  const blocker = await blockerOf(port);
  if (blocker === 'EADDRINUSE')
    throw new UserError(`The port ${port} is taken by another program. Stop it, or set PORT to another one.`);
  if (blocker === 'EACCES')
    throw new UserError(`This user may not listen on the port ${port}. Set PORT to one above 1023.`);
  if (blocker) throw new UserError(`Planerka cannot listen on the port ${port}: ${blocker}.`);
  return port;
}

async function blockerOf(port) {
  // Both: a program on 127.0.0.1 alone does not hinder listening on all addresses everywhere, but it takes our visitors.
  return (await tryListening(port, '127.0.0.1')) ?? (await tryListening(port));
}

function tryListening(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}

/** Any free port of this machine's own address. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
