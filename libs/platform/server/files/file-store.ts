import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '@planerka/platform/domain';
import type { Metadata } from 'sharp';
import { CONFIG, type Config } from '../config/config';
import { Bucket } from './bucket';
import { previewSizes, type PreviewSize } from './file-urls';

/** A picture of more pixels than a poster has is an attack on memory, not a creative. */
const pixelLimit = 100_000_000;

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly previews: readonly PreviewSize[];
}

/**
 * The bytes of files: on disk under DATA_DIR/files/<agency>/<file>, or in a bucket by the same keys. Then what lies under
 * DATA_DIR/copies is this node's own copy, which may go at any time.
 */
@Injectable()
export class FileStore {
  private readonly bucket: Bucket | null;
  /** Where this node's bytes lie. */
  private readonly root: string;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.bucket = config.bucket ? new Bucket(config.bucket) : null;
    this.root = this.bucket ? join(config.dataDir, 'copies') : config.dataDir;
  }

  pathOf(agencyId: Id, fileId: Id): string {
    return join(this.root, 'files', agencyId, fileId);
  }

  previewPathOf(agencyId: Id, fileId: Id, size: PreviewSize): string {
    return `${this.pathOf(agencyId, fileId)}.${size}.webp`;
  }

  exportPathOf(agencyId: Id, exportId: Id): string {
    return join(this.root, 'exports', agencyId, `${exportId}.zip`);
  }

  /** Where the copy for people outside is made, by each node for itself. */
  sharedPathOf(agencyId: Id, fileId: Id): string {
    return `${this.pathOf(agencyId, fileId)}.shared`;
  }

  /** Whether there are bytes for this path, fetched now if they have to be. */
  async has(path: string): Promise<boolean> {
    if (existsSync(path)) {
      // A copy that is used is kept.
      if (this.bucket) await utimes(path, new Date(), new Date());
      return true;
    }
    if (!this.bucket) return false;
    if (await this.bucket.pull(this.keyOf(path), path)) return true;
    return this.moveIn(join(this.config.dataDir, this.keyOf(path)));
  }

  /** Takes over a finished file; on the same disk this is a rename. */
  async take(from: string, agencyId: Id, fileId: Id): Promise<void> {
    const to = this.pathOf(agencyId, fileId);
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
  }

  /**
   * A file of the time before there was a bucket, or of a backup that was restored: the bytes at `onDisk` become the bucket's, and
   * this node's copy. False where there are none.
   */
  async moveIn(onDisk: string): Promise<boolean> {
    if (!existsSync(onDisk)) return false;
    const key = relative(this.config.dataDir, onDisk).replaceAll(sep, '/');
    const path = join(this.root, key);
    await mkdir(dirname(path), { recursive: true });
    if (!key.endsWith('.shared')) await this.bucket?.push(key, onDisk);
    await rename(onDisk, path);
    return true;
  }

  /** What was written here is where every node finds it: before anybody is told that it is there. */
  async keep(...paths: readonly string[]): Promise<void> {
    for (const path of this.bucket ? paths : []) await this.bucket?.push(this.keyOf(path), path);
  }

  async remove(agencyId: Id, fileId: Id): Promise<void> {
    const paths = [
      this.pathOf(agencyId, fileId),
      ...previewSizes.map((size) => this.previewPathOf(agencyId, fileId, size)),
    ];
    await this.bucket?.remove(paths.map((path) => this.keyOf(path)));
    await Promise.all([...paths, this.sharedPathOf(agencyId, fileId)].map((path) => rm(path, { force: true })));
  }

  async removeExport(agencyId: Id, exportId: Id): Promise<void> {
    const path = this.exportPathOf(agencyId, exportId);
    await this.bucket?.remove([this.keyOf(path)]);
    await rm(path, { force: true });
  }

  /** All that an agency ever uploaded or exported. */
  async removeAgency(agencyId: Id): Promise<void> {
    for (const folder of ['files', 'exports'].map((kind) => join(this.root, kind, agencyId))) {
      await this.bucket?.removeUnder(this.keyOf(folder));
      await rm(folder, { recursive: true, force: true });
    }
    await rm(join(this.config.dataDir, 'files', agencyId), { recursive: true, force: true });
  }

  /** SHA-256 of the bytes, hex. */
  async hash(path: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
    return hash.digest('hex');
  }

  /** Decodes the whole picture, which is the proof that it is one, and writes its previews. Throws on a broken file. */
  async preparePicture(agencyId: Id, fileId: Id): Promise<Picture> {
    // Eight megabytes that a server needs only once somebody uploads.
    const { default: sharp } = await import('sharp');
    const path = this.pathOf(agencyId, fileId);
    const open = () => sharp(path, { limitInputPixels: pixelLimit, failOn: 'error' });
    const facts = await open().metadata();
    const { width, height, orientation } = facts;
    const turned = (orientation ?? 1) >= 5;
    const isPreview = mayBePreview(facts, (await stat(path)).size);
    for (const size of previewSizes) {
      const preview = this.previewPathOf(agencyId, fileId, size);
      // The smallest is always made: that is the decoding.
      if (isPreview && size !== previewSizes[0] && Math.max(width, height) <= size) await copyFile(path, preview);
      else
        await open()
          .rotate()
          .resize(size, size, { fit: 'inside', withoutEnlargement: true })
          .webp({ quality: 82, effort: 2 })
          .toFile(preview);
    }
    return { width: turned ? height : width, height: turned ? width : height, previews: previewSizes };
  }

  private keyOf(path: string): string {
    return relative(this.root, path).replaceAll(sep, '/');
  }
}

/** Whether a preview of the same size would be no better: of a small file's own format, upright, without a word about its maker. */
const mayBePreview = (facts: Metadata, bytes: number): boolean =>
  facts.format === 'webp' &&
  (facts.orientation ?? 1) === 1 &&
  (facts.pages ?? 1) === 1 &&
  !facts.exif &&
  !facts.xmp &&
  !facts.iptc &&
  !facts.icc &&
  bytes * 8 <= facts.width * facts.height;
