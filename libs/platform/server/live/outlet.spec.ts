import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import WebSocket, { WebSocketServer } from 'ws';
import { closeCodes, Outlet } from './outlet';

const http = createServer();
/** Long for one who reads on at once, and not to be waited for in a spec. */
let patience = 60_000;
let sockets: WebSocketServer;
let reader: WebSocket;
let socket: WebSocket;
let outlet: Outlet;
let heard: string[];
let closed: Promise<number>;

beforeEach(async () => {
  sockets = new WebSocketServer({ server: http });
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  const connected = new Promise<void>((resolve) => {
    sockets.once('connection', (accepted: WebSocket, request: IncomingMessage) => {
      socket = accepted;
      outlet = new Outlet(accepted, request.socket, patience);
      resolve();
    });
  });
  reader = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  heard = [];
  reader.on('message', (message: Buffer) => void heard.push(message.toString().trimEnd()));
  closed = new Promise((resolve) => void reader.once('close', resolve));
  await connected;
  await new Promise((resolve) => void reader.once('open', resolve));
});

afterEach(async () => {
  reader.terminate();
  sockets.close();
  await new Promise((resolve) => void http.close(resolve));
});

/** Larger than what may wait in a socket, and many of them larger than what the system takes for one who does not read. */
const large = (text: string): Buffer => Buffer.from(text.padEnd(256 * 1024));
const many = Array.from({ length: 400 }, (_, n) => `${n}`);

const hears = async (last: string): Promise<void> => {
  while (heard.at(-1) !== last) await new Promise((resolve) => void reader.once('message', resolve));
};

describe('What goes out by a socket', () => {
  it('comes in its order, also to one who stopped reading for a while', async () => {
    reader.pause();
    for (const text of many) outlet.send(large(text), text);
    reader.resume();
    await hears('399');
    expect(heard).toEqual(many);
  });

  it('is for a slow reader the latest of what says the same, after all that came before', async () => {
    reader.pause();
    for (const text of many) outlet.send(large(text), 'the task');
    outlet.send(large('another'), 'another task');
    outlet.send(large('last'), 'the task');
    reader.resume();
    await hears('last');
    expect(heard.slice(-2)).toEqual(['another', 'last']);
    expect(heard.length).toBeLessThan(many.length);
    expect(heard.slice(0, -2)).toEqual(many.slice(0, heard.length - 2));
  });

  it('is an end that makes the reader come again, for one who is too far behind', async () => {
    reader.pause();
    for (const text of [...many, ...many.map((text) => `${text} again`)]) outlet.send(large(text), text);
    for (const text of many) outlet.send(large(text), `${text} and more`);
    reader.resume();
    expect(await closed).toBe(closeCodes.tooSlow);
    expect(heard).toEqual(many.slice(0, heard.length));
  });
});

describe('One who never reads again', () => {
  beforeAll(() => void (patience = 1));

  it('is cut off, and what waited for them is forgotten', async () => {
    const gone = new Promise((resolve) => void socket.once('close', resolve));
    reader.pause();
    for (const text of [...many, ...many.map((text) => `${text} again`)]) outlet.send(large(text), text);
    for (const text of many) outlet.send(large(text), `${text} and more`);
    await gone;
    expect(socket.bufferedAmount).toBe(0);
  });
});
