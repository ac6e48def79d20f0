import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Id } from '@planerka/platform/domain';
import { FileStore, type Config, type PreviewSize } from '@planerka/platform/server';
import { drawClientLogo, isBrandName, renderPicture, renderSvg, type PictureSpec } from '../pictures';

export interface StoredPicture {
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly previews: readonly PreviewSize[];
}

/** Draws pictures into the file store as uploads would lie there; the same picture is drawn once. */
export class PictureGallery {
  private readonly store: FileStore;
  private readonly drawn = new Map<string, Promise<{ fileId: Id; picture: StoredPicture }>>();

  constructor(
    config: Pick<Config, 'dataDir'>,
    private readonly agencyId: Id,
  ) {
    this.store = new FileStore(config as Config);
  }

  async draw(fileId: Id, spec: PictureSpec): Promise<StoredPicture> {
    const key = JSON.stringify(spec);
    const known = this.drawn.get(key);
    if (known) return this.copy(await known, fileId);
    const drawing = renderPicture(spec)
      .then(({ bytes }) => this.keep(fileId, bytes))
      .then((picture) => ({ fileId, picture }));
    this.drawn.set(key, drawing);
    return (await drawing).picture;
  }

  async drawLogo(fileId: Id, client: string): Promise<StoredPicture> {
    if (!isBrandName(client)) throw new Error(`Nobody has drawn a mark for ${client}`);
    const { bytes } = await renderSvg(drawClientLogo(client), 'png');
    return this.keep(fileId, bytes);
  }

  private async keep(fileId: Id, bytes: Buffer): Promise<StoredPicture> {
    const path = this.store.pathOf(this.agencyId, fileId);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    const { width, height, previews } = await this.store.preparePicture(this.agencyId, fileId);
    return { sha256: await this.store.hash(path), width, height, size: bytes.length, previews };
  }

  private async copy(
    { fileId: from, picture }: { fileId: Id; picture: StoredPicture },
    to: Id,
  ): Promise<StoredPicture> {
    const { agencyId, store } = this;
    await copyFile(store.pathOf(agencyId, from), store.pathOf(agencyId, to));
    for (const size of picture.previews) {
      await copyFile(store.previewPathOf(agencyId, from, size), store.previewPathOf(agencyId, to, size));
    }
    return picture;
  }
}
