import {
  Avatar,
  cx,
  IconDots,
  IconEye,
  IconHeart,
  IconMessage,
  IconShare,
  NetworkIcon,
  networkOf,
  readRichText,
  RichTextView,
  useFormat,
  usePlatformText,
  type Network,
} from '@planerka/platform/web/guest';
import { plainTextOf } from '@planerka/platform/domain';
import { useState } from 'react';
import type { Post } from './guest-documents';
import { useT } from './locales';
import { MediaCarousel, type MediaCarouselProps } from './MediaCarousel';
import classes from './PostPreview.module.css';

interface PostPreviewProps extends Pick<MediaCarouselProps, 'pins' | 'draft' | 'onPoint'> {
  post: Pick<Post, 'channels' | 'texts' | 'media' | 'campaign' | 'publishAt'>;
  clientName: string;
}

/** The networks people know best come first. */
const ORDER: readonly Network[] = ['vk', 'telegram', 'ok'];
const placeOf = (network: Network): number => (ORDER.indexOf(network) + ORDER.length + 1) % (ORDER.length + 1);

/** Networks that show the picture above the words. */
const PICTURE_FIRST = new Set<Network>(['telegram', 'instagram', 'youtube', 'tiktok']);

/** The post as its readers will see it: neutral, but recognisable. */
export function PostPreview({ post, clientName, ...carousel }: PostPreviewProps) {
  const t = useT();
  const platform = usePlatformText();
  const channels = post.channels
    .map(({ network, title }) => ({ network: networkOf(network), title }))
    .toSorted((one, other) => placeOf(one.network) - placeOf(other.network));
  const [chosen, choose] = useState(0);
  const channel = channels[chosen] ?? channels[0] ?? { network: 'other' as const, title: clientName };
  const text =
    post.texts.find(({ network }) => network === channel.network) ?? post.texts.find(({ network }) => !network);
  const name = platform(`network.${channel.network}`);
  const isPictureFirst = PICTURE_FIRST.has(channel.network);
  const media = post.media.length > 0 && <MediaCarousel media={post.media} {...carousel} />;
  const words = text && <PostText key={channel.network} body={text.body} />;

  return (
    <section aria-label={t('preview.as', { network: name })}>
      {channels.length > 0 && (
        <div className={classes.caption}>
          <span className={classes.as}>
            <NetworkIcon network={channel.network} decorative />
            {t('preview.as', { network: name })}
          </span>
          {channels.length > 1 &&
            channels.map(({ network, title }, index) => (
              <button
                key={`${network}${title}`}
                type="button"
                className={cx(classes.network, index === chosen && classes.chosen)}
                aria-pressed={index === chosen}
                aria-label={t('preview.seeNetwork', { network: platform(`network.${network}`) })}
                onClick={() => choose(index)}
              >
                <NetworkIcon network={network} decorative />
              </button>
            ))}
        </div>
      )}
      <article className={cx(classes.post, channel.network === 'telegram' && classes.telegram)}>
        <PostHead title={channel.title} publishAt={post.publishAt} />
        {isPictureFirst && media}
        {words}
        {!isPictureFirst && media}
        {!media && !words && !post.campaign && <p className={classes.text}>{t('preview.empty')}</p>}
        <PostFoot network={channel.network} publishAt={post.publishAt} />
      </article>
    </section>
  );
}

function PostHead({ title, publishAt }: { title: string; publishAt: string | null }) {
  const format = useFormat();
  return (
    <header className={classes.head}>
      <Avatar id={title} name={title} size={36} />
      <span className={classes.names}>
        <strong className={classes.account}>{title}</strong>
        {publishAt && <span className={classes.time}>{format.dateTime(publishAt)}</span>}
      </span>
      <IconDots size={20} className={classes.dots} />
    </header>
  );
}

/** Longer than this a network folds it, and so do we. */
const foldAt = 280;

function PostText({ body }: { body: unknown }) {
  const t = useT();
  const isLong = plainTextOf(readRichText(body)).length > foldAt;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes.text}>
      <div className={cx(isLong && !isOpen && classes.folded)}>
        <RichTextView value={body} />
      </div>
      {isLong && (
        <button type="button" className={classes.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'preview.less' : 'preview.more')}
        </button>
      )}
    </div>
  );
}

function PostFoot({ network, publishAt }: { network: Network; publishAt: string | null }) {
  const format = useFormat();
  if (network === 'telegram') {
    return (
      <footer className={classes.views} aria-hidden>
        <IconEye size={14} />1{publishAt && <span>{format.time(publishAt)}</span>}
      </footer>
    );
  }
  return (
    <footer className={classes.reactions} aria-hidden>
      {[IconHeart, IconMessage, IconShare].map((Icon, index) => (
        <span key={index}>
          <Icon />0
        </span>
      ))}
    </footer>
  );
}
