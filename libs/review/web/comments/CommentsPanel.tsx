import { CloseButton } from '@mantine/core';
import { EmptyState, Kbd, TabBar, useCommand } from '@planerka/platform/web';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { useT } from '../locales';
import { AddComment, type AnchorInput, type Discussion, type Visibility } from './comment-commands';
import { CommentBox } from './CommentBox';
import classes from './CommentsPanel.module.css';
import { CommentThread } from './CommentThread';
import { momentOf } from './moment';
import { placeThreads, type PlacedThread, type ShownVersion } from './placed-threads';

export interface CommentsPanelProps {
  taskId: string;
  discussion: Discussion;
  version: ShownVersion;
  /** Of the chosen tab, numbered as the version shows them. */
  threads: readonly PlacedThread[];
  tab: Visibility;
  onTab: (tab: Visibility) => void;
  activeId: string | null;
  onChoose: (id: string | null) => void;
  pending: AnchorInput | null;
  onClearPlace: () => void;
  inputRef: RefObject<HTMLTextAreaElement | null>;
  kind: 'copy' | 'design' | 'targeting';
}

const emptyByKind = {
  copy: 'comments.emptyInternalCopy',
  design: 'comments.emptyInternalDesign',
  targeting: 'comments.emptyInternalOther',
} as const;
const placeholderByKind = {
  copy: 'comments.placeholderCopy',
  design: 'comments.placeholderDesign',
  targeting: 'comments.placeholder',
} as const;

/** What the team says to itself and what it says with the client, in two tabs that never share a list. */
export function CommentsPanel(props: CommentsPanelProps) {
  const { taskId, discussion, version, threads, tab, onTab, activeId, onChoose } = props;
  const { pending, onClearPlace, inputRef, kind } = props;
  const t = useT();
  const [add] = useCommand(AddComment);
  const mayWrite = discussion.viewerCanWrite.includes(tab);
  const mayWriteAnywhere = discussion.viewerCanWrite.length > 0;
  useShortcut(mayWrite ? inputRef : null);

  return (
    <section className={classes.panel} aria-label={t('comments.title')}>
      <TabBar
        label={t('comments.title')}
        value={tab}
        onChange={onTab}
        items={[
          {
            value: 'INTERNAL',
            label: t('comments.internal'),
            count: placeThreads(discussion.internal, version).length,
          },
          { value: 'CLIENT', label: t('comments.client'), count: placeThreads(discussion.client, version).length },
        ]}
      >
        {threads.length === 0 ? (
          <EmptyState title={t(tab === 'INTERNAL' ? 'comments.emptyInternal' : 'comments.emptyClient')}>
            {tab === 'CLIENT' ? t('comments.emptyClientText') : mayWriteAnywhere && t(emptyByKind[kind])}
          </EmptyState>
        ) : (
          <ol className={classes.list}>
            {threads.map((placed) => (
              <CommentThread
                key={placed.thread.id}
                placed={placed}
                versionNumber={version.number}
                isActive={placed.thread.id === activeId}
                onChoose={() => onChoose(placed.thread.id === activeId ? null : placed.thread.id)}
              />
            ))}
          </ol>
        )}
      </TabBar>
      {mayWrite && (
        <div className={classes.compose}>
          <CommentBox
            key={tab}
            draftKey={`comment-${taskId}-${tab}`}
            label={pending ? t('comments.withPlace') : t('comments.placeholder')}
            placeholder={t(
              pending
                ? 'comments.withPlace'
                : tab === 'CLIENT'
                  ? 'comments.placeholderClient'
                  : placeholderByKind[kind],
            )}
            send={t('comments.send')}
            inputRef={inputRef}
            onSend={async (body) => {
              const outcome = await add({
                input: { taskId, deliverableId: version.id, visibility: tab, body, anchor: pending },
              });
              if (outcome.status !== 'success' || !('comment' in outcome.result)) return false;
              onClearPlace();
              onChoose(outcome.result.comment.id);
              return true;
            }}
          >
            {pending ? (
              <p className={classes.place}>
                <span className={classes.placeText}>
                  <PlaceText anchor={pending} />
                </span>
                <CloseButton size="sm" aria-label={t('comments.clearPlace')} onClick={onClearPlace} />
              </p>
            ) : (
              tab === 'CLIENT' && <p className={classes.warning}>{t('comments.clientWarning')}</p>
            )}
          </CommentBox>
          {!pending && (
            <span className={classes.key}>
              <Kbd>C</Kbd>
            </span>
          )}
        </div>
      )}
    </section>
  );
}

function PlaceText({ anchor }: { anchor: AnchorInput }): ReactNode {
  const t = useT();
  if ('passage' in anchor) return t('comments.onPassage', { quote: anchor.passage.quote });
  if ('time' in anchor) return t('comments.onMoment', { time: momentOf(anchor.time.at) });
  return t('comments.onPoint');
}

/** «C» puts the cursor in, wherever nobody is typing. */
function useShortcut(input: RefObject<HTMLTextAreaElement | null> | null): void {
  useEffect(() => {
    if (!input) return;
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]');
      // The same key under the Russian layout.
      if (event.code !== 'KeyC' || event.metaKey || event.ctrlKey || event.altKey || isTyping) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [input]);
}
