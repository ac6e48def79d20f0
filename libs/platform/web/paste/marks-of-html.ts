import { cleanPasted } from './clean-paste';

/** A formatted text as plain text with light marks: `## heading`, `- item`, `**bold**`, `[words](address)`. */
export function marksOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(cleanPasted(html), 'text/html');
  return blocksOf(body)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const blockTags: ReadonlySet<string> = new Set(['P', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'HR']);

function blocksOf(parent: Node): readonly string[] {
  const lines: string[] = [];
  let open = '';
  const close = (): void => {
    if (open.trim() !== '') lines.push(tidy(open));
    open = '';
  };
  for (const node of parent.childNodes) {
    if (node instanceof Element && isBlock(node)) {
      close();
      lines.push(...blockLines(node));
    } else {
      open += inlineOf(node);
    }
  }
  close();
  return lines;
}

const isBlock = ({ tagName }: Element): boolean => blockTags.has(tagName) || /^H[1-6]$/.test(tagName);

function blockLines(element: Element): readonly string[] {
  const { tagName } = element;
  if (/^H[1-6]$/.test(tagName))
    return [`${tagName === 'H3' ? '###' : '##'} ${tidy(inlineOf(element)).replaceAll('**', '')}`];
  if (tagName === 'UL' || tagName === 'OL') {
    const start = Number(element.getAttribute('start') ?? 1);
    const items = [...element.children].filter((child) => child.tagName === 'LI');
    return items.flatMap((item, index) => {
      const [first = '', ...rest] = blocksOf(item);
      return [`${tagName === 'OL' ? `${start + index}.` : '-'} ${first}`, ...rest];
    });
  }
  return blocksOf(element);
}

function inlineOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/[ \t\r\n\u00a0]+/g, ' ');
  if (!(node instanceof Element)) return '';
  const inner = [...node.childNodes].map(inlineOf).join('');
  switch (node.tagName) {
    case 'BR':
      return '\n';
    case 'B':
    case 'STRONG':
      return wrapped(inner, '**');
    case 'A': {
      const href = node.getAttribute('href') ?? '';
      return inner.trim() === '' || inner.trim() === href ? href : `[${inner.trim()}](${href})`;
    }
    default:
      return inner;
  }
}

/** The mark stands at the words, not at the space beside them; and once, where bold stood within bold. */
function wrapped(text: string, mark: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (words === '' || words.includes('\n')) return text;
  return `${before}${mark}${words.replaceAll(mark, '')}${mark}${after}`;
}

const tidy = (text: string): string => text.replace(/ *\n */g, '\n').trim();
