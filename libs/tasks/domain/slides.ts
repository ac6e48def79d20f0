import { slideLimit } from './brief-parts';
import type { DesignBrief } from './design-brief';

type Slide = DesignBrief['slides'][number];

/** «1.», «2)», «—», «•», «Слайд 3:» at the beginning of a line say which slide it is, not what is written on it. */
const marks = /^\s*(?:(?:слайд|кадр|slide|frame)\s*\d+\s*[.:)—–-]?|\d{1,2}[.)]|[-–—•*▪●])\s+/iu;

const heading = /^\s*(?:слайд|кадр|slide|frame)\s*\d+\s*[.:)—–-]?\s*$/iu;

/**
 * A list as people write it elsewhere: paragraphs parted by empty lines are slides; without empty lines each line that begins with a
 * mark begins one, and where there are no marks each line is a slide.
 */
export function slidesOfText(text: string): readonly string[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const isParted = lines.some((line, index) => line.trim() === '' && index > 0 && lines.slice(index).some(isWritten));
  const isMarked = lines.some((line) => marks.test(line) || heading.test(line));
  const slides: string[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const isEmpty = !isWritten(line);
    if (isEmpty) {
      // Within one slide of a marked list an empty line is only air.
      if (isParted && !isMarked) isOpen = false;
      continue;
    }
    const begins = isMarked ? marks.test(line) || heading.test(line) || slides.length === 0 : !isParted || !isOpen;
    const words = heading.test(line) ? '' : line.replace(isMarked ? marks : /^$/, '').trim();
    if (begins) slides.push([]);
    isOpen = true;
    if (words !== '') slides.at(-1)?.push(words);
  }
  return slides.map((slide) => slide.join('\n')).filter((slide) => slide !== '');
}

const isWritten = (line: string): boolean => line.trim() !== '';

/** The pasted list from that slide on: its first goes where it was pasted, the rest after it, no more than there may be. */
export function withPasted(slides: readonly Slide[], index: number, pasted: readonly string[]): readonly Slide[] {
  const [first = '', ...rest] = pasted;
  const here = slides[index] ?? { text: '', note: '' };
  const filled = { ...here, text: here.text === '' ? first : `${here.text}\n${first}` };
  const added = rest.map((text) => ({ text, note: '' }));
  return [...slides.slice(0, index), filled, ...added, ...slides.slice(index + 1)].slice(0, slideLimit);
}

/** Carried to another place; what lies between moves up by one. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const thing = list[from];
  if (thing === undefined || to < 0 || to >= list.length) return list;
  return list.toSpliced(from, 1).toSpliced(to, 0, thing);
}
