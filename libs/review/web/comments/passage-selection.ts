export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Pieces of the text carry where they begin; everything between (numbers, breaks) is no part of it. */
export const pieceAttribute = 'data-from';

/** What a person has selected, as offsets of the plain text; null for nothing, or for what is outside `root`. */
export function selectedRange(root: HTMLElement, selection: Selection | null, text: string): TextRange | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const pieces = [...root.querySelectorAll<HTMLElement>(`[${pieceAttribute}]`)].filter((piece) =>
    range.intersectsNode(piece),
  );
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last) return null;
  const from = beginOf(first) + (first.contains(range.startContainer) ? range.startOffset : 0);
  const to = beginOf(last) + (last.contains(range.endContainer) ? range.endOffset : (last.textContent ?? '').length);
  return trimmed({ from, to }, text);
}

const beginOf = (piece: HTMLElement): number => Number(piece.getAttribute(pieceAttribute));

/** A double click takes the space after a word along; a comment is about the word. */
function trimmed({ from, to }: TextRange, text: string): TextRange | null {
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = to - (words.length - words.trimEnd().length);
  return start < end ? { from: start, to: end } : null;
}

/** The text's sentences: what a keyboard chooses among. */
export function sentencesOf(text: string, language: string): readonly TextRange[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return [...segments].flatMap(({ segment, index }) => {
    const range = trimmed({ from: index, to: index + segment.length }, text);
    return range ? [range] : [];
  });
}
