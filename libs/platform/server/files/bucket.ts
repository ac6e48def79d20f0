import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3 } from '@aws-sdk/client-s3';

export interface BucketSettings {
  readonly name: string;
  /** Undefined: Amazon's own. */
  readonly endpoint: string | undefined;
  readonly region: string;
  /** Undefined: what the machine itself is given (a role, a profile). */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /** Before every key: one bucket may serve several products. */
  readonly prefix: string;
}

/** What it has to say it throws, and whoever catches it says so. */
const say = (): void => undefined;
const silent = { trace: say, debug: say, info: say, warn: say, error: say };

/** Keys that one request may delete. */
const atOnce = 1_000;

/** Objects of an S3-compatible store. What is written is there whole or not at all; keys are paths like `files/<agency>/<file>`. */
export class Bucket {
  private client: Promise<S3> | undefined;
  /** What is being fetched: whoever asks meanwhile waits for the same bytes. */
  private readonly fetched = new Map<string, Promise<boolean>>();

  constructor(private readonly settings: BucketSettings) {}

  async push(key: string, path: string): Promise<void> {
    const { size } = await stat(path);
    const s3 = await this.s3();
    await s3.putObject({ ...this.place(key), Body: createReadStream(path), ContentLength: size });
  }

  /** Fetches the object to `path`; false where there is none. */
  pull(key: string, path: string): Promise<boolean> {
    const known = this.fetched.get(path);
    if (known) return known;
    const fetching = this.fetch(key, path).finally(() => this.fetched.delete(path));
    this.fetched.set(path, fetching);
    return fetching;
  }

  async remove(keys: readonly string[]): Promise<void> {
    const s3 = await this.s3();
    for (let from = 0; from < keys.length; from += atOnce) {
      const objects = keys.slice(from, from + atOnce).map((key) => ({ Key: this.place(key).Key }));
      const { Errors: failed = [] } = await s3.deleteObjects({
        Bucket: this.settings.name,
        Delete: { Objects: objects, Quiet: true },
      });
      if (failed[0]) throw new Error(`${failed.length} objects could not be deleted: ${failed[0].Message ?? '?'}`);
    }
  }

  async removeUnder(folder: string): Promise<void> {
    const keys: string[] = [];
    for await (const key of this.keysUnder(folder)) keys.push(key);
    if (keys.length > 0) await this.remove(keys);
  }

  async *keysUnder(folder: string): AsyncGenerator<string> {
    const s3 = await this.s3();
    let page: string | undefined;
    do {
      const found = await s3.listObjectsV2({
        Bucket: this.settings.name,
        Prefix: this.place(`${folder}/`).Key,
        ContinuationToken: page,
      });
      for (const { Key: key = '' } of found.Contents ?? []) yield key.slice(this.settings.prefix.length);
      page = found.NextContinuationToken;
    } while (page);
  }

  private async fetch(key: string, path: string): Promise<boolean> {
    const s3 = await this.s3();
    const { NoSuchKey } = await import('@aws-sdk/client-s3');
    const unfinished = `${path}.${process.pid}.${Date.now()}.unfinished`;
    try {
      const { Body: bytes } = await s3.getObject(this.place(key));
      await mkdir(dirname(path), { recursive: true });
      await pipeline(bytes as Readable, createWriteStream(unfinished, { mode: 0o600 }));
      await rename(unfinished, path);
      return true;
    } catch (problem) {
      await rm(unfinished, { force: true });
      if (problem instanceof NoSuchKey) return false;
      throw problem;
    }
  }

  private place(key: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.settings.name, Key: `${this.settings.prefix}${key}` };
  }

  /** Some megabytes that only those load who have a bucket. */
  private s3(): Promise<S3> {
    const { endpoint, region, credentials } = this.settings;
    return (this.client ??= import('@aws-sdk/client-s3').then(
      ({ S3: Client }) =>
        new Client({
          region,
          ...(credentials && { credentials }),
          // Other stores than Amazon's know no bucket by its host name, and not all of them its newer checksums.
          ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
          requestChecksumCalculation: 'WHEN_REQUIRED',
          responseChecksumValidation: 'WHEN_REQUIRED',
          logger: silent,
        }),
    ));
  }
}
