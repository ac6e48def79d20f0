import { Button, Group } from '@mantine/core';
import { PlanPage, type PanelItem, type PlanSummary } from '@planerka/content-plan/web';
import { IconPlus } from '@planerka/platform/web';
import { ItemApproval, SendForApprovalButton, useWaitsToBeSent } from '@planerka/review/web/approvals';
import { PlanSharingButton } from '@planerka/review/web/plan-sharing';
import { ChainDialog, NewTaskDialog } from '@planerka/tasks/web';
import { lazy, type ReactNode, useState } from 'react';
import { useT } from './locales';

/** Opened now and then: its code comes when it is. */
const OpenMeasurementImport = lazy(async () => ({
  default: (await import('@planerka/results/web/import')).OpenMeasurementImport,
}));

/** A request holds no more than this: a month's plan and to spare. */
const requestLimit = 100;

/** The plan, with what the domains above it put into its places. */
export function PlanRoute() {
  return (
    <PlanPage
      chainAction={(item) => (item.canEdit ? <NewTaskButtons key={item.id} item={item} /> : null)}
      panelDetails={(item) => (item.canEdit ? <ItemApproval itemId={item.id} /> : null)}
      panelActions={(item) => (item.canEdit ? <SendForApprovalButton key={item.id} itemIds={[item.id]} /> : null)}
      figuresImport={(of) => <OpenMeasurementImport {...of} />}
      headerActions={(plan, add) => <PlanActions plan={plan} add={add} />}
    />
  );
}

/** The page's next step: to send what is ready, and where nothing is, to plan more. */
function PlanActions({ plan, add }: { plan: PlanSummary; add: (isPrimary: boolean) => ReactNode }) {
  const itemIds = plan.itemIds.slice(0, requestLimit);
  const waits = useWaitsToBeSent({ itemIds });
  return (
    <>
      <PlanSharingButton clientId={plan.clientId} month={plan.month} />
      {add(!waits)}
      <SendForApprovalButton itemIds={itemIds} isPrimary />
    </>
  );
}

/** The work on a publication: all of it at once, or one more task, whose brief is written next. */
function NewTaskButtons({ item }: { item: PanelItem }) {
  const t = useT();
  const [open, setOpen] = useState<'chain' | 'task' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {item.taskIds.length === 0 ? (
        <Group grow gap="xs">
          <Button leftSection={<IconPlus />} onClick={() => setOpen('chain')}>
            {t('plan.chain')}
          </Button>
          <Button variant="subtle" onClick={() => setOpen('task')}>
            {t('plan.newTask')}
          </Button>
        </Group>
      ) : (
        <Button fullWidth leftSection={<IconPlus />} onClick={() => setOpen('task')}>
          {t('plan.newTask')}
        </Button>
      )}
      {open === 'chain' && <ChainDialog item={item} onClose={close} />}
      {open === 'task' && <NewTaskDialog item={item} onClose={close} />}
    </>
  );
}
