import type { ClipboardEvent } from 'react';

/** Formatted words: anything else is pasted as it is, and so is what somebody asked to paste without its look. */
const formatted = /<(h[1-6]|ul|ol|li|b|strong|a)\b|mso-list|font-weight:\s*(bold|[6-9]00)/i;

/**
 * Headings, lists, bold and links of Google Docs and Word as light marks in plain text. Goes in as if typed, so that Ctrl+Z takes it out.
 */
export function pasteMarks(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const html = event.clipboardData.getData('text/html');
  if (!formatted.test(html)) return;
  event.preventDefault();
  const field = event.currentTarget;
  const plain = event.clipboardData.getData('text/plain');
  void import('@planerka/platform/web/paste').then(
    ({ marksOfHtml }) => insert(field, marksOfHtml(html) || plain),
    () => insert(field, plain),
  );
}

function insert(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  // The one way that the browser keeps in its own undo; where it is gone the text is set, and the field hears of it.
  if (typeof document.execCommand === 'function' && document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
