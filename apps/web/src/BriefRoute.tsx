import { usePathParam } from '@planerka/platform/web';
import { BriefPage } from '@planerka/tasks/web/brief';

export function BriefRoute() {
  const taskId = usePathParam('taskId');
  return <BriefPage key={taskId} taskId={taskId} />;
}
