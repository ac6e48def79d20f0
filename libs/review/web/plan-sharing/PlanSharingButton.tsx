import { Button, Drawer } from '@mantine/core';
import { IconShare, SkeletonRows, useSearchParam } from '@planerka/platform/web';
import { lazy, Suspense } from 'react';
import { useT } from '../approvals/locales';

// Opened now and then: its code comes when it is.
const PlanSharing = lazy(() => import('./PlanSharing').then((file) => ({ default: file.PlanSharing })));

/** «Поделиться планом»: the month, to people of the client, and what they say of it. */
export function PlanSharingButton({ clientId, month }: { clientId: string; month: string }) {
  const t = useT();
  // a link may lead straight to it
  const [share, setShare] = useSearchParam('share');
  const isOpen = share !== null;
  return (
    <>
      <Button leftSection={<IconShare />} onClick={() => setShare('1')}>
        {t('share.button')}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setShare(null)}
        title={t('share.title')}
        position="right"
        closeButtonProps={{ 'aria-label': t('share.close') }}
      >
        <Suspense fallback={<SkeletonRows />}>{isOpen && <PlanSharing clientId={clientId} month={month} />}</Suspense>
      </Drawer>
    </>
  );
}
