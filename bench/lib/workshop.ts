/** A contender's process, listening. */
export interface RunningServer {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface PageSize {
  readonly name: string;
  readonly size: number;
  readonly bar: number;
}

/** What a bench works with: an empty migrated database and ways to start servers over it. Made by workshop.mjs. */
export interface Workshop {
  /** The role that owns the tables; row-level security holds for it too. */
  readonly ownerUrl: string;
  /** May all, past row-level security too. */
  readonly adminUrl: string;
  /** What PostgreSQL logs. */
  readonly postgresLog: string;
  /** Signs session cookies. */
  readonly secret: string;
  say(sentence: string): void;
  /** The product as it is served: dist/api, production; over another database of the same server where one is named. */
  startApi(database?: string): Promise<RunningServer>;
  /** The demo agency beside whatever is there; resolves to who can sign in to it. */
  loadDemo(): Promise<readonly { readonly role: string; readonly email: string; readonly password: string }[]>;
  /** What each page loads at once: bytes of JavaScript, gzip, and its bar. */
  pageSizes(): Promise<readonly PageSize[]>;
  /** Installs it; false, and said so, where that cannot be done. */
  prepareLighthouse(): Promise<boolean>;
  /** A Chromium (its path, or none where Playwright brought its own), and a port to talk to it. */
  findBrowser(): Promise<{ readonly path: string | undefined; readonly port: number }>;
  /** A program under bench/ that sends `{ port }` once it listens. */
  startScript(script: string): Promise<RunningServer>;
  /** PostGraphile over the same database; null, and said so, where it could not be installed. */
  startPeer(): Promise<RunningServer | null>;
}
