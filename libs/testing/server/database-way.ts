import { connect, createServer, type Server, type Socket } from 'node:net';
import { testDatabase } from './test-database';

/** A way to this worker's database that can be cut and mended, as networks and restarts do. */
export interface DatabaseWay {
  readonly url: string;
  /** Ends every connection and takes no new one. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function databaseWay(): Promise<DatabaseWay> {
  const { url } = await testDatabase();
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isCut = false;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  };
  const server = createServer((inward) => {
    // It was on its way when the cut came; the server would wait for its end.
    if (isCut) return void inward.destroy();
    const onward = connect(Number(target.port), target.hostname);
    keep(inward);
    keep(onward);
    inward.pipe(onward).pipe(inward);
    inward.once('close', () => onward.destroy());
    onward.once('close', () => inward.destroy());
  });
  const port = await listen(server, 0);
  const through = new URL(url);
  through.host = `127.0.0.1:${port}`;
  return {
    url: through.toString(),
    cut: () =>
      new Promise((resolve) => {
        isCut = true;
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    mend: async () => {
      isCut = false;
      await listen(server, port);
    },
  };
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
