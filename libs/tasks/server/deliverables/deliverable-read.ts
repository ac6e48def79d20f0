import { memberRule } from '@planerka/agency/server';
import { fileRead, read, type FileObject, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { DeliverableObject, FindingObject } from '../tasks/task-details.object';

const author = read.join(
  'author',
  sql`LEFT JOIN member author ON author.agency_id = v.agency_id AND author.id = v.submitted_by_id`,
);

/** Rows of `v` deliverable. */
export const deliverableRead: ReadType = {
  name: 'Deliverable',
  fields: {
    id: read.id(sql`v.id`),
    number: read.int(sql`v.number`),
    content: read.json(sql`v.data`),
    note: read.text(sql`v.note`),
    contentHash: read.text(sql`v.content_hash`),
    // Found once, when it was submitted.
    findings: memberRule({ found: read.json(sql`v.preflight`) }, ({ found }) => found as readonly FindingObject[]),
    submittedAt: read.instant(sql`v.submitted_at`),
    submittedBy: read.text(sql`coalesce(author.name, '')`, author),
    files: read.many<FileObject>(
      () => fileRead,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY df.position)
        FROM deliverable_file df JOIN file f ON f.agency_id = df.agency_id AND f.id = df.file_id
        WHERE df.agency_id = v.agency_id AND df.deliverable_id = v.id)`,
    ),
  } satisfies Record<keyof DeliverableObject, ReadField>,
};
