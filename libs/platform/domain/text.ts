import { z } from 'zod';
import { custom } from './input';

/** The longest a text may be, in UTF-16 code units. One table for inputs, forms and the database's checks. */
export const textLimits = {
  /** A person, a client, a squad, a budget line. */
  name: 120,
  /** A task, an item, a campaign: one line. */
  title: 200,
  /** One entry of a list: a criterion, a keyword, a segment's name. */
  line: 500,
  /** A reason, a question, a comment. */
  note: 5_000,
  /** A field of a brief or a profile. */
  long: 20_000,
  /** Plain text of one rich text. */
  richText: 50_000,
  url: 2_048,
  email: 254,
} as const;

export type TextLimit = keyof typeof textLimits;

// PostgreSQL refuses NUL, and the other control characters are never meant: tab and line breaks are all people type.
const controlCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
const loneSurrogate = /\p{Surrogate}/u;

/** A string that can be kept, for what has a limit of its own. */
export const printable = () =>
  z.string().superRefine((text, context) => {
    if (controlCharacters.test(text) || loneSurrogate.test(text)) context.addIssue(custom('control_characters'));
  });

/** A text within a limit of the table: trimmed, line breaks as \n, free of control characters; '' is allowed. */
export const optionalText = (limit: TextLimit) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(printable().max(textLimits[limit]));

/** The same, but not empty. */
export const requiredText = (limit: TextLimit) => optionalText(limit).pipe(z.string().min(1));

/** One line: inner line breaks become spaces. */
export const optionalLine = (limit: TextLimit) =>
  z
    .string()
    .transform((text) => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' '))
    .pipe(optionalText(limit));

export const requiredLine = (limit: TextLimit) => optionalLine(limit).pipe(z.string().min(1));

const webProtocols = new Set(['http:', 'https:']);

/** What a click may open: an address of the web, mail, phone or Telegram. Never `javascript:` or `data:`. */
const linkProtocols = new Set([...webProtocols, 'mailto:', 'tel:', 'tg:']);

export const isSafeLink = (href: string): boolean => hasProtocol(href, linkProtocols);

export const isWebAddress = (href: string): boolean => hasProtocol(href, webProtocols);

/** An absolute http(s) address; «vk.com/sosna», as people copy it, is taken for https. */
export const webAddress = () =>
  z
    .string()
    .trim()
    .transform((href) => (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/\S*)?$/u.test(href) ? `https://${href}` : href))
    .pipe(z.string().max(textLimits.url))
    .superRefine((href, context) => {
      if (!isWebAddress(href)) context.addIssue(custom('not_a_url'));
    });

/** Lower case: people type their address as they like, mail servers do not care. */
export const emailAddress = () => z.string().trim().toLowerCase().pipe(z.email().max(textLimits.email));

function hasProtocol(href: string, allowed: ReadonlySet<string>): boolean {
  // The URL parser drops tabs and line breaks inside a scheme, and so do browsers: refuse rather than reason about it.
  if (controlCharacters.test(href) || /[\t\n\r]/.test(href)) return false;
  return URL.canParse(href) && allowed.has(new URL(href).protocol);
}
