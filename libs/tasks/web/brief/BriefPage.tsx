import { useViewerMemberId } from '@planerka/agency/web/viewer';
import { graphql, Page, QueryView, readFragment, useGo } from '@planerka/platform/web';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { BriefDesk, BriefDesk_task } from './BriefDesk';
import { BriefDraft_task } from './save-draft';

const BriefPageQuery = graphql(
  `
    query BriefPage($id: ID!) {
      task(id: $id) {
        id
        ...BriefDraft_task
        ...BriefDesk_task
      }
    }
  `,
  [BriefDraft_task, BriefDesk_task],
);

/** Writing a brief: saved as it is typed, with what it lacks at the side. */
export function BriefPage({ taskId }: { taskId: string }) {
  const go = useGo();
  const memberId = useViewerMemberId();
  const [result, refetch] = useQuery({
    query: BriefPageQuery,
    variables: { id: taskId },
    requestPolicy: 'cache-and-network',
  });
  const task = result.data?.task;
  const isReader = task ? readFragment(BriefDraft_task, task).details.draft === null : false;
  // Who may not write it reads it where it belongs.
  useEffect(() => {
    if (isReader) go(`/tasks/${taskId}`, { replace: true });
  }, [go, isReader, taskId]);
  return (
    <Page margins="flush">
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={(data) => data.task}
      >
        {(loaded) => {
          const { draft } = readFragment(BriefDraft_task, loaded).details;
          return draft && <BriefDesk key={loaded.id} task={loaded} memberId={memberId} />;
        }}
      </QueryView>
    </Page>
  );
}
