import { cx } from '@planerka/platform/web';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../item/locales';
import { piecesOf } from './links';
import classes from './NetworkPreview.module.css';

/** The words up to the network's fold, and the rest at a click. */
export function FoldedText({ text, lines }: { text: string; lines: number | null }) {
  const t = useT();
  const box = useRef<HTMLParagraphElement>(null);
  const [isCut, setCut] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element || lines === null) return;
    const look = () => setCut(element.scrollHeight > element.clientHeight + 1);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [lines, text]);
  const isFolded = lines !== null && !isOpen;
  return (
    <>
      <p
        ref={box}
        className={cx(classes.text, isFolded && classes.folded)}
        style={isFolded ? { WebkitLineClamp: lines } : undefined}
      >
        {piecesOf(text).map((piece, index) =>
          piece.isLink ? (
            <span key={index} className={classes.link}>
              {piece.text}
            </span>
          ) : (
            piece.text
          ),
        )}
      </p>
      {isFolded && isCut && (
        <button type="button" className={classes.more} onClick={() => setOpen(true)}>
          {t('preview.more')}
        </button>
      )}
    </>
  );
}
