import type { RichText, RichTextMark, RichTextNode } from './rich-text';
import { isWebAddress } from './text';

/**
 * Marks that people write in plain text anyway, as rich text: «## heading», «- item», «1. item», «**bold**», «[words](address)», and an
 * address by itself. The text stays what is kept, searched and compared; this is only how it is shown.
 */
export function richTextOfMarks(text: string): RichText {
  const content: RichTextNode[] = [];
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const block = blockOf(line);
    const last = content.at(-1);
    if (block.list && last?.type === block.list) {
      content[content.length - 1] = { ...last, content: [...(last.content ?? []), block.node] };
    } else if (block.list) {
      const attrs = block.start === undefined || block.start === 1 ? {} : { attrs: { start: block.start } };
      content.push({ type: block.list, ...attrs, content: [block.node] });
    } else {
      content.push(block.node);
    }
  }
  return { type: 'doc', content };
}

/** Whether there is anything to show otherwise than as it stands. */
export const hasMarks = (text: string): boolean =>
  /^\s*(#{1,3}|[-*•–—]|\d{1,3}[.)])\s+\S/m.test(text) ||
  /\*\*[^*\n]+\*\*|\[[^\]\n]+\]\([^)\s]+\)|https?:\/\//.test(text);

interface Block {
  readonly node: RichTextNode;
  readonly list?: 'bulletList' | 'orderedList';
  readonly start?: number;
}

function blockOf(line: string): Block {
  const heading = /^\s*#{1,3}\s+(\S.*)$/.exec(line);
  if (heading) return { node: textBlock('heading', heading[1] ?? '') };
  const bullet = /^\s*[-*•–—]\s+(\S.*)$/.exec(line);
  if (bullet) return { list: 'bulletList', node: item(bullet[1] ?? '') };
  const numbered = /^\s*(\d{1,3})[.)]\s+(\S.*)$/.exec(line);
  if (numbered) return { list: 'orderedList', start: Number(numbered[1]), node: item(numbered[2] ?? '') };
  return { node: textBlock('paragraph', line) };
}

const item = (words: string): RichTextNode => ({ type: 'listItem', content: [textBlock('paragraph', words)] });

const textBlock = (type: 'paragraph' | 'heading', words: string): RichTextNode => {
  const content = inline(words, []);
  return content.length > 0 ? { type, content } : { type };
};

const pieces = /\*\*([^*\n]+)\*\*|\[([^\]\n]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>«»"]*[^\s<>«»".,;:!?)\]])/g;

function inline(text: string, marks: readonly RichTextMark[]): readonly RichTextNode[] {
  const nodes: RichTextNode[] = [];
  const put = (words: string, own: readonly RichTextMark[]): void => {
    if (words !== '') nodes.push({ type: 'text', text: words, ...(own.length > 0 && { marks: own }) });
  };
  let from = 0;
  for (const found of text.matchAll(pieces)) {
    const [whole, bold, words, address, bare] = found;
    const href = address ?? bare;
    if (href !== undefined && !isWebAddress(href)) continue;
    put(text.slice(from, found.index), marks);
    if (bold !== undefined) nodes.push(...inline(bold, [...marks, { type: 'bold' }]));
    else if (href !== undefined) put(words ?? href, [...marks, { type: 'link', attrs: { href } }]);
    from = found.index + whole.length;
  }
  put(text.slice(from), marks);
  return nodes;
}
