import {
  blockTypes,
  emptyRichText,
  inlineTypes,
  markTypes,
  type RichText,
  type RichTextMark,
  type RichTextNode,
} from '@planerka/platform/domain';

const MAX_DEPTH = 32;

const nodeTypes: ReadonlySet<unknown> = new Set([...blockTypes, ...inlineTypes]);
const knownMarks: ReadonlySet<unknown> = new Set(markTypes);

const isNodeType = (type: unknown): type is RichTextNode['type'] => nodeTypes.has(type);
const isMarkType = (type: unknown): type is RichTextMark['type'] => knownMarks.has(type);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readMark(value: unknown): RichTextMark[] {
  if (!isObject(value) || !isMarkType(value['type'])) return [];
  if (value['type'] !== 'link') return [{ type: value['type'] }];
  const href = isObject(value['attrs']) ? safeHref(value['attrs']['href']) : undefined;
  return href ? [{ type: 'link', attrs: { href } }] : [];
}

/** A node that we do not know gives way to what is in it: words are never lost. */
function readNodes(value: unknown, depth: number): RichTextNode[] {
  if (!Array.isArray(value) || depth > MAX_DEPTH) return [];
  return value.flatMap((one: unknown): RichTextNode[] => {
    if (!isObject(one)) return [];
    const content = readNodes(one['content'], depth + 1);
    if (!isNodeType(one['type'])) return content;
    const marks = Array.isArray(one['marks']) ? one['marks'].flatMap(readMark) : [];
    const start = isObject(one['attrs']) ? one['attrs']['start'] : undefined;
    return [
      {
        type: one['type'],
        ...(typeof one['text'] === 'string' ? { text: one['text'] } : {}),
        ...(typeof start === 'number' ? { attrs: { start } } : {}),
        ...(marks.length > 0 ? { marks } : {}),
        ...(content.length > 0 ? { content } : {}),
      },
    ];
  });
}

/** For showing: whatever came (the API's JSON, an old draft) as a document of known parts only. The server's door is stricter. */
export function readRichText(value: unknown): RichText {
  if (!isObject(value) || value['type'] !== 'doc') return emptyRichText;
  const content = readNodes(value['content'], 0);
  return content.length > 0 ? { type: 'doc', content } : emptyRichText;
}

/** Only addresses that lead somewhere a person may go; `javascript:` and its friends become undefined. */
export function safeHref(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  // browsers ignore control characters and spaces inside a scheme
  const address = value.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029]/g, '');
  if (/^(https?:\/\/|mailto:|tel:)/i.test(address)) return address;
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#].*)?$/u.test(address) ? `https://${address}` : undefined;
}
