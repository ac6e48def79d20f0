import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { listenLive } from './guest-live';

/** The browser's end of a socket, whose other end is the spec. */
class Socket {
  static readonly opened: Socket[] = [];
  readonly said: { type: string; payload?: { query?: string } }[] = [];
  onopen = (): void => undefined;
  onmessage = (_: { data: string }): void => undefined;
  onclose = (_: { code: number }): void => undefined;

  constructor(
    readonly address: string,
    readonly protocol: string,
  ) {
    Socket.opened.push(this);
  }

  send(text: string): void {
    this.said.push(JSON.parse(text) as (typeof this.said)[number]);
  }
  close(): void {
    this.onclose({ code: 1000 });
  }
  hear(message: object): void {
    this.onmessage({ data: JSON.stringify(message) });
  }
}

const last = (): Socket => Socket.opened.at(-1)!;
const begin = (): void => {
  last().onopen();
  last().hear({ type: 'connection_ack' });
};
const next = { id: '1', type: 'next', payload: { data: { guestChanged: {} } } };

const present = globalThis.WebSocket;
let changes: number;
let isLive: boolean;
let stop: () => void;

beforeEach(() => {
  jest.useFakeTimers();
  globalThis.WebSocket = Socket as unknown as typeof WebSocket;
  Socket.opened.length = 0;
  [changes, isLive] = [0, false];
  stop = listenLive({
    hello: () => ({ guestToken: 'token' }),
    operation: { byId: { query: '', extensions: {} }, asText: { query: 'subscription { text }' } },
    onChange: () => void (changes += 1),
    onLive: (next) => void (isLive = next),
  });
});
afterEach(() => {
  stop();
  globalThis.WebSocket = present;
  jest.useRealTimers();
});

describe('An open page of a client', () => {
  it('says by which link it comes, never in the address, and hears', () => {
    begin();
    expect(last().address).not.toContain('token');
    expect(last().said).toEqual([
      { type: 'connection_init', payload: { guestToken: 'token' } },
      { id: '1', type: 'subscribe', payload: { query: '', extensions: {} } },
    ]);
    expect(isLive).toBe(false);
    last().hear(next);
    last().hear({ type: 'ping' });
    last().hear(next);
    expect({ changes, isLive }).toEqual({ changes: 2, isLive: true });
    expect(last().said.at(-1)).toEqual({ type: 'pong' });
  });

  it('comes again when the server goes, later each time, and from the beginning once it has heard', () => {
    begin();
    last().hear(next);
    last().onclose({ code: 1006 });
    expect(isLive).toBe(false);
    jest.advanceTimersByTime(1_000);
    expect(Socket.opened).toHaveLength(2);
    last().onclose({ code: 1006 });
    jest.advanceTimersByTime(999);
    expect(Socket.opened).toHaveLength(2);
    jest.advanceTimersByTime(1_001);
    expect(Socket.opened).toHaveLength(3);
    begin();
    last().hear(next);
    expect({ changes, isLive }).toEqual({ changes: 2, isLive: true });
    last().onclose({ code: 1006 });
    jest.advanceTimersByTime(1_000);
    expect(Socket.opened).toHaveLength(4);
  });

  it('asks once more where its link is closed, and listens no more', () => {
    begin();
    last().hear(next);
    last().onclose({ code: 4403 });
    jest.advanceTimersByTime(600_000);
    expect({ changes, isLive, sockets: Socket.opened.length }).toEqual({ changes: 2, isLive: false, sockets: 1 });
  });

  it('sends the text to a server that does not know the id, and gives up where that is refused', () => {
    begin();
    last().hear({ id: '1', type: 'error', payload: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
    jest.advanceTimersByTime(1_000);
    begin();
    expect(last().said.at(-1)?.payload?.query).toBe('subscription { text }');
    last().hear({ id: '1', type: 'error', payload: [{ extensions: { code: 'QUERY_NOT_IN_SAFELIST' } }] });
    jest.advanceTimersByTime(600_000);
    expect(Socket.opened).toHaveLength(2);
  });

  it('is silent once the page is gone', () => {
    begin();
    stop();
    jest.advanceTimersByTime(600_000);
    expect(Socket.opened).toHaveLength(1);
  });
});
