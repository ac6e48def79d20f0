import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';

/** An S3-compatible store with one bucket, in this process. */
export interface ObjectStore {
  /** What a Planerka is told of it. */
  readonly environment: Readonly<Record<`S3_${string}`, string>>;
  /** It is away, and keeps what it has. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** For good. */
  end(): Promise<void>;
}

const bucket = 'creatives';
/** The only ones that this store knows. */
const key = 'S3RVER';

export async function objectStore(): Promise<ObjectStore> {
  const directory = mkdtempSync(join(tmpdir(), 'planerka-objects-'));
  const serverAt = (port: number): S3rver =>
    new S3rver({ address: '127.0.0.1', port, silent: true, directory, configureBuckets: [{ name: bucket }] });
  let server = serverAt(0);
  const { port } = await server.run();
  return {
    environment: {
      S3_BUCKET: bucket,
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY_ID: key,
      S3_SECRET_ACCESS_KEY: key,
      S3_PREFIX: 'planerka/',
    },
    cut: () => server.close(),
    mend: async () => {
      server = serverAt(port);
      await server.run();
    },
    end: async () => {
      await server.close();
      rmSync(directory, { recursive: true });
    },
  };
}
