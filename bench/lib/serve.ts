import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The hand-written servers' shell: bare node:http on a free port, which the bench is told; without an answer it is 401. */
export function serve(answer: (request: IncomingMessage) => Promise<string | undefined>): void {
  const server = createServer((request, response) => {
    answer(request).then(
      (body) => {
        request.resume();
        response.writeHead(body === undefined ? 401 : 200, { 'content-type': 'application/json; charset=utf-8' });
        response.end(body);
      },
      (error: unknown) => {
        response.writeHead(500).end(String(error));
      },
    );
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
  process.on('SIGTERM', () => process.exit(0));
}
