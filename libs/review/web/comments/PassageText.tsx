import { plainTextOf, textLimits } from '@planerka/platform/domain';
import { cx, readRichText, RichTextView, useLanguage } from '@planerka/platform/web';
import { Fragment, type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useT } from '../locales';
import { selectedRange, sentencesOf, type TextRange } from './passage-selection';
import classes from './PassageText.module.css';
import { PinButton } from './Pin';

export interface PassageMark extends TextRange {
  readonly id: string;
  readonly number: number;
  readonly isResolved: boolean;
}

export interface PassageTextProps {
  /** ProseMirror JSON, as the version holds it. */
  value: unknown;
  label: string;
  marks: readonly PassageMark[];
  activeId: string | null;
  onChoose: (id: string) => void;
  /** The words of a comment that is being written. */
  pending: TextRange | null;
  /** Left out where the viewer may not comment. */
  onSelect?: ((passage: TextRange & { readonly quote: string }) => void) | undefined;
}

/** A text whose passages can be commented on: select words, or choose a sentence by arrows and press Enter. */
export function PassageText({ value, label, marks, activeId, onChoose, pending, onSelect }: PassageTextProps) {
  const t = useT();
  const { language } = useLanguage();
  const root = useRef<HTMLDivElement>(null);
  const [sentence, setSentence] = useState<number | null>(null);
  const text = useMemo(() => plainTextOf(readRichText(value)), [value]);
  const sentences = useMemo(() => sentencesOf(text, language), [text, language]);
  const cursor = sentence === null ? null : (sentences[sentence] ?? null);

  function choose(range: TextRange | null): void {
    if (!range || !onSelect || range.to - range.from > textLimits.note) return;
    onSelect({ ...range, quote: text.slice(range.from, range.to) });
  }

  function onKey(event: KeyboardEvent): void {
    if (event.target !== root.current) return;
    const by = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : -1;
    if (event.key.startsWith('Arrow') && !event.shiftKey && sentences.length > 0) {
      event.preventDefault();
      setSentence((now) => (now === null ? 0 : Math.min(sentences.length - 1, Math.max(0, now + by))));
    } else if (event.key === 'Enter' && cursor) {
      event.preventDefault();
      setSentence(null);
      choose(cursor);
    } else if (event.key === 'Escape') setSentence(null);
  }

  const layers: readonly Layer[] = [
    ...marks.map((mark) => ({ ...mark, mark, look: mark.isResolved ? classes.resolved : classes.open })),
    ...(pending ? [{ ...pending, look: classes.pending }] : []),
    ...(cursor ? [{ ...cursor, look: classes.cursor }] : []),
  ];
  const badge = (mark: PassageMark): ReactNode => (
    <PinButton
      number={mark.number}
      isResolved={mark.isResolved}
      isActive={mark.id === activeId}
      aria-pressed={mark.id === activeId}
      aria-label={t(mark.isResolved ? 'pins.resolvedPin' : 'pins.pin', { number: mark.number })}
      className={cx(classes.badge)}
      onClick={() => onChoose(mark.id)}
    />
  );
  const interaction = onSelect
    ? {
        tabIndex: 0,
        'aria-description': t('passage.hint'),
        onMouseUp: () => choose(root.current && selectedRange(root.current, document.getSelection(), text)),
        onTouchEnd: () => choose(root.current && selectedRange(root.current, document.getSelection(), text)),
        onKeyDown: onKey,
        onBlur: () => setSentence(null),
      }
    : {};
  return (
    <div ref={root} role="group" aria-label={label} className={classes.text} {...interaction}>
      <RichTextView
        value={value}
        renderText={(words, from) =>
          piecesOf(words, from, layers).map((piece) => (
            <Fragment key={piece.from}>
              <span
                data-from={piece.from}
                className={cx(
                  ...piece.layers.map(({ look }) => look),
                  piece.layers.some(({ mark }) => mark?.id === activeId && activeId !== null) && classes.active,
                )}
              >
                {piece.text}
              </span>
              {piece.layers.map(
                ({ mark, to }) => mark && to === piece.to && <Fragment key={mark.id}>{badge(mark)}</Fragment>,
              )}
            </Fragment>
          ))
        }
      />
      <p className={classes.live} aria-live="polite">
        {cursor && text.slice(cursor.from, cursor.to)}
      </p>
    </div>
  );
}

interface Layer extends TextRange {
  readonly look: string | undefined;
  readonly mark?: PassageMark;
}

interface Piece extends TextRange {
  readonly text: string;
  readonly layers: readonly Layer[];
}

/** A text node cut where something begins or ends in it. */
function piecesOf(words: string, from: number, layers: readonly Layer[]): readonly Piece[] {
  const end = from + words.length;
  const cuts = layers.flatMap((layer) => [layer.from, layer.to]).filter((cut) => cut > from && cut < end);
  const places = [...new Set([from, ...cuts, end])].toSorted((one, other) => one - other);
  return places.slice(0, -1).map((start, index) => {
    const to = places[index + 1] ?? end;
    return {
      from: start,
      to,
      text: words.slice(start - from, to - from),
      layers: layers.filter((layer) => layer.from <= start && layer.to >= to),
    };
  });
}
