/**
 * Rich text as ProseMirror keeps it (the JSON of Tiptap's StarterKit without code blocks). Values of this type come
 * from `parseRichText` only: they hold known nodes, marks and attributes and nothing else.
 */
export interface RichText {
  readonly type: 'doc';
  readonly content: readonly RichTextNode[];
}

export interface RichTextNode {
  readonly type: RichTextNodeType;
  readonly attrs?: Readonly<Record<string, string | number>>;
  readonly content?: readonly RichTextNode[];
  readonly marks?: readonly RichTextMark[];
  readonly text?: string;
}

export interface RichTextMark {
  readonly type: RichTextMarkType;
  readonly attrs?: Readonly<Record<string, string>>;
}

export const blockTypes = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'horizontalRule',
] as const;
export const inlineTypes = ['text', 'hardBreak'] as const;
export const markTypes = ['bold', 'italic', 'underline', 'strike', 'code', 'link'] as const;

export type RichTextBlockType = (typeof blockTypes)[number];
export type RichTextNodeType = RichTextBlockType | (typeof inlineTypes)[number];
export type RichTextMarkType = (typeof markTypes)[number];

export const emptyRichText: RichText = { type: 'doc', content: [{ type: 'paragraph' }] };

/**
 * The words alone. Blocks and hard breaks are parted by \n, exactly as ProseMirror's
 * `doc.textBetween(0, doc.content.size, '\n', '\n')`, so that an offset means the same in the editor, in a
 * passage comment and here (UTF-16 code units).
 */
export function plainTextOf(document: RichText): string {
  let text = '';
  walkText(document, (piece) => (text += piece));
  return text;
}

/** Where each text node begins in `plainTextOf`: how a passage's offsets find their words on the screen. */
export function textOffsetsOf(document: RichText): ReadonlyMap<RichTextNode, number> {
  const offsets = new Map<RichTextNode, number>();
  let length = 0;
  walkText(document, (piece, node) => {
    if (node.type === 'text') offsets.set(node, length);
    length += piece.length;
  });
  return offsets;
}

function walkText(document: RichText, take: (piece: string, node: RichTextNode) => void): void {
  let isFirst = true;
  const visit = (node: RichTextNode): void => {
    if (isTextBlock(node) || node.type === 'horizontalRule') {
      if (!isFirst) take('\n', node);
      isFirst = false;
    }
    if (node.type === 'text') take(node.text ?? '', node);
    if (node.type === 'hardBreak' || node.type === 'horizontalRule') take('\n', node);
    node.content?.forEach(visit);
  };
  document.content.forEach(visit);
}

/** One paragraph per line; an empty line is an empty paragraph. */
export function richTextOf(plain: string): RichText {
  return {
    type: 'doc',
    content: plain
      .split('\n')
      .map((line) =>
        line === ''
          ? { type: 'paragraph' as const }
          : { type: 'paragraph' as const, content: [{ type: 'text', text: line }] },
      ),
  };
}

/** The text as it is pasted into a network: list items get a mark, since networks know no lists. */
export function publishableTextOf(document: RichText): string {
  return document.content.map((node) => publishBlock(node)).join('\n');
}

export const isBlankRichText = (document: RichText): boolean => plainTextOf(document).trim() === '';

/** Code points, the way networks count a post's length: «😀» is one. */
export const lengthOf = (text: string): number => [...text].length;

export const isTextBlock = (node: RichTextNode): boolean => node.type === 'paragraph' || node.type === 'heading';

function publishBlock(node: RichTextNode): string {
  const children = node.content ?? [];
  switch (node.type) {
    case 'text':
      return node.text ?? '';
    case 'hardBreak':
      return '\n';
    case 'horizontalRule':
      return '—';
    case 'bulletList':
      return children.map((item) => `• ${publishBlock(item)}`).join('\n');
    case 'orderedList': {
      const start = Number(node.attrs?.['start'] ?? 1);
      return children.map((item, index) => `${start + index}. ${publishBlock(item)}`).join('\n');
    }
    case 'listItem':
    case 'blockquote':
      return children.map(publishBlock).join('\n');
    case 'paragraph':
    case 'heading':
      return children.map(publishBlock).join('');
  }
}
