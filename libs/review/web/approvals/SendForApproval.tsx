import { Button, Drawer, Stack } from '@mantine/core';
import { AppLink, EmptyState, IconSend, QueryView, SkeletonRows } from '@planerka/platform/web';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { ApprovalDraftQuery, type SentLink } from './approval-documents';
import { useT } from './locales';

// Its calendar weighs as much as the page it is opened from.
const SendForm = lazy(() => import('./SendForm').then((file) => ({ default: file.SendForm })));
// Wanted once something has been sent.
const SentLinks = lazy(() => import('./SentLinks').then((file) => ({ default: file.SentLinks })));

export interface SendForApprovalDrawerProps {
  isOpen: boolean;
  onClose: () => void;
  taskIds?: readonly string[];
  /** Everything of these publications that has passed its review. */
  itemIds?: readonly string[];
  onSent?: () => void;
}

/** Who decides, until when, what to tell them; then a link for each. */
export function SendForApprovalDrawer({ isOpen, onClose, ...wish }: SendForApprovalDrawerProps) {
  const t = useT();
  const [links, setLinks] = useState<readonly SentLink[] | null>(null);
  const close = () => {
    setLinks(null);
    onClose();
  };
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      title={t(links ? 'send.sentTitle' : 'send.title')}
      position="right"
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      {links ? (
        <Stack>
          <Suspense fallback={<SkeletonRows />}>
            <SentLinks links={links} />
          </Suspense>
          <Button variant="filled" onClick={close}>
            {t('send.done')}
          </Button>
        </Stack>
      ) : (
        isOpen && <SendLoaded {...wish} onLinks={setLinks} />
      )}
    </Drawer>
  );
}

/** Whether something of these has passed its review and waits to be sent. */
export function useWaitsToBeSent({
  taskIds = [],
  itemIds = [],
}: Pick<SendForApprovalDrawerProps, 'taskIds' | 'itemIds'>): boolean {
  const [{ data }] = useQuery({
    query: ApprovalDraftQuery,
    variables: { taskIds: [...taskIds], itemIds: [...itemIds] },
    pause: taskIds.length + itemIds.length === 0,
    requestPolicy: 'cache-and-network',
  });
  return Boolean(data?.approvalDraft);
}

/** The same drawer behind its own button, which is there only where something waits to be sent. */
export function SendForApprovalButton({
  isPrimary = false,
  ...wish
}: Omit<SendForApprovalDrawerProps, 'isOpen' | 'onClose'> & { isPrimary?: boolean }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const waits = useWaitsToBeSent(wish);
  // Once open it stays: what has just been sent is ready no more, and its links are still to be copied.
  if (!isOpen && !waits) return null;
  return (
    <>
      <Button {...(isPrimary && { variant: 'filled' })} leftSection={<IconSend />} onClick={() => setOpen(true)}>
        {t('send.button')}
      </Button>
      <SendForApprovalDrawer isOpen={isOpen} onClose={() => setOpen(false)} {...wish} />
    </>
  );
}

type Wish = Pick<SendForApprovalDrawerProps, 'taskIds' | 'itemIds' | 'onSent'>;

function SendLoaded({
  taskIds = [],
  itemIds = [],
  onSent,
  onLinks,
}: Wish & { onLinks: (links: readonly SentLink[]) => void }) {
  const t = useT();
  const variables = { taskIds: [...taskIds], itemIds: [...itemIds] };
  const [result, refetch] = useQuery({ query: ApprovalDraftQuery, variables, requestPolicy: 'network-only' });
  return (
    <QueryView
      result={result}
      onRetry={() => refetch({ requestPolicy: 'network-only' })}
      select={(data) => ({ draft: data.approvalDraft })}
      skeleton={<SkeletonRows />}
    >
      {({ draft }) => {
        if (!draft) return <EmptyState title={t('send.nothing')}>{t('send.nothingText')}</EmptyState>;
        if (draft.contacts.length === 0) {
          return (
            <EmptyState
              title={draft.client.name}
              action={
                <Button component={AppLink} href={`/clients/${draft.client.id}`}>
                  {t('send.toClient')}
                </Button>
              }
            >
              {t('send.noContacts')}
            </EmptyState>
          );
        }
        return (
          <Suspense fallback={<SkeletonRows />}>
            <SendForm
              draft={draft}
              onSent={(links) => {
                onLinks(links);
                onSent?.();
              }}
            />
          </Suspense>
        );
      }}
    </QueryView>
  );
}
