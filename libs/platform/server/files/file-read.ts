import { kindOf, type Id } from '@planerka/platform/domain';
import { sql } from 'kysely';
import * as read from '../reads/columns';
import type { ReadField, ReadType } from '../reads/fields';
import { hasPreviews, type FileObject, type FileRow } from './file.object';
import type { PreviewSize } from './file-urls';

const ruleFor = read.ruleFor<{ readonly agencyId: Id }>();

const id = read.id(sql`f.id`);
const mime = read.text(sql`f.mime`);
const state = read.enumeration<FileRow['state']>(sql`f.state`);
/** Of the epoch: an address is the same for an hour. */
const hour = read.int(sql`floor(extract(epoch FROM ${read.value('at')}::timestamptz) / 3600)`);

const preview = (size: PreviewSize) =>
  ruleFor({ id, mime, state, hour }, (file, { agencyId }, { files }) =>
    hasPreviews(file) ? files.preview(agencyId, file.id, size, file.hour) : null,
  );

/** Rows of `f` file, in a statement that has the instant `at`. Whoever may see the row may have the file. */
export const fileRead: ReadType = {
  name: 'File',
  fields: {
    id,
    name: read.text(sql`f.name`),
    mime,
    kind: ruleFor({ mime }, (file) => kindOf(file.mime)),
    state,
    size: read.float(sql`f.size`),
    width: read.nullable(read.int(sql`f.width`)),
    height: read.nullable(read.int(sql`f.height`)),
    url: ruleFor({ id, hour }, (file, { agencyId }, { files }) => files.original(agencyId, file.id, file.hour)),
    thumbnailUrl: preview(320),
    previewUrl: preview(960),
    largeUrl: preview(1920),
  } satisfies Record<keyof FileObject, ReadField>,
};
