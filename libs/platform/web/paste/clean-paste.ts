/**
 * What Word and Google Docs put on the clipboard, brought to what a text consists of: paragraphs, headings, lists, bold, italic, links.
 * Styles, classes, comments and bookmarks go. The document is inert: nothing of it runs or is fetched.
 */
export function cleanPasted(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  dropTalk(body);
  body.querySelectorAll('p, h1, h2, h3, h4, h5, h6').forEach(toListItem);
  joinItems(body);
  for (const element of [...body.querySelectorAll('*')]) settle(element);
  return body.innerHTML.trim();
}

/** Comments of colleagues and machines, and what points at them. */
function dropTalk(body: HTMLElement): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  comments.forEach((comment) => comment.parentNode?.removeChild(comment));
  const talk = [
    'style, script, meta, link, title, xml, template, iframe, object, svg',
    '[style*="mso-element:comment-list"]',
    '[style*="mso-special-character:comment"]',
    '.MsoCommentReference',
    '.MsoCommentText',
    'a[href^="#_msocom"]',
    'a[name^="_msocom"]',
    'a[href^="#cmnt"]',
    '[id^="cmnt"]',
  ];
  body.querySelectorAll(talk.join(',')).forEach((element) => {
    // A comment's number stands in a superscript of its own, its text in a box of its own.
    const box =
      element.closest('sup') ?? (element.id.startsWith('cmnt') && element.id !== 'cmnt' ? ofComment(element) : element);
    box.remove();
  });
}

const ofComment = (element: Element): Element =>
  element.id.startsWith('cmnt_ref') ? (element.closest('sup') ?? element) : (element.closest('div') ?? element);

/** Word writes lists as paragraphs with a mark of their own. */
function toListItem(paragraph: Element): void {
  const style = paragraph.getAttribute('style') ?? '';
  if (!/mso-list:\s*l\d+/i.test(style)) return;
  const mark = paragraph.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]');
  const isOrdered = /^\s*(\d+|[a-zа-я])[.)]/iu.test(mark?.textContent ?? '');
  mark?.remove();
  const list = document.createElement(isOrdered ? 'ol' : 'ul');
  const item = document.createElement('li');
  item.append(...paragraph.childNodes);
  list.append(item);
  list.dataset['joined'] = '';
  paragraph.replaceWith(list);
}

/** Each item was a list of its own; neighbours of one kind are one. */
function joinItems(body: HTMLElement): void {
  for (const list of [...body.querySelectorAll('[data-joined]')]) {
    const before = list.previousElementSibling;
    if (before?.tagName === list.tagName && before.hasAttribute('data-joined')) {
      before.append(...list.childNodes);
      list.remove();
    }
  }
}

const kept: ReadonlySet<string> = new Set([
  ...[
    'P',
    'H1',
    'H2',
    'H3',
    'H4',
    'H5',
    'H6',
    'UL',
    'OL',
    'LI',
    'BLOCKQUOTE',
    'BR',
    'HR',
    'STRONG',
    'B',
    'EM',
    'I',
    'U',
    'S',
    'A',
  ],
]);
const blocks: ReadonlySet<string> = new Set(['DIV', 'SECTION', 'ARTICLE', 'TD', 'TH', 'FIGURE', 'PRE', 'TABLE', 'TR']);

/** Bare, and where a style said what a word is, by a tag that says so. */
function settle(element: Element): void {
  const { tagName } = element;
  const style = element.getAttribute('style') ?? '';
  const href = tagName === 'A' ? destination(element.getAttribute('href') ?? '') : null;
  const start = tagName === 'OL' ? element.getAttribute('start') : null;
  for (const { name } of [...element.attributes]) element.removeAttribute(name);
  if (start) element.setAttribute('start', start);
  if (tagName === 'A' && href !== null) {
    element.setAttribute('href', href);
    return;
  }
  // Google Docs wraps everything into a bold that is not bold.
  const isFalse = (tagName === 'B' || tagName === 'STRONG') && /(^|[;\s])font-weight:\s*(normal|400)/i.test(style);
  if (kept.has(tagName) && !isFalse && tagName !== 'A') return;
  const inner = [...element.childNodes];
  if (blocks.has(tagName) && element.querySelector(anyBlock) === null) {
    const paragraph = document.createElement('p');
    paragraph.append(...inner);
    element.replaceWith(paragraph);
    return;
  }
  if (tagName === 'SPAN' || tagName === 'FONT') {
    element.replaceWith(...marked(inner, style));
    return;
  }
  element.replaceWith(...inner);
}

const anyBlock = 'p, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, div, section, article, table, tr, td, th, figure, pre';

function marked(inner: readonly Node[], style: string): readonly Node[] {
  const tags = [
    ...(/font-weight:\s*(bold|[6-9]00)/i.test(style) ? ['strong'] : []),
    ...(/font-style:\s*italic/i.test(style) ? ['em'] : []),
  ];
  return tags.reduce<readonly Node[]>((nodes, tag) => {
    const mark = document.createElement(tag);
    mark.append(...nodes);
    return [mark];
  }, inner);
}

/** Where a link leads in the end: Google Docs sends readers by way of its own page. Null for a bookmark within the text. */
function destination(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  if (!/^(https?|mailto|tel):$/.test(url.protocol)) return null;
  const isRedirect = /(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url';
  return (isRedirect && url.searchParams.get('q')) || href;
}
