import { Injectable } from '@nestjs/common';
import type { Id } from '@planerka/platform/domain';
import { FileStore, Reader } from '@planerka/platform/server';
import { sql } from 'kysely';

/** A thumbnail as spreadsheets know it: not every one of them shows WebP. */
export interface PlanPicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

const box = { width: 104, height: 78 };
/** A file that people send by mail: of more publications than a busy month has, the first ones are shown. */
const mostPictures = 300;

interface Row {
  readonly itemId: Id;
  readonly fileId: Id;
  readonly preview: 320;
}

/** The picture that each publication will go out with: the first of its finished design, or of what the client is shown now. */
@Injectable()
export class PlanPictures {
  constructor(
    private readonly reader: Reader,
    private readonly store: FileStore,
  ) {}

  async of(agencyId: Id, itemIds: readonly Id[]): Promise<ReadonlyMap<Id, PlanPicture>> {
    const pictures = new Map<Id, PlanPicture>();
    if (itemIds.length === 0) return pictures;
    const rows = await this.reader.ask<Row>(
      { agencyId },
      sql`SELECT DISTINCT ON (t.item_id) t.item_id AS "itemId", f.id AS "fileId", 320 AS preview
          FROM task t
          JOIN deliverable d ON d.agency_id = t.agency_id AND d.task_id = t.id AND d.number = t.deliverable_number
          JOIN deliverable_file df ON df.agency_id = d.agency_id AND df.deliverable_id = d.id
          JOIN file f ON f.agency_id = df.agency_id AND f.id = df.file_id
          WHERE t.agency_id = ${agencyId}::uuid AND t.item_id = ANY(${[...itemIds]}::uuid[])
            AND t.state IN ('done', 'client_review') AND f.state = 'ready' AND 320 = ANY(f.previews)
          ORDER BY t.item_id, t.discipline <> 'design', t.done_at DESC NULLS LAST, df.position, f.id
          LIMIT ${mostPictures}`,
    );
    for (const { itemId, fileId, preview } of rows) {
      const picture = await this.thumbnail(this.store.previewPathOf(agencyId, fileId, preview));
      if (picture) pictures.set(itemId, picture);
    }
    return pictures;
  }

  /** Null where there are no bytes any more: a plan is a plan without them. */
  private async thumbnail(path: string): Promise<PlanPicture | null> {
    if (!(await this.store.has(path))) return null;
    const { default: sharp } = await import('sharp');
    try {
      const { data, info } = await sharp(path)
        .resize(box.width * 2, box.height * 2, { fit: 'inside' })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 80 })
        .toBuffer({ resolveWithObject: true });
      return { bytes: data, width: Math.round(info.width / 2), height: Math.round(info.height / 2) };
    } catch {
      return null;
    }
  }
}
