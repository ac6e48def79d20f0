import { graphql, Page, QueryView, usePathParam } from '@planerka/platform/web';
import { DeliverableReview, DeliverableReview_task } from '@planerka/review/web';
import { ApprovalDetailsFragment, ApprovalPanel, SendForApprovalDrawer } from '@planerka/review/web/approvals';
import { TaskPage, TaskPage_task } from '@planerka/tasks/web/page';
import { useState } from 'react';
import { useQuery } from 'urql';

/** All of the screen in one operation: the task, its versions and what is said of them, the client's last request. */
const TaskRouteQuery = graphql(
  `
    query TaskRoute($id: ID!, $approvals: ApprovalFilterInput!) {
      task(id: $id) {
        id
        ...TaskPage_task
        ...DeliverableReview_task
      }
      approvals(filter: $approvals, first: 1) {
        nodes {
          ...ApprovalDetails
        }
      }
    }
  `,
  [TaskPage_task, DeliverableReview_task, ApprovalDetailsFragment],
);

/** The task's page, with what stands above tasks in its slots. */
export function TaskRoute() {
  const taskId = usePathParam('taskId');
  return <OneTask key={taskId} taskId={taskId} />;
}

function OneTask({ taskId }: { taskId: string }) {
  const [isSending, setSending] = useState(false);
  const [result, refetch] = useQuery({
    query: TaskRouteQuery,
    // The filter as a whole, not written around its id: so the server compiles the query.
    variables: { id: taskId, approvals: { taskId } },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => refetch({ requestPolicy: 'network-only' });
  const approval = result.data?.approvals.nodes[0];
  return (
    <>
      <Page margins="flush">
        <QueryView result={result} onRetry={reload} select={({ task }) => task}>
          {(task) => (
            <TaskPage
              task={task}
              onReload={reload}
              deliverable={<DeliverableReview task={task} onReload={reload} />}
              approval={approval && <ApprovalPanel approval={approval} />}
              onSendToClient={() => setSending(true)}
            />
          )}
        </QueryView>
      </Page>
      <SendForApprovalDrawer isOpen={isSending} onClose={() => setSending(false)} taskIds={[taskId]} />
    </>
  );
}
