import { Button } from '@mantine/core';
import { PlanPage, type PanelItem } from '@planerka/content-plan/web';
import { IconPlus } from '@planerka/platform/web';
import { SendForApprovalButton } from '@planerka/review/web/approvals';
import { NewTaskDialog } from '@planerka/tasks/web';
import { useState } from 'react';
import { useT } from './locales';

/** A request holds no more than this: a month's plan and to spare. */
const requestLimit = 100;

/** The plan, with what the domains above it put into its places. */
export function PlanRoute() {
  return (
    <PlanPage
      chainAction={(item) => (item.canEdit ? <NewTaskButton key={item.id} item={item} /> : null)}
      panelActions={(item) => (item.canEdit ? <SendForApprovalButton key={item.id} itemIds={[item.id]} /> : null)}
      headerActions={({ itemIds }) => <SendForApprovalButton itemIds={itemIds.slice(0, requestLimit)} />}
    />
  );
}

/** The next link of a publication's chain: a task for it, whose brief is written next. */
function NewTaskButton({ item }: { item: PanelItem }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button fullWidth leftSection={<IconPlus />} onClick={() => setOpen(true)}>
        {t('plan.newTask')}
      </Button>
      {isOpen && <NewTaskDialog item={item} onClose={() => setOpen(false)} />}
    </>
  );
}
