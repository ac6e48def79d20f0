import { cx, toast, useCommand, useFormat } from '@planerka/platform/web';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useT } from '../locales';
import {
  EditComment,
  MakeCommentCriterion,
  ReopenComment,
  ReplyToComment,
  ResolveComment,
  type Words,
} from './comment-commands';
import { CommentBox } from './CommentBox';
import classes from './CommentThread.module.css';
import { momentOf } from './moment';
import { PinMark } from './Pin';
import type { PlacedThread } from './placed-threads';

/** A remark, its answers, and what can be done with it. */
export function CommentThread({
  placed: { thread, number, isCarried, passage },
  versionNumber,
  isActive,
  onChoose,
}: {
  placed: PlacedThread;
  versionNumber: number;
  isActive: boolean;
  onChoose: () => void;
}) {
  const t = useT();
  const root = useRef<HTMLLIElement>(null);
  const [isReplying, setReplying] = useState(false);
  const [resolve, isResolving] = useCommand(ResolveComment);
  const [reopen, isReopening] = useCommand(ReopenComment);
  const [makeCriterion, isMaking] = useCommand(MakeCommentCriterion);
  const [reply] = useCommand(ReplyToComment);
  const isResolved = thread.resolvedAt !== null;
  const input = { commentId: thread.id };
  const isLost = thread.anchor?.__typename === 'PassageAnchor' && passage === null;

  useEffect(() => {
    if (isActive) root.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);

  return (
    <li ref={root} className={cx(classes.thread, isActive && classes.active, isResolved && classes.resolved)}>
      <button
        type="button"
        className={classes.number}
        aria-label={t(isResolved ? 'pins.resolvedPin' : 'pins.pin', { number })}
        aria-pressed={isActive}
        onClick={onChoose}
      >
        <PinMark number={number} isResolved={isResolved} isActive={isActive} />
      </button>
      <div className={classes.content}>
        <CommentWords words={thread} isClients={thread.visibility === 'CLIENT' && thread.authorId === null}>
          {isCarried && thread.deliverableNumber !== null && (
            <span className={classes.quiet}>{t('comments.fromVersion', { number: thread.deliverableNumber })}</span>
          )}
        </CommentWords>
        <Place thread={thread} />
        {isLost && <p className={classes.quiet}>{t('comments.gone', { number: versionNumber })}</p>}
        {thread.replies.map((answer) => (
          <div key={answer.id} className={classes.reply}>
            <CommentWords words={answer} isClients={answer.authorId === null} />
          </div>
        ))}
        {isResolved && thread.resolvedBy && (
          <p className={classes.settled}>{t('comments.resolvedBy', { name: thread.resolvedBy })}</p>
        )}
        {isReplying ? (
          <CommentBox
            draftKey={`reply-${thread.id}`}
            label={t('comments.replyTo', { number })}
            send={t('comments.reply')}
            autoFocus
            onCancel={() => setReplying(false)}
            onSend={async (body) => {
              const outcome = await reply({ input: { ...input, body } });
              if (outcome.status === 'success') setReplying(false);
              return outcome.status === 'success';
            }}
          />
        ) : (
          <p className={classes.actions}>
            {thread.viewerCanMakeCriterion && !isResolved && (
              <button
                type="button"
                className={classes.action}
                disabled={isMaking}
                onClick={async () => {
                  const outcome = await makeCriterion({ input });
                  if (outcome.status === 'success') toast(t('comments.madeCriterion'));
                }}
              >
                {t('comments.toCriteria')}
              </button>
            )}
            {thread.criterionId !== null && <span className={classes.quiet}>{t('comments.inCriteria')}</span>}
            {thread.viewerCanReply && (
              <>
                <button
                  type="button"
                  className={classes.action}
                  disabled={isResolving || isReopening}
                  onClick={() => void (isResolved ? reopen({ input }) : resolve({ input }))}
                >
                  {t(isResolved ? 'comments.reopen' : 'comments.resolve')}
                </button>
                <button type="button" className={classes.action} onClick={() => setReplying(true)}>
                  {t('comments.reply')}
                </button>
              </>
            )}
          </p>
        )}
      </div>
    </li>
  );
}

/** Who said what; its author may correct it. */
function CommentWords({ words, isClients, children }: { words: Words; isClients: boolean; children?: ReactNode }) {
  const t = useT();
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const [edit] = useCommand(EditComment, { onReload: () => setEditing(false) });
  return (
    <>
      <p className={classes.who}>
        <b>{words.isViewers ? t('comments.you') : words.authorName}</b>
        {isClients && <span>{t('comments.guest')}</span>}
        <time dateTime={words.createdAt}>{format.relative(words.createdAt)}</time>
        {words.isEdited && <span>{t('comments.edited')}</span>}
        {children}
        {words.viewerCanEdit && !isEditing && (
          <button type="button" className={cx(classes.action, classes.edit)} onClick={() => setEditing(true)}>
            {t('comments.edit')}
          </button>
        )}
      </p>
      {isEditing ? (
        <CommentBox
          draftKey={`edit-${words.id}-${words.version}`}
          label={t('comments.editing')}
          initial={words.body}
          send={t('comments.save')}
          autoFocus
          onCancel={() => setEditing(false)}
          onSend={async (body) => {
            const outcome = await edit({ input: { commentId: words.id, expectedVersion: words.version, body } });
            if (outcome.status === 'success') setEditing(false);
            return outcome.status === 'success';
          }}
        />
      ) : (
        <p className={classes.body}>{words.body}</p>
      )}
    </>
  );
}

/** What it is about, where a pin does not say it. */
function Place({ thread: { anchor } }: { thread: PlacedThread['thread'] }) {
  const t = useT();
  if (anchor?.__typename === 'PassageAnchor') {
    return <p className={classes.quote}>{t('comments.onPassage', { quote: anchor.quote })}</p>;
  }
  if (anchor?.__typename === 'TimeAnchor') {
    return <p className={classes.quiet}>{t('comments.onMoment', { time: momentOf(anchor.at) })}</p>;
  }
  return null;
}
