import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Answering = (response: ServerResponse, received: Received) => void;

export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** From now on. */
  answer(how: Answering): void;
  close(): Promise<void>;
}

/** Where specs let webhooks into the house; 127.0.0.1 stays as closed as it is. */
export const receiverNetwork = '127.0.0.2';

export const status =
  (code: number, text = ''): Answering =>
  (response) =>
    void response.writeHead(code).end(text);

/** A receiver of webhooks, as somebody would run one. */
export async function startReceiver(host = receiverNetwork): Promise<Receiver> {
  const received: Received[] = [];
  let answering: Answering = status(204);
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const one = { headers: request.headers, body: Buffer.concat(parts).toString() };
      received.push(one);
      answering(response, one);
    });
  });
  server.listen(0, host);
  await once(server, 'listening');
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: (how) => void (answering = how),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
