import { BriefPage } from '@planerka/tasks/web/brief';
import { useParams } from '@tanstack/react-router';

export function BriefRoute() {
  const { taskId = '' } = useParams({ strict: false });
  return <BriefPage key={taskId} taskId={taskId} />;
}
