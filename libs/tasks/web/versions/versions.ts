import { briefSchema, type Brief } from '@planerka/tasks/domain';
import { graphql, type ResultOf } from '@planerka/platform/web';

/** Asked when somebody looks at versions: the page itself needs the last one only. */
export const BriefVersionsQuery = graphql(`
  query BriefVersions($id: ID!) {
    task(id: $id) {
      id
      state
      acceptedAt
      viewerIsAssignee
      details {
        briefs {
          id
          number
          data
          dueAt
          issuedAt
          acceptedAt
          issuedBy
          fee {
            amount
            currency
          }
        }
        briefFiles {
          id
          name
          mime
          size
          url
          thumbnailUrl
        }
        activity {
          id
          action
          reason
          details
        }
      }
    }
  }
`);

export type VersionedTask = NonNullable<ResultOf<typeof BriefVersionsQuery>['task']>;
export type BriefVersion = VersionedTask['details']['briefs'][number];

export function readBrief(data: unknown): Brief | null {
  const read = briefSchema.safeParse(data);
  return read.success ? read.data : null;
}

/** What the manager wrote when that version was issued. */
export function reasonOf(task: VersionedTask, number: number): string {
  const step = task.details.activity.findLast(
    ({ action, details }) =>
      (action === 'revise' || action === 'issue') && (details as { brief?: number } | null)?.brief === number,
  );
  return step?.reason ?? '';
}
