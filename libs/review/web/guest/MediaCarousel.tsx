import { cx, IconChevronLeft, IconChevronRight, IconFile } from '@planerka/platform/web/guest';
import { useRef, useState, type MouseEvent } from 'react';
import type { Media } from './guest-documents';
import { useT } from './locales';
import classes from './MediaCarousel.module.css';
import type { Point } from './point';

export interface Pin extends Point {
  readonly number: number;
  readonly isResolved: boolean;
}

export interface MediaCarouselProps {
  media: readonly Media[];
  pins?: readonly Pin[];
  /** Where the client has just touched. */
  draft?: Point | null;
  onPoint?: ((point: Point) => void) | undefined;
}

/** Slides to be swiped; a touch marks a place. By keyboard: arrows in the list, a mark in a picture's middle by Enter. */
export function MediaCarousel({ media, pins = [], draft = null, onPoint }: MediaCarouselProps) {
  const t = useT();
  const track = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const isMany = media.length > 1;

  const follow = () => {
    const { current: list } = track;
    if (list) setCurrent(Math.round(list.scrollLeft / Math.max(1, list.clientWidth * 0.9)));
  };
  const go = (index: number) => {
    const slide = track.current?.children[index];
    if (slide instanceof HTMLElement) track.current?.scrollTo({ left: slide.offsetLeft, behavior: 'smooth' });
  };

  return (
    <div className={classes.carousel}>
      <div
        ref={track}
        className={cx(classes.track, isMany && classes.many)}
        onScroll={follow}
        role={isMany ? 'group' : undefined}
        aria-label={isMany ? t('preview.slide', { index: current + 1, count: media.length }) : undefined}
        tabIndex={isMany ? 0 : undefined}
      >
        {media.map((file, index) => (
          <div key={file.id} className={classes.slide}>
            <Slide file={file} index={index} onPoint={onPoint} />
            {[...pins, ...(draft ? [{ ...draft, number: pins.length + 1, isResolved: false }] : [])]
              .filter(({ fileId }) => fileId === file.id)
              .map((pin) => (
                <span
                  key={pin.number}
                  className={cx(classes.pin, pin.isResolved && classes.resolved)}
                  style={{ left: `${pin.x * 100}%`, top: `${pin.y * 100}%` }}
                  role="img"
                  aria-label={t('comments.pin', { number: pin.number })}
                >
                  {pin.number}
                </span>
              ))}
          </div>
        ))}
      </div>
      {isMany && (
        <div className={classes.foot}>
          <button
            type="button"
            aria-label={t('preview.previous')}
            disabled={current === 0}
            onClick={() => go(current - 1)}
          >
            <IconChevronLeft />
          </button>
          <span className={classes.dots} aria-hidden>
            {media.map((file, index) => (
              <i key={file.id} className={cx(index === Math.min(current, media.length - 1) && classes.on)} />
            ))}
          </span>
          <button
            type="button"
            aria-label={t('preview.next')}
            disabled={current >= media.length - 1}
            onClick={() => go(current + 1)}
          >
            <IconChevronRight />
          </button>
        </div>
      )}
    </div>
  );
}

function Slide({ file, index, onPoint }: { file: Media; index: number; onPoint: MediaCarouselProps['onPoint'] }) {
  const t = useT();
  const label = t('preview.slideOf', { index: index + 1 });
  if (file.kind === 'VIDEO') {
    return (
      <video
        className={classes.picture}
        src={file.url}
        controls
        preload="metadata"
        aria-label={t('preview.video', { index: index + 1 })}
      />
    );
  }
  if (file.kind !== 'IMAGE') {
    return (
      <a className={classes.file} href={file.url} target="_blank" rel="noopener noreferrer">
        <IconFile size={20} />
        {t('preview.file')}
      </a>
    );
  }
  const picture = (
    <img
      className={classes.picture}
      src={file.previewUrl ?? file.url}
      srcSet={file.previewUrl && file.largeUrl ? `${file.previewUrl} 960w, ${file.largeUrl} 1920w` : undefined}
      sizes="(max-width: 430px) 92vw, 400px"
      width={file.width ?? undefined}
      height={file.height ?? undefined}
      alt={label}
      draggable={false}
    />
  );
  if (!onPoint) return picture;
  const mark = (event: MouseEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    // A key press has no place: the middle is meant.
    const isKey = event.detail === 0;
    const share = (at: number, from: number, size: number) =>
      isKey ? 0.5 : Math.min(1, Math.max(0, (at - from) / Math.max(1, size)));
    const x = share(event.clientX, box.left, box.width);
    const y = share(event.clientY, box.top, box.height);
    onPoint({ kind: 'point', fileId: file.id, x: Number(x.toFixed(4)), y: Number(y.toFixed(4)) });
  };
  return (
    <button type="button" className={classes.mark} onClick={mark}>
      {picture}
    </button>
  );
}
