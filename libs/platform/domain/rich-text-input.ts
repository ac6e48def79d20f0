import { z } from 'zod';
import { issue, type InputIssue } from './finding';
import { err, ok, type Result } from './result';
import {
  blockTypes,
  inlineTypes,
  markTypes,
  plainTextOf,
  type RichText,
  type RichTextMark,
  type RichTextMarkType,
  type RichTextNode,
  type RichTextNodeType,
} from './rich-text';
import { isSafeLink, textLimits } from './text';

export const richTextLimits = { characters: textLimits.richText, nodes: 5_000, depth: 12 } as const;

export type RichTextCode =
  | 'rich_text_malformed'
  | 'rich_text_unknown_node'
  | 'rich_text_unsafe_link'
  | 'rich_text_too_deep'
  | 'too_long'
  | 'control_characters';

export type RichTextIssue = InputIssue<RichTextCode>;

/**
 * Takes an editor's JSON from outside. Unknown nodes and marks are refused (text would be lost silently otherwise),
 * unknown attributes are dropped, so nothing but what we know is ever kept, hashed or rendered.
 */
export function parseRichText(input: unknown): Result<RichText, RichTextIssue> {
  const reader = { nodes: 0 };
  const shape = docShape.safeParse(input);
  if (!shape.success) return malformed;
  const content = readNodes(shape.data.content, 'doc', 1, reader);
  if (!content.ok) return content;
  const document: RichText = { type: 'doc', content: content.value };
  const text = plainTextOf(document);
  if (text.length > richTextLimits.characters) {
    return err(issue([], 'too_long', { max: String(richTextLimits.characters) }));
  }
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\p{Surrogate}/u.test(text)) {
    return err(issue([], 'control_characters'));
  }
  return ok(document);
}

/** `parseRichText` as a field of a zod schema. */
export const richTextSchema = z.unknown().transform((input, context): RichText => {
  const parsed = parseRichText(input);
  if (parsed.ok) return parsed.value;
  const { code, params } = parsed.error;
  context.addIssue({ code: 'custom', message: code, params: { code, ...params } });
  return z.NEVER;
});

const nodeShape = z.object({
  type: z.string(),
  attrs: z.record(z.string(), z.unknown()).nullish(),
  content: z.array(z.unknown()).nullish(),
  marks: z.array(z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()).nullish() })).nullish(),
  text: z.string().nullish(),
});
const docShape = z.object({ type: z.literal('doc'), content: z.array(z.unknown()) });
type NodeShape = z.infer<typeof nodeShape>;
type Reading<T> = Result<T, RichTextIssue>;

const fail = (code: RichTextCode): Reading<never> => err(issue([], code));
const malformed = fail('rich_text_malformed');

/** What may stand inside what; '' is nothing. */
const childrenOf: Readonly<Record<RichTextNodeType | 'doc', 'block' | 'inline' | 'item' | ''>> = {
  doc: 'block',
  blockquote: 'block',
  listItem: 'block',
  bulletList: 'item',
  orderedList: 'item',
  paragraph: 'inline',
  heading: 'inline',
  text: '',
  hardBreak: '',
  horizontalRule: '',
};

function kindOf(type: RichTextNodeType): 'block' | 'inline' | 'item' {
  if (type === 'listItem') return 'item';
  return type === 'text' || type === 'hardBreak' ? 'inline' : 'block';
}

function readNodes(
  inputs: readonly unknown[],
  parent: RichTextNodeType | 'doc',
  depth: number,
  reader: { nodes: number },
): Reading<readonly RichTextNode[]> {
  if (depth > richTextLimits.depth) return fail('rich_text_too_deep');
  const nodes: RichTextNode[] = [];
  for (const input of inputs) {
    if ((reader.nodes += 1) > richTextLimits.nodes) return fail('rich_text_too_deep');
    const shape = nodeShape.safeParse(input);
    if (!shape.success) return malformed;
    const type = knownNode(shape.data.type);
    if (!type) return fail('rich_text_unknown_node');
    if (kindOf(type) !== childrenOf[parent]) return malformed;
    const node = readNode(shape.data, type, depth, reader);
    if (!node.ok) return node;
    nodes.push(node.value);
  }
  const needsChild = parent !== 'doc' && !['paragraph', 'heading'].includes(parent) && childrenOf[parent] !== '';
  return needsChild && nodes.length === 0 ? malformed : ok(nodes);
}

function readNode(
  shape: NodeShape,
  type: RichTextNodeType,
  depth: number,
  reader: { nodes: number },
): Reading<RichTextNode> {
  if (type === 'text' && !shape.text) return malformed;
  const marks = readMarks(shape.marks ?? []);
  if (!marks.ok) return marks;
  const content = readNodes(shape.content ?? [], type, depth + 1, reader);
  if (!content.ok) return content;
  const attrs = attrsOf(type, shape.attrs ?? {});
  return ok({
    type,
    ...(attrs ? { attrs } : {}),
    ...(content.value.length > 0 ? { content: content.value } : {}),
    ...(type === 'text' && marks.value.length > 0 ? { marks: marks.value } : {}),
    ...(type === 'text' ? { text: shape.text ?? '' } : {}),
  });
}

function attrsOf(type: RichTextNodeType, attrs: Record<string, unknown>): Record<string, number> | null {
  const integer = (value: unknown, from: number, to: number, otherwise: number): number =>
    typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to ? value : otherwise;
  if (type === 'heading') return { level: integer(attrs['level'], 1, 3, 3) };
  if (type === 'orderedList') return { start: integer(attrs['start'], 0, 9_999, 1) };
  return null;
}

function readMarks(inputs: NonNullable<NodeShape['marks']>): Reading<readonly RichTextMark[]> {
  const marks: RichTextMark[] = [];
  for (const { type, attrs } of inputs) {
    const known = knownMark(type);
    if (!known) return fail('rich_text_unknown_node');
    if (known !== 'link') marks.push({ type: known });
    else {
      const href = attrs?.['href'];
      if (typeof href !== 'string' || href.length > textLimits.url || !isSafeLink(href)) {
        return fail('rich_text_unsafe_link');
      }
      marks.push({ type: 'link', attrs: { href } });
    }
  }
  return ok(marks);
}

const knownNode = (type: string): RichTextNodeType | undefined =>
  [...blockTypes, ...inlineTypes].find((known) => known === type);

const knownMark = (type: string): RichTextMarkType | undefined => markTypes.find((known) => known === type);
