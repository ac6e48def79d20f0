import { networkOf } from '@planerka/clients/domain';
import { lengthOf } from '@planerka/platform/domain';
import type { RuleUnit } from './rule';

/** As long as the network counts it. */
export const measure = (text: string, unit: RuleUnit | null): number =>
  unit === 'bytes' ? bytesOf(text) : lengthOf(text);

function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

export const hashtagsOf = (text: string): readonly string[] => text.match(/(?<![\p{L}\p{N}_&])#[\p{L}\p{N}_]+/gu) ?? [];

/** Words of five letters and more that are all capitals: «РАСПРОДАЖА», but no «ООО» and no «ФИНАМ-1». */
export const shoutedWords = (text: string): readonly string[] =>
  text.match(/(?<![\p{L}\p{N}])\p{Lu}{5,}(?![\p{L}\p{N}-])/gu) ?? [];

/** A family with its skin tones is one. */
export const emojiOf = (text: string): readonly string[] =>
  text.match(
    /(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F]*(?:\u200D\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F]*)*)/gu,
  ) ?? [];

const sentenceEnd = /[.,;:!?…»")\]]+$/;

/** Web addresses as they stand in the text. */
export const linksOf = (text: string): readonly string[] =>
  (text.match(/https?:\/\/[^\s<>]+/giu) ?? []).map((link) => link.replace(sentenceEnd, ''));

const shortHosts = ['vk.cc', 'wa.me', 'rutube.ru'];

const hostOf = (link: string): string => new URL(link).hostname.replace(/^(www|m)\./, '');

/** Links that lead to a site and say nothing of where the reader came from. What is read in a network is counted there. */
export const unmarkedLinks = (text: string): readonly string[] =>
  linksOf(text).filter(
    (link) =>
      URL.canParse(link) &&
      networkOf(link) === null &&
      !shortHosts.includes(hostOf(link)) &&
      !new URL(link).searchParams.has('utm_source'),
  );

const medicine = [
  ...['стоматолог', 'клиник', 'медицин', 'медцентр', 'врач', 'косметолог', 'дерматолог', 'хирург', 'ортодонт'],
  ...['имплант', 'офтальмолог', 'поликлиник', 'эпиляц', 'dental', 'dentist', 'clinic', 'medical', 'cosmetolog'],
];

/** Whether the client heals or beautifies, by what it says of itself. */
export const isMedicine = (about: string): boolean =>
  about
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => medicine.some((stem) => word.startsWith(stem)));

/** «до и после», «до/после», «before-after», in words or in a file's name. */
export const saysBeforeAfter = (text: string): boolean =>
  /(?<!\p{L})до\s*(?:и|\/|-|–|—|_|\\|\|)\s*после(?!\p{L})|before\s*(?:and|&|\/|-|–|—|_)\s*after/iu.test(text);
