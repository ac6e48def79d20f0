import type { TypedDocumentNode } from 'urql';
import { documentId, documentText } from './graphql-text';
import { listenLive, type GuestLive } from './guest-live';

export type GuestAnswer<Data> =
  | { readonly status: 'ok'; readonly data: Data }
  /** The network or the server is away. */
  | { readonly status: 'offline' }
  /** The server is of a newer build and takes nothing of this page's. */
  | { readonly status: 'outdated' }
  /** A fault of ours, with its id where there is one. */
  | { readonly status: 'failed'; readonly errorId?: string };

export interface GuestClient {
  ask: <Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ) => Promise<GuestAnswer<Data>>;
  /** Tells by the subscription that something has changed; returns how to stop. */
  listen: <Data>(
    document: TypedDocumentNode<Data, Record<string, never>>,
    told: Pick<GuestLive, 'onChange' | 'onLive'>,
  ) => () => void;
  /** Sent with what is asked from now on. */
  setPin: (pin: string) => void;
}

interface Body {
  data?: unknown;
  errors?: { extensions?: Record<string, unknown> }[];
}

/** The link's token is the guest's only key: it goes in a header, with no cookie, and is kept nowhere. */
export function createGuestClient(token: string): GuestClient {
  let pin: string | undefined;
  const send = async (body: object): Promise<Body | null> => {
    try {
      const response = await fetch('/graphql', {
        method: 'POST',
        credentials: 'omit',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          'x-planerka-csrf': '1',
          'x-planerka-guest': token,
          ...(pin ? { 'x-planerka-pin': pin } : {}),
        },
        body: JSON.stringify(body),
      });
      return (await response.json().catch(() => ({}))) as Body;
    } catch {
      return null;
    }
  };
  return {
    setPin: (next) => {
      pin = next;
    },
    listen: (document, told) => {
      const sha256Hash = documentId(document);
      return listenLive({
        ...told,
        hello: () => ({ guestToken: token, guestPin: pin }),
        operation: {
          byId: sha256Hash ? { query: '', extensions: persisted(sha256Hash) } : undefined,
          asText: { query: documentText(document) },
        },
      });
    },
    ask: async <Data, Variables extends object>(document: TypedDocumentNode<Data, Variables>, variables: Variables) => {
      const sha256Hash = documentId(document);
      let body = sha256Hash ? await send({ variables, extensions: persisted(sha256Hash) }) : {};
      // Another build than this page: its text says what its id does not.
      if (!sha256Hash || hasCode(body, 'PERSISTED_QUERY_NOT_FOUND')) {
        body = await send({ query: documentText(document), variables });
      }
      if (!body) return { status: 'offline' };
      if (body.data && !body.errors?.length) return { status: 'ok', data: body.data as Data };
      if (hasCode(body, 'QUERY_NOT_IN_SAFELIST')) return { status: 'outdated' };
      const errorId = body.errors?.[0]?.extensions?.['errorId'];
      return { status: 'failed', ...(typeof errorId === 'string' ? { errorId } : {}) };
    },
  };
}

const persisted = (sha256Hash: string): object => ({ persistedQuery: { version: 1, sha256Hash } });

const hasCode = (body: Body | null, code: string): boolean =>
  body?.errors?.some(({ extensions }) => extensions?.['code'] === code) ?? false;

/** `/g/<token>` */
export function tokenFromPath(pathname: string): string | undefined {
  return /^\/g\/([\w-]+)\/?$/.exec(pathname)?.[1];
}

/** `/g/plan/<token>` */
export function planTokenFromPath(pathname: string): string | undefined {
  return /^\/g\/plan\/([\w-]+)\/?$/.exec(pathname)?.[1];
}
