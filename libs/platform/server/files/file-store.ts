import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '@planerka/platform/domain';
import type { Metadata } from 'sharp';
import { CONFIG, type Config } from '../config/config';
import { previewSizes, type PreviewSize } from './file-urls';

/** A picture of more pixels than a poster has is an attack on memory, not a creative. */
const pixelLimit = 100_000_000;

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly previews: readonly PreviewSize[];
}

/** The bytes of files, on disk under DATA_DIR/files/<agency>/<file>. */
@Injectable()
export class FileStore {
  private readonly root: string;
  private readonly exports: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.root = join(config.dataDir, 'files');
    this.exports = join(config.dataDir, 'exports');
  }

  pathOf(agencyId: Id, fileId: Id): string {
    return join(this.root, agencyId, fileId);
  }

  previewPathOf(agencyId: Id, fileId: Id, size: PreviewSize): string {
    return `${this.pathOf(agencyId, fileId)}.${size}.webp`;
  }

  exportPathOf(agencyId: Id, exportId: Id): string {
    return join(this.exports, agencyId, `${exportId}.zip`);
  }

  /** All that an agency ever uploaded or exported. */
  async removeAgency(agencyId: Id): Promise<void> {
    for (const root of [this.root, this.exports]) await rm(join(root, agencyId), { recursive: true, force: true });
  }

  /** Where the copy for people outside is made. */
  sharedPathOf(agencyId: Id, fileId: Id): string {
    return `${this.pathOf(agencyId, fileId)}.shared`;
  }

  /** Takes over a finished file; on the same disk this is a rename. */
  async take(from: string, agencyId: Id, fileId: Id): Promise<void> {
    const to = this.pathOf(agencyId, fileId);
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
  }

  async remove(agencyId: Id, fileId: Id): Promise<void> {
    await rm(this.pathOf(agencyId, fileId), { force: true });
    await rm(this.sharedPathOf(agencyId, fileId), { force: true });
    await Promise.all(previewSizes.map((size) => rm(this.previewPathOf(agencyId, fileId, size), { force: true })));
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
