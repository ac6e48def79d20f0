import { DeliverableReview } from '@planerka/review/web';
import { TaskPage } from '@planerka/tasks/web/page';
import { useParams } from '@tanstack/react-router';

/** The task's page, with what stands above tasks in its slots. */
export function TaskRoute() {
  const { taskId = '' } = useParams({ strict: false });
  return (
    <TaskPage key={taskId} taskId={taskId} slots={{ deliverable: ({ id }) => <DeliverableReview taskId={id} /> }} />
  );
}
