import { GuestButton, type GuestClient } from '@planerka/platform/web/guest';
import { useState } from 'react';
import { ClosedPage } from './ClosedPage';
import { GuestDecideMutation, type Approval } from './guest-documents';
import { useT } from './locales';
import { PostPage, type Answered, type PostAnswer } from './PostPage';

export interface DecisionPageProps {
  approval: Approval;
  client: GuestClient;
  onChange: (approval: Approval) => void;
  onReload: () => Promise<void>;
}

/** Post after post; the word is sent once, with the last one. */
export function DecisionPage({ approval, client, onChange, onReload }: DecisionPageProps) {
  const t = useT();
  const [index, setIndex] = useState(0);
  const [changesIn, setChangesIn] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const [isAgain, lookAgain] = useState(false);
  const [hasSpoken, setSpoken] = useState(false);
  const { posts } = approval;
  const [seenHash, setSeenHash] = useState(approval.contentHash);
  // Something has left the question while it lay open: what was said so far was said of something else.
  if (seenHash !== approval.contentHash) {
    setSeenHash(approval.contentHash);
    setIndex(0);
    setChangesIn([]);
    setNotice(`${t('stale.title')}. ${t('stale.text')}`);
  }
  const post = posts[Math.min(index, posts.length - 1)];

  if (!approval.viewerCanDecide && !isAgain) {
    return (
      <ClosedPage approval={approval} hasSpoken={hasSpoken}>
        {post && <GuestButton onClick={() => lookAgain(true)}>{t('done.look')}</GuestButton>}
      </ClosedPage>
    );
  }
  if (!post) return null;

  const reload = async (words: string) => {
    await onReload();
    setIndex(0);
    setChangesIn([]);
    setNotice(words);
    window.scrollTo({ top: 0 });
  };

  const answer = async ({ isGood, comment }: PostAnswer): Promise<Answered> => {
    const wanted = [...changesIn.filter((id) => id !== post.id), ...(isGood ? [] : [post.id])];
    setChangesIn(wanted);
    setNotice(null);
    if (index < posts.length - 1) {
      setIndex(index + 1);
      window.scrollTo({ top: 0 });
      return { isTaken: true };
    }
    setBusy(true);
    const isAll = wanted.length === posts.length;
    const said = await client.ask(GuestDecideMutation, {
      input: {
        decision: wanted.length === 0 ? 'APPROVE' : 'REQUEST_CHANGES',
        contentHash: approval.contentHash,
        comment,
        changesIn: isAll ? [] : wanted,
      },
    });
    setBusy(false);
    if (said.status !== 'ok') return { isTaken: false, problem: t(said.status) };
    const result = said.data.guestDecide;
    switch (result.__typename) {
      case 'GuestDecided':
        setSpoken(true);
        onChange(result.approval);
        window.scrollTo({ top: 0 });
        return { isTaken: true };
      case 'StaleContent':
        await reload(`${t('stale.title')}. ${t('stale.text')}`);
        return { isTaken: false, problem: null };
      case 'InvalidInput':
        return {
          isTaken: false,
          problem: t(result.issues.some(({ code }) => code === 'too_long') ? 'comments.tooLong' : 'comments.needed'),
        };
      default:
        // Decided by somebody else, withdrawn, or the link has closed meanwhile.
        await reload(t('answered'));
        return { isTaken: false, problem: null };
    }
  };

  return (
    <PostPage
      key={`${approval.contentHash}${post.id}`}
      approval={approval}
      post={post}
      index={index}
      isBusy={isBusy}
      notice={notice}
      client={client}
      onAnswer={answer}
      onBack={index > 0 ? () => setIndex(index - 1) : undefined}
      onComment={(comment) =>
        onChange({
          ...approval,
          posts: posts.map((one) => (one.id === post.id ? { ...one, comments: [...one.comments, comment] } : one)),
        })
      }
    />
  );
}
