/** Latin for each Cyrillic letter, as addresses of the Russian web are written. */
const latin: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

export interface Slug {
  /** Of `a-z 0-9 . _ ~ -` only: needs no escape in an address, and reads the same in every cabinet and report. */
  readonly text: string;
  /** Signs that had no place in it, each once. */
  readonly dropped: readonly string[];
}

/** «Семьи с ремонтом» → `semi-s-remontom`. What cannot be written so is named rather than lost in silence. */
export function slug(text: string): Slug {
  const dropped = new Set<string>();
  const written = [...text.normalize('NFC').toLowerCase()].map((sign) => {
    const known = latin[sign];
    if (known !== undefined) return known;
    if (/[a-z0-9._~]/.test(sign)) return sign;
    if (separators.test(sign)) return '-';
    const bare = sign.normalize('NFD').replace(/\p{M}/gu, '');
    if (/^[a-z0-9]+$/.test(bare)) return bare;
    dropped.add(sign);
    return '';
  });
  const joined = written
    .join('')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '');
  return { text: joined, dropped: [...dropped] };
}

/** Between words; a sign of a joined name («a/b», «a + b») stands between words too. */
const separators = /[\s\-‐‑‒–—/\\|,;:+×]/u;
