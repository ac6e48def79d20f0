import {
  GuestBlock,
  GuestButton,
  GuestField,
  GuestHeading,
  GuestPage,
  GuestSteps,
  IconCheck,
  useFormat,
  useLanguage,
  type GuestClient,
} from '@planerka/platform/web/guest';
import { useRef, useState } from 'react';
import { CampaignBlock, ChangesBlock, CommentsBlock, PeopleBlock, RoundsBlock } from './GuestBlocks';
import { GuestCommentMutation, type Approval, type Post, type Remark } from './guest-documents';
import { useT } from './locales';
import type { Pin } from './MediaCarousel';
import { pointOf, type Point } from './point';
import classes from './PostPage.module.css';
import { PostPreview } from './PostPreview';
import { useKeptText } from './use-kept-text';

export interface PostAnswer {
  readonly isGood: boolean;
  readonly comment: string;
}

/** Whether it has been taken; where not, what is wrong, in words, or null where the page says so itself. */
export type Answered = { readonly isTaken: true } | { readonly isTaken: false; readonly problem: string | null };

export interface PostPageProps {
  approval: Approval;
  post: Post;
  index: number;
  isBusy: boolean;
  notice: string | null;
  client: GuestClient;
  onAnswer: (answer: PostAnswer) => Promise<Answered>;
  onBack: (() => void) | undefined;
  onComment: (comment: Remark) => void;
}

/** One post, everything that helps to decide on it, and two large buttons that are always in reach. */
export function PostPage({
  approval,
  post,
  index,
  isBusy,
  notice,
  client,
  onAnswer,
  onBack,
  onComment,
}: PostPageProps) {
  const t = useT();
  const format = useFormat();
  const { language } = useLanguage();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText, forget] = useKeptText(`${approval.sentAt}${post.id}`);
  const [point, setPoint] = useState<Point | null>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isAnswering = useRef(false);
  const { posts, viewerCanDecide } = approval;
  const isMany = posts.length > 1;
  const isLast = index === posts.length - 1;
  const pictured = post.subjects.find(({ kind }) => kind !== 'copy');
  const pins = post.comments.flatMap(({ anchor, isResolved }): Omit<Pin, 'number'>[] => {
    const at = pointOf(anchor);
    return at ? [{ ...at, isResolved }] : [];
  });

  const remark = async (): Promise<boolean> => {
    const subject = point ? pictured : post.subjects[0];
    if (!subject || text.trim() === '') return false;
    setSending(true);
    const said = await client.ask(GuestCommentMutation, {
      input: { subjectId: subject.id, body: text, ...(point && { anchor: point }) },
    });
    setSending(false);
    if (said.status !== 'ok') {
      setProblem(t(said.status));
      return false;
    }
    const result = said.data.guestComment;
    if (result.__typename !== 'GuestCommented') {
      const isLong = result.__typename === 'InvalidInput' && result.issues.some(({ code }) => code === 'too_long');
      setProblem(t(isLong ? 'comments.tooLong' : 'comments.lost'));
      return false;
    }
    onComment(result.comment);
    forget();
    setPoint(null);
    setProblem(null);
    return true;
  };

  const answer = async (isGood: boolean) => {
    const hasOwn = post.comments.some(({ isYours, isResolved }) => isYours && !isResolved);
    if (!isGood && text.trim() === '' && !hasOwn) {
      setProblem(t('comments.needed'));
      field.current?.focus();
      return;
    }
    // A finger that trembles says it once.
    if (isAnswering.current) return;
    isAnswering.current = true;
    try {
      // Of several posts each keeps its own words; of one, the words go with the decision.
      const isOwnRemark = text.trim() !== '' && (isMany || point !== null);
      if (isOwnRemark && !(await remark())) return;
      const answered = await onAnswer({ isGood, comment: isOwnRemark ? '' : text });
      setProblem(answered.isTaken ? null : answered.problem);
      // What was not taken may still be wanted: it stays in its field.
      if (answered.isTaken) forget();
    } finally {
      isAnswering.current = false;
    }
  };

  const day = post.publishAt && format.dayLong(post.publishAt);
  const name = approval.contactName.split(' ')[0] ?? '';
  const weekday = approval.dueAt ? format.weekday(approval.dueAt) : '';
  const due =
    approval.dueAt &&
    t('answerBy', { time: format.time(approval.dueAt), day: language === 'ru' ? weekday.toLowerCase() : weekday });
  // What silence means is told before it can mean anything.
  const silence = due && viewerCanDecide && approval.silence !== 'NOTHING' && t(`silence.${approval.silence}`);
  const lead = [due, silence, approval.message].filter(Boolean).join(' ');
  return (
    <GuestPage
      from={t('from', { agency: approval.agencyName, client: approval.clientName })}
      aside={
        isMany && (
          <GuestSteps
            steps={posts.map((_, at) => (at < index ? 'done' : at === index ? 'current' : 'ahead'))}
            label={t('step', { index: index + 1, count: posts.length })}
          />
        )
      }
      dock={
        viewerCanDecide && (
          <>
            <GuestButton isPrimary isBusy={isBusy} icon={<IconCheck size={20} />} onClick={() => void answer(true)}>
              {t(isLast ? 'decide.approve' : 'decide.approveNext')}
            </GuestButton>
            <GuestButton disabled={isBusy} isBusy={isSending} onClick={() => void answer(false)}>
              {t('decide.changes')}
            </GuestButton>
            <p>{t('decide.note')}</p>
          </>
        )
      }
    >
      {notice && (
        <GuestBlock>
          <p role="alert">{notice}</p>
        </GuestBlock>
      )}
      <GuestHeading
        title={day ? t('greetingPost', { name, day }) : t('greeting', { name, title: post.title })}
        lead={lead || undefined}
      />
      {onBack && <GuestButton onClick={onBack}>{t('decide.back')}</GuestButton>}
      {(post.texts.length > 0 || post.media.length > 0) && (
        <PostPreview
          post={post}
          clientName={approval.clientName}
          pins={pins.map((pin, at) => ({ ...pin, number: at + 1 }))}
          draft={point}
          onPoint={
            viewerCanDecide && pictured
              ? (next) => {
                  setPoint(next);
                  field.current?.focus();
                }
              : undefined
          }
        />
      )}
      {post.campaign && <CampaignBlock campaign={post.campaign} />}
      <ChangesBlock changes={index === 0 ? approval.changes : []} post={post} />
      <PeopleBlock approval={approval} />
      <RoundsBlock rounds={approval.rounds} />
      <CommentsBlock post={post} />
      {viewerCanDecide && (
        <div>
          <GuestField
            label={t(point ? 'comments.labelAt' : 'comments.label')}
            hint={pictured && post.media.length > 0 ? t('comments.hint') : undefined}
            error={problem ?? undefined}
          >
            <textarea
              ref={field}
              value={text}
              placeholder={t('comments.placeholder')}
              aria-invalid={problem !== null}
              onChange={(event) => {
                setText(event.target.value);
                setProblem(null);
              }}
            />
          </GuestField>
          {(point !== null || text.trim() !== '') && (
            <div className={classes.remark}>
              {text.trim() !== '' && (
                <GuestButton isBusy={isSending} onClick={() => void remark()}>
                  {t('comments.add')}
                </GuestButton>
              )}
              {point && <GuestButton onClick={() => setPoint(null)}>{t('comments.unpin')}</GuestButton>}
            </div>
          )}
        </div>
      )}
    </GuestPage>
  );
}
