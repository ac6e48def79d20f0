import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, stopApi, type Api } from '../harness';

let api: Api;
let port: number;
beforeAll(async () => {
  // Six tenths of a second for headers, nine for a body of JSON, two seconds for an idle connection.
  api = await startApi({ PATIENCE: '0.03' });
  await api.app.listen(0, '127.0.0.1');
  ({ port } = api.app.getHttpServer().address() as AddressInfo);
});
afterAll(stopApi);

async function connected(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  // To write to what the server has ended is the point, not a failure.
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Byte by byte until the other side has had enough: never silent, never done. */
function drip(socket: Socket, byte: string): void {
  const timer = setInterval(() => socket.write(byte), 20);
  socket.once('close', () => clearInterval(timer));
}

/** All that comes until the server closes: there is no other end. */
const untilClosed = (socket: Socket): Promise<string> => text(socket).catch(() => 'reset');

describe('A connection of whoever', () => {
  it('sends headers without an end is told so and closed', async () => {
    const socket = await connected();
    socket.write('GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
    drip(socket, 'a');
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 408 |^reset$/);
  });

  it('sends a question without an end is closed, and nothing is answered', async () => {
    const socket = await connected();
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"query":"',
    );
    drip(socket, ' ');
    expect(await untilClosed(socket)).not.toMatch(/^HTTP\/1\.1 200 /);
  });

  it('says nothing at all is closed', async () => {
    expect(await untilClosed(await connected())).not.toMatch(/^HTTP\/1\.1 200 /);
  });

  it('is answered as often as it asks, and closed when it asks no more', async () => {
    const socket = await connected();
    const asked = 'GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n';
    socket.write(asked + asked);
    expect((await untilClosed(socket)).match(/HTTP\/1\.1 200 /g)).toHaveLength(2);
  });
});
