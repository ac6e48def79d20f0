// Subscribers as the browser is one, as far as the server can tell: a socket each, a real session, graphql-transport-ws. They live in a
// process of their own and read no more of a message than they need: what is measured is the server.
import WebSocket from 'ws';
import { now, type Ear, type EarsReport, type ToEars } from './protocol.ts';

const NEXT = Buffer.from('"type":"next"');
const ENTITY = Buffer.from('"entityId":"');
const ID_LENGTH = 36;
const OPENING_AT_ONCE = 50;

let sockets: WebSocket[] = [];
let silent = new Set<WebSocket>();
let moments: Map<string, number[]> | undefined;
let report = { messages: 0, first: NaN, last: NaN, leaked: 0, lost: 0 };

function hear(socket: WebSocket, { mayHear }: Ear, message: Buffer): void {
  if (message.indexOf(NEXT) === -1) throw new Error(`Unexpected: ${message.toString().slice(0, 300)}`);
  if (!mayHear) {
    report.leaked += 1;
    return;
  }
  const moment = now();
  if (report.messages === 0) report.first = moment;
  report.messages += 1;
  report.last = moment;
  silent.delete(socket);
  if (!moments) return;
  const start = message.indexOf(ENTITY) + ENTITY.length;
  const id = message.toString('latin1', start, start + ID_LENGTH);
  const known = moments.get(id);
  if (known) known.push(moment);
  else moments.set(id, [moment]);
}

function open(ear: Ear, query: string, n: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = new WebSocket(`${ear.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { cookie: ear.cookie },
  });
  sockets.push(socket);
  if (ear.mayHear) silent.add(socket);
  const say = (message: object): void => socket.send(JSON.stringify(message));
  socket.on('open', () => say({ type: 'connection_init', payload: { agencyId: ear.agencyId } }));
  socket.once('message', () => {
    // The first is the acknowledgement.
    say({ id: `live-updates-${n}`, type: 'subscribe', payload: { operationName: 'Happened', query } });
    socket.on('message', (message: Buffer) => hear(socket, ear, message));
    resolve();
  });
  socket.on('error', reject);
  socket.on('close', () => {
    if (sockets.includes(socket)) report.lost += 1;
  });
  return promise;
}

async function act(message: ToEars): Promise<EarsReport | null> {
  if (message.do === 'open') {
    for (let start = 0; start < message.ears.length; start += OPENING_AT_ONCE) {
      const together = message.ears.slice(start, start + OPENING_AT_ONCE);
      await Promise.all(together.map((ear, n) => open(ear, message.query, start + n)));
    }
  } else if (message.do === 'listen') {
    moments = message.moments ? new Map() : undefined;
    report = { messages: 0, first: NaN, last: NaN, leaked: 0, lost: report.lost };
  } else if (message.do === 'report') {
    return { ...report, silent: silent.size, moments: Object.fromEntries(moments ?? []) };
  } else {
    const closing = sockets;
    sockets = [];
    silent = new Set();
    await Promise.all(closing.map((socket) => new Promise((resolve) => socket.once('close', resolve).terminate())));
  }
  return null;
}

process.on('message', (message: ToEars) => {
  void act(message).then((answer) => process.send?.({ answer }));
});
// Between two messages nothing else keeps this process alive.
process.channel?.ref();
process.send?.({ ready: true });
