import type { TypedDocumentNode } from 'urql';
import { documentText } from './graphql-text';

export type GuestAnswer<Data> =
  | { readonly status: 'ok'; readonly data: Data }
  /** The network or the server is away. */
  | { readonly status: 'offline' }
  /** A fault of ours, with its id where there is one. */
  | { readonly status: 'failed'; readonly errorId?: string };

export interface GuestClient {
  ask: <Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ) => Promise<GuestAnswer<Data>>;
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
  return {
    setPin: (next) => {
      pin = next;
    },
    ask: async <Data, Variables extends object>(document: TypedDocumentNode<Data, Variables>, variables: Variables) => {
      let response: Response;
      try {
        response = await fetch('/graphql', {
          method: 'POST',
          credentials: 'omit',
          headers: {
            'content-type': 'application/json',
            accept: 'application/graphql-response+json, application/json',
            'x-planerka-csrf': '1',
            'x-planerka-guest': token,
            ...(pin ? { 'x-planerka-pin': pin } : {}),
          },
          body: JSON.stringify({ query: documentText(document), variables }),
        });
      } catch {
        return { status: 'offline' };
      }
      const body = (await response.json().catch(() => ({}))) as Body;
      if (body.data && !body.errors?.length) return { status: 'ok', data: body.data as Data };
      const errorId = body.errors?.[0]?.extensions?.['errorId'];
      return { status: 'failed', ...(typeof errorId === 'string' ? { errorId } : {}) };
    },
  };
}

/** `/g/<token>` */
export function tokenFromPath(pathname: string): string | undefined {
  return /^\/g\/([\w-]+)\/?$/.exec(pathname)?.[1];
}
