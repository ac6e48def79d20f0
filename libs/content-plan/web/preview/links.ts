/** Words of a post in pieces: addresses, hashtags and mentions are drawn as links. */
export interface TextPiece {
  readonly text: string;
  readonly isLink: boolean;
}

const linked = /(https?:\/\/[^\s<>]+|(?<![\p{L}\p{N}_])[#@][\p{L}\p{N}_]+)/giu;

export const piecesOf = (text: string): readonly TextPiece[] =>
  text
    .split(linked)
    .map((piece, index) => ({ text: piece, isLink: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');

/** The host of the first address in the words, for the card under them. */
export function cardHostOf(text: string): string | null {
  const link = /https?:\/\/[^\s<>]+/iu.exec(text)?.[0];
  return link !== undefined && URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, '') : null;
}
