import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { FileStore } from './file-store';

const day = 24 * 3_600_000;

/** With a bucket alone: what the disk had before moves in at the start, and copies that nobody asks this node for go again. */
@Injectable()
export class FileCopies implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(FileCopies.name);
  private readonly ended = new AbortController();
  private moving: Promise<void> = Promise.resolve();
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: FileStore,
  ) {}

  /** Nobody waits for it: what has not moved in yet is found where it is. */
  onApplicationBootstrap(): void {
    if (!this.config.bucket) return;
    this.moving = this.moveIn().catch((problem: unknown) => {
      this.log.error(problem, 'Files of the disk could not all be brought into the bucket; the next start goes on');
    });
    this.sweep = setInterval(() => void this.forgetUnused(), day / 4).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.sweep);
    this.ended.abort();
    await this.moving;
  }

  /** Copies not used since then. */
  async forgetUnused(since = Date.now() - this.config.bucketCopyDays * day): Promise<void> {
    for (const path of await filesUnder(join(this.config.dataDir, 'copies'))) {
      const facts = await stat(path).catch(() => undefined);
      if (facts && facts.mtimeMs < since) await rm(path, { force: true });
    }
  }

  private async moveIn(): Promise<void> {
    let moved = 0;
    for (const kind of ['files', 'exports']) {
      for (const path of await filesUnder(join(this.config.dataDir, kind))) {
        if (this.ended.signal.aborted) return;
        if (await this.store.moveIn(path)) moved += 1;
      }
    }
    if (moved > 0) this.log.log(`${moved} files of the disk are in the bucket`);
  }
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
