/** What a server says over graphql-transport-ws, as far as one subscription hears it. */
interface Message {
  readonly type?: string;
  readonly payload?: unknown;
}

export interface GuestLive {
  /** How they say who they are, at every beginning. */
  readonly hello: () => object;
  /** What is subscribed to, by its id and, for a server of another build, as a text. */
  readonly operation: { readonly byId: object | undefined; readonly asText: object };
  /** Something may be different: also at every beginning, for what happened until then. */
  readonly onChange: () => void;
  /** Whether the server tells by itself what happens; where it does not, one has to ask. */
  readonly onLive: (isLive: boolean) => void;
}

/** graphql-ws: Forbidden. The link is closed, and nothing will come by it. */
const forbidden = 4403;
const longestPause = 30_000;

const address = () => `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`;

/**
 * Listens by the transport that the desk listens by. graphql-ws would be a third of what this page still may weigh; it subscribes
 * once, and asks anew for whatever it may have missed.
 */
export function listenLive({ hello, operation, onChange, onLive }: GuestLive): () => void {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let isOver = false;
  let payload = operation.byId ?? operation.asText;

  const come = () => {
    const own = new WebSocket(address(), 'graphql-transport-ws');
    socket = own;
    const say = (message: object) => own.send(JSON.stringify(message));
    own.onopen = () => say({ type: 'connection_init', payload: hello() });
    own.onmessage = ({ data }) => {
      const { type, payload: said } = JSON.parse(String(data)) as Message;
      if (type === 'connection_ack') say({ id: '1', type: 'subscribe', payload });
      if (type === 'ping') say({ type: 'pong' });
      if (type === 'next') {
        tries = 0;
        onLive(true);
        onChange();
      }
      if (type === 'error') {
        // Of another build, that knows the text; what refuses the text as well refuses for good.
        isOver ||= payload === operation.asText || !JSON.stringify(said).includes('PERSISTED_QUERY_NOT_FOUND');
        payload = operation.asText;
        own.close();
      }
    };
    own.onclose = ({ code }) => {
      onLive(false);
      if (isOver) return;
      if (code === forbidden) onChange();
      else timer = setTimeout(come, Math.min(longestPause, 1_000 * 2 ** tries++) * (0.5 + Math.random() / 2));
    };
  };
  come();
  return () => {
    isOver = true;
    clearTimeout(timer);
    socket?.close();
  };
}
