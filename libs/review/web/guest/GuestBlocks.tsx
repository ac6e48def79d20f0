import { plainTextOf } from '@planerka/platform/domain';
import {
  Avatar,
  cx,
  GuestBlock,
  IconCheck,
  LazyDiffText,
  readRichText,
  StateIcon,
  useFormat,
} from '@planerka/platform/web/guest';
import { Suspense, useState } from 'react';
import type { Approval, Post } from './guest-documents';
import { useT } from './locales';
import { MediaCarousel } from './MediaCarousel';
import classes from './GuestBlocks.module.css';
import { pointOf, quoteOf } from './point';

/** What is different from the version they saw, and the two side by side for whoever wants to see. */
export function ChangesBlock({ changes, post }: { changes: readonly string[]; post: Post }) {
  const t = useT();
  const [isComparing, setComparing] = useState(false);
  const subject = post.subjects.find(({ earlier }) => earlier.length > 0);
  const before = subject?.earlier[0];
  if (changes.length === 0 && !before) return null;
  const plain = (texts: Post['texts']) => texts.map(({ body }) => plainTextOf(readRichText(body)))[0];
  const words = { before: before && plain(before.texts), after: plain(post.texts) };
  return (
    <GuestBlock title={subject ? t('changes.titleOf', { number: subject.number }) : t('changes.title')}>
      <ul className={classes.changes}>
        {changes.map((change) => (
          <li key={change}>
            <IconCheck className={classes.tick} />
            {change}
          </li>
        ))}
      </ul>
      {before && (
        <button
          type="button"
          className={classes.link}
          aria-expanded={isComparing}
          onClick={() => setComparing(!isComparing)}
        >
          {isComparing ? t('changes.hide') : t('changes.compare', { number: before.number })}
        </button>
      )}
      {before && isComparing && (
        <div className={classes.compare}>
          {words.before !== undefined && words.after !== undefined && (
            <Suspense fallback={<p>{t('changes.loading')}</p>}>
              <LazyDiffText before={words.before} after={words.after} />
            </Suspense>
          )}
          {before.media.length > 0 && (
            <>
              <h3>{t('changes.before', { number: before.number })}</h3>
              <MediaCarousel media={before.media} />
              <h3>{t('changes.after')}</h3>
              <MediaCarousel media={post.media} />
            </>
          )}
        </div>
      )}
    </GuestBlock>
  );
}

export function CampaignBlock({ campaign }: { campaign: NonNullable<Post['campaign']> }) {
  const t = useT();
  const format = useFormat();
  const { name, startsOn, endsOn, totalLimit, ads } = campaign;
  return (
    <GuestBlock title={t('campaign.title')}>
      <dl className={classes.facts}>
        <dt>{t('campaign.name')}</dt>
        <dd>{name}</dd>
        {startsOn && endsOn && (
          <>
            <dt>{t('campaign.period')}</dt>
            <dd>{format.range(startsOn, endsOn)}</dd>
          </>
        )}
        {totalLimit && (
          <>
            <dt>{t('campaign.limit')}</dt>
            <dd>{format.number(Number(totalLimit))}</dd>
          </>
        )}
        {ads.length > 0 && (
          <>
            <dt>{t('campaign.ads')}</dt>
            <dd>{format.list(ads.map((ad) => (ad.segment ? `${ad.name} (${ad.segment})` : ad.name)))}</dd>
          </>
        )}
      </dl>
    </GuestBlock>
  );
}

export function PeopleBlock({ approval: { people, mode, state } }: { approval: Approval }) {
  const t = useT();
  const format = useFormat();
  const isOfAll = mode === 'ALL' && state === 'PENDING' && people.length > 1 && !people.some(({ isFinal }) => isFinal);
  const named = (isWaiting: boolean) =>
    format.list(people.filter(({ decision }) => (decision === null) === isWaiting).map(({ name }) => name));
  return (
    <GuestBlock title={t('people.title')}>
      {isOfAll && (
        <p className={classes.note}>
          {[
            t('people.all'),
            named(false) && t('people.agreed', { names: named(false) }),
            named(true) && t('people.waiting', { names: named(true) }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      <ul className={classes.people}>
        {people.map(({ id, name, isYou, isFinal, decision, decidedAt }) => (
          <li key={id}>
            <Avatar id={id} name={name} size={36} />
            <div>
              <p className={classes.name}>{isYou ? t('people.you', { name }) : name}</p>
              <p className={classes.note}>
                {decision && decidedAt
                  ? t(decision === 'APPROVE' ? 'people.approve' : 'people.request_changes', {
                      at: format.relative(decidedAt),
                    })
                  : isFinal
                    ? t(isYou ? 'people.finalYou' : 'people.final')
                    : t(isYou ? 'people.yours' : 'people.waits')}
              </p>
            </div>
            <StateIcon state={decision === 'APPROVE' ? 'done' : decision ? 'in_progress' : 'client_review'} size={14} />
          </li>
        ))}
      </ul>
    </GuestBlock>
  );
}

/** Told before a paid round begins, never after. */
export function RoundsBlock({ rounds }: { rounds: Approval['rounds'] }) {
  const t = useT();
  const format = useFormat();
  const { used, included, next, price } = rounds;
  if (included === 0 && !price) return null;
  const nextWords = {
    INCLUDED: () => t('rounds.nextIncluded', { next: used + 1 }),
    LAST_INCLUDED: () => t('rounds.nextLast', { next: used + 1 }),
    PAID: () => (price ? t('rounds.nextPaid', { price: format.money(price) }) : t('rounds.nextPaidUnpriced')),
  };
  return (
    <GuestBlock>
      <div className={classes.rounds}>
        <h2>{used === 0 ? t('rounds.none') : t('rounds.title', { used, included })}</h2>
        <span className={classes.bar} aria-hidden>
          {Array.from({ length: Math.max(included, used) }, (_, index) => (
            <i key={index} className={cx(index < used && classes.used, index === used - 1 && classes.last)} />
          ))}
        </span>
      </div>
      <p className={cx(classes.roundNote, next === 'PAID' && classes.paid)}>
        {t('rounds.included', { count: included })} {nextWords[next]()}
      </p>
    </GuestBlock>
  );
}

/** What has been said with the client: internal words never come here. */
export function CommentsBlock({ post }: { post: Post }) {
  const t = useT();
  const format = useFormat();
  if (post.comments.length === 0) return null;
  const points = post.comments.filter(({ anchor }) => pointOf(anchor));
  const about = (comment: Post['comments'][number]) => {
    const point = pointOf(comment.anchor);
    const slide = point ? post.media.findIndex(({ id }) => id === point.fileId) : -1;
    const quote = quoteOf(comment.anchor);
    if (slide >= 0) return t('comments.atPicture', { index: slide + 1 });
    return quote && t('comments.atText', { quote });
  };
  return (
    <GuestBlock title={t('comments.title')}>
      <ol className={classes.comments}>
        {post.comments.map((comment) => (
          <li key={comment.id}>
            <p className={classes.note}>
              {points.includes(comment) && <b className={classes.number}>{points.indexOf(comment) + 1}</b>}
              <b>{comment.isYours ? t('comments.you') : comment.author}</b>
              {comment.isFromAgency && `, ${t('comments.agency')}`} · {format.relative(comment.createdAt)}
              {about(comment) && ` · ${about(comment)}`}
              {comment.isResolved && ` · ${t('comments.resolved')}`}
            </p>
            <p className={classes.body}>{comment.body}</p>
          </li>
        ))}
      </ol>
    </GuestBlock>
  );
}
