import {
  cx,
  IconDots,
  IconEye,
  IconHeart,
  IconMessage,
  IconShare,
  type Network,
  useFormat,
} from '@planerka/platform/web';
import { useT } from '../item/locales';
import { FoldedText } from './FoldedText';
import { cardHostOf } from './links';
import { lookOf, type NetworkLook } from './network-looks';
import classes from './NetworkPreview.module.css';
import { PreviewMedia, type PreviewFile } from './PreviewMedia';

export interface PreviewPost {
  readonly network: Network;
  readonly format: string;
  /** Of the account that it goes out in. */
  readonly account: string;
  readonly title: string;
  readonly text: string;
  readonly files: readonly PreviewFile[];
  /** The agency’s wall clock: "12:00". */
  readonly time: string;
  readonly day: string;
}

/** The publication as it is seen on a phone: like the network, without its marks. */
export function NetworkPreview({ post, theme }: { post: PreviewPost; theme: 'light' | 'dark' }) {
  const look = lookOf(post.network, post.format);
  return (
    <div className={cx(classes.frame, classes[theme], look.isMessage && classes.chat)}>
      {look.media === 'behind' ? <Upright post={post} look={look} /> : <Post post={post} look={look} />}
    </div>
  );
}

function Post({ post, look }: { post: PreviewPost; look: NetworkLook }) {
  const media = <PreviewMedia files={post.files} look={look} />;
  const host = look.hasLinkCard && post.files.length === 0 ? cardHostOf(post.text) : null;
  return (
    <article className={look.isMessage ? classes.bubble : classes.post}>
      {!look.isMessage && !look.hasTitle && <Head post={post} />}
      {look.media === 'above' && media}
      <div className={classes.words}>
        {look.isMessage && <p className={classes.account}>{post.account}</p>}
        {look.hasTitle && <p className={classes.title}>{post.title}</p>}
        {look.hasTitle && <Head post={post} />}
        {post.text === '' ? <Empty /> : <FoldedText key={post.text} text={post.text} lines={look.fold} />}
        {host && (
          <div className={classes.card}>
            <span className={classes.host}>{host}</span>
            <span>{post.title}</span>
          </div>
        )}
      </div>
      {look.media === 'under' && media}
      <Foot post={post} look={look} />
    </article>
  );
}

/** All over the screen, the words on it. */
function Upright({ post, look }: { post: PreviewPost; look: NetworkLook }) {
  return (
    <article className={classes.upright}>
      {post.files.length > 0 ? (
        <PreviewMedia files={post.files} look={look} />
      ) : (
        <div className={classes.nothing} style={{ aspectRatio: look.crop ?? undefined }} />
      )}
      <div className={classes.over}>
        <p className={classes.account}>{post.account}</p>
        {post.text !== '' && <FoldedText key={post.text} text={post.text} lines={look.fold} />}
      </div>
      <div className={classes.rail} aria-hidden="true">
        <IconHeart size={24} />
        <IconMessage size={24} />
        <IconShare size={24} />
      </div>
    </article>
  );
}

function Head({ post }: { post: PreviewPost }) {
  const t = useT();
  const format = useFormat();
  return (
    <header className={classes.head}>
      <span className={classes.avatar} aria-hidden="true">
        {post.account.slice(0, 1)}
      </span>
      <span className={classes.names}>
        <span className={classes.account}>{post.account}</span>
        <span className={classes.quiet}>{t('preview.when', { day: format.dayLong(post.day), time: post.time })}</span>
      </span>
      <span className={classes.quiet} aria-hidden="true">
        <IconDots />
      </span>
    </header>
  );
}

function Foot({ post, look }: { post: PreviewPost; look: NetworkLook }) {
  return (
    <footer className={classes.foot} aria-hidden="true">
      {look.isMessage ? (
        <span className={classes.stamp}>
          <IconEye size={12} /> {post.time}
        </span>
      ) : (
        <>
          <IconHeart size={18} />
          <IconMessage size={18} />
          <IconShare size={18} />
        </>
      )}
    </footer>
  );
}

function Empty() {
  const t = useT();
  return <p className={classes.quiet}>{t('preview.noText')}</p>;
}
