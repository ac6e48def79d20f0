import { DeliverableReview } from '@planerka/review/web';
import { ApprovalPanel, SendForApprovalDrawer } from '@planerka/review/web/approvals';
import { TaskPage } from '@planerka/tasks/web/page';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';

/** The task's page, with what stands above tasks in its slots. */
export function TaskRoute() {
  const { taskId = '' } = useParams({ strict: false });
  const [isSending, setSending] = useState(false);
  return (
    <>
      <TaskPage
        key={taskId}
        taskId={taskId}
        slots={{
          deliverable: ({ id }) => <DeliverableReview taskId={id} />,
          comments: ({ id }) => <ApprovalPanel taskId={id} />,
          onSendToClient: () => setSending(true),
        }}
      />
      <SendForApprovalDrawer isOpen={isSending} onClose={() => setSending(false)} taskIds={[taskId]} />
    </>
  );
}
