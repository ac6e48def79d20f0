import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OpenIdProvider {
  readonly issuer: string;
  /** Whom the next one to come is vouched for as. */
  vouch(claims: object): void;
  stop(): Promise<void>;
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** As much of OpenID Connect as signing in takes: discovery, keys, the code flow, and an ID token signed by RS256. */
export async function startOpenIdProvider(clientId: string, port = 0): Promise<OpenIdProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const nonces = new Map<string, string>();
  let vouched: object = {};
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer());
    if (pathname === '/.well-known/openid-configuration')
      return json(response, {
        issuer: issuer(),
        authorization_endpoint: `${issuer()}/authorize`,
        token_endpoint: `${issuer()}/token`,
        jwks_uri: `${issuer()}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (pathname === '/keys')
      return json(response, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      });
    if (pathname === '/authorize') {
      const code = randomUUID();
      nonces.set(code, searchParams.get('nonce') ?? '');
      const back = new URL(searchParams.get('redirect_uri')!);
      back.search = new URLSearchParams({ code, state: searchParams.get('state') ?? '', iss: issuer() }).toString();
      return void response.writeHead(302, { location: back.toString() }).end();
    }
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      const nonce = nonces.get(new URLSearchParams(body).get('code') ?? '');
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: issuer(), aud: clientId, iat: now, exp: now + 300, nonce, ...vouched };
      const unsigned = `${encode({ alg: 'RS256', kid: 'one' })}.${encode(claims)}`;
      const signature = sign('RSA-SHA256', Buffer.from(unsigned), privateKey).toString('base64url');
      const token = { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300 };
      json(response, { ...token, id_token: `${unsigned}.${signature}` });
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer: issuer(),
    vouch: (claims) => (vouched = claims),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const json = (response: ServerResponse, body: object): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
