import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeCodes, LiveServer } from '@planerka/platform/server';
import { agency, sessionCookie, testPrisma, type TestAgency } from '@planerka/testing/server';
import { CloseCode } from 'graphql-ws';
import WebSocket from 'ws';
import { startApi, stopApi, type Api } from '../harness';
import { listenAs, socketAddressOf } from '../sockets';

let api: Api;
let own: TestAgency;
beforeAll(async () => {
  api = await startApi({ SOCKETS_PER_PERSON: '2', SOCKETS_PER_ADDRESS: '12' });
  await api.app.listen(0, '127.0.0.1');
  own = await agency();
});
afterAll(stopApi);

interface Raw {
  say(message: object | string): void;
  /** The next message, parsed. */
  heard(): Promise<unknown>;
  readonly closed: Promise<number>;
  readonly socket: WebSocket;
  end(): void;
}

/** A socket without a client library: what goes over the wire, to the letter. */
async function raw(headers: Readonly<Record<string, string>> = {}, protocols = ['graphql-transport-ws']): Promise<Raw> {
  const socket = new WebSocket(await socketAddressOf(api), protocols, { headers });
  const closed = new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)));
  const messages: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  socket.on('message', (bytes: Buffer) => {
    const message: unknown = JSON.parse(bytes.toString());
    const first = waiting.shift();
    if (first) first(message);
    else messages.push(message);
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return {
    socket,
    closed,
    say: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    heard: () =>
      messages.length > 0 ? Promise.resolve(messages.shift()) : new Promise((resolve) => void waiting.push(resolve)),
    end: () => socket.terminate(),
  };
}
const as = (cookie: string) => ({ cookie });
const subscribe = { id: '1', type: 'subscribe', payload: { query: 'subscription { happened { type } }' } };

describe('graphql-transport-ws', () => {
  it('acknowledges who is signed in, and answers a ping', async () => {
    const { say, heard, end } = await raw(as(own.owner.cookie));
    say({ type: 'connection_init', payload: { agencyId: own.agencyId } });
    expect(await heard()).toEqual({ type: 'connection_ack' });
    say({ type: 'ping', payload: { n: 1 } });
    expect(await heard()).toEqual({ type: 'pong', payload: { n: 1 } });
    end();
  });

  it.each([
    ['who speaks no subprotocol of ours', [], [], CloseCode.SubprotocolNotAcceptable],
    ['who subscribes before they were acknowledged', undefined, [subscribe], CloseCode.Unauthorized],
    ['what is no message', undefined, ['{"type":'], CloseCode.BadRequest],
    ['what the protocol does not know', undefined, [{ type: 'start', id: '1' }], CloseCode.BadRequest],
    [
      'who says who they are twice',
      undefined,
      [{ type: 'connection_init' }, { type: 'connection_init' }],
      CloseCode.TooManyInitialisationRequests,
    ],
  ])('ends %s by its code', async (_, protocols, said, code) => {
    const { say, closed } = await raw(as(own.manager.cookie), protocols);
    for (const message of said) say(message);
    expect(await closed).toBe(code);
  });

  it('ends who never says who they are', async () => {
    const { closed } = await raw(as(own.owner.cookie));
    expect(await closed).toBe(CloseCode.ConnectionInitialisationTimeout);
  });

  it('ends who uses one id for two subscriptions', async () => {
    const { say, heard, closed } = await raw(as(own.owner.cookie));
    say({ type: 'connection_init', payload: { agencyId: own.agencyId } });
    await heard();
    say(subscribe);
    say(subscribe);
    expect(await closed).toBe(CloseCode.SubscriberAlreadyExists);
  });
});

describe('A socket', () => {
  it.each([
    ['nobody', {}],
    ['a session that is none', { cookie: 'planerka.session_token=forged.signature' }],
  ])('is not for %s', async (_, headers) => {
    const { say, closed } = await raw(headers);
    say({ type: 'connection_init' });
    expect(await closed).toBe(CloseCode.Forbidden);
  });

  it('ends with its session, whatever ended that', async () => {
    const { designer } = own;
    const ear = await listenAs(api, { ...designer, cookie: await sessionCookie(designer.userId) });
    const prisma = await testPrisma();
    await prisma.session.updateMany({ where: { userId: designer.userId }, data: { expiresAt: new Date(0) } });
    await api.app.get(LiveServer).review();
    expect(await ear.ended).toMatchObject({ code: CloseCode.Forbidden });
  });

  it('is one of few that a person may hold, and makes room when it closes', async () => {
    const opened = async () => {
      const socket = await raw(as(own.copywriter.cookie));
      socket.say({ type: 'connection_init' });
      return socket;
    };
    const first = await opened();
    await first.heard();
    const second = await opened();
    await second.heard();
    expect(await (await opened()).closed).toBe(closeCodes.tooMany);
    first.end();
    await first.closed;
    // Our own end is closed; the server hears of it a moment later.
    for (;;) {
      const next = await opened();
      const answer = await Promise.race([next.heard(), next.closed]);
      next.end();
      if (typeof answer === 'object') break;
    }
    second.end();
  });

  it('is refused to an address that holds too many', async () => {
    const held: Raw[] = [];
    const refusal = await (async () => {
      for (;;) {
        try {
          held.push(await raw(as(own.owner.cookie)));
        } catch (problem) {
          return String(problem);
        }
      }
    })();
    for (const { end } of held) end();
    expect(refusal).toContain('429');
    expect(held.length).toBeLessThanOrEqual(12);
  });
});
