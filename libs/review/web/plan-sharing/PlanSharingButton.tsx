import { Button, Drawer } from '@mantine/core';
import { IconShare, SkeletonRows } from '@planerka/platform/web';
import { lazy, Suspense, useState } from 'react';
import { useT } from './locales';

// Opened now and then: its code comes when it is.
const PlanSharing = lazy(() => import('./PlanSharing').then((file) => ({ default: file.PlanSharing })));

/** «Поделиться планом»: the month, to people of the client, and what they say of it. */
export function PlanSharingButton({ clientId, month }: { clientId: string; month: string }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<IconShare />} onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('title')}
        position="right"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Suspense fallback={<SkeletonRows />}>{isOpen && <PlanSharing clientId={clientId} month={month} />}</Suspense>
      </Drawer>
    </>
  );
}
