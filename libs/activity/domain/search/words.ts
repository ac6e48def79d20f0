/** A word as the index knows it, and where it stands in the text (UTF-16 code units). */
export interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** What is longer is no word that anybody types: an address, a key, a hash. Its beginning is enough to find it. */
const longestWord = 40;

const run = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * The words of a text: runs of letters and digits. «Контент-план» is two, an emoji is none. Case, width and «ё» do not tell
 * words apart; the places are those of the text as it is.
 */
export function wordsIn(text: string): readonly Word[] {
  return Array.from(text.matchAll(run), ({ 0: found, index }) => ({
    word: shortened(sameWord(found)),
    from: index,
    to: index + found.length,
  })).filter(({ word }) => word !== '');
}

const shortened = (word: string): string =>
  word.length <= longestWord ? word : [...word].slice(0, longestWord).join('');

/** Letters that are their own sign in every way of writing them: nearly all there is. */
const settled = /^[a-z0-9а-я]+$/;

function sameWord(found: string): string {
  const lower = found.toLowerCase();
  if (settled.test(lower)) return lower;
  const plain = found.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');
  // A lone accent is written over «и» in «и́»: й and other letters are one sign after NFKC already.
  return plain.replace(/\p{M}+/gu, '');
}

const edge = ' ';

/** Pieces of three letters, with the edges of the word: what two spellings of one word have in common. */
export function trigramsOf(word: string): readonly string[] {
  const letters = [edge, edge, ...word, edge];
  return [...new Set(letters.slice(2).map((_, index) => letters.slice(index, index + 3).join('')))];
}
