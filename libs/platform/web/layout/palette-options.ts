import type { ReactNode } from 'react';
import type { Recent } from './recent';
import type { PaletteAction, PalettePort, SearchFindings, SearchHit } from './search-port';

export interface PaletteOption {
  readonly id: string;
  readonly title: SearchHit['title'];
  readonly note?: string | undefined;
  readonly passage?: SearchHit['passage'];
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  readonly href?: string;
  readonly run?: () => void;
  /** Is remembered when it is opened. */
  readonly isThing?: boolean;
}

export interface PaletteOptions {
  readonly title: string;
  readonly options: readonly PaletteOption[];
}

interface Surroundings {
  readonly recent: readonly Recent[];
  readonly recentIcon: ReactNode;
  readonly searchIcon: ReactNode;
  readonly titles: { readonly recent: string; readonly do: string; readonly goTo: string };
  /** «Все результаты: стол». */
  readonly all: string;
}

/** What stands in the list for what is typed: things before what may be done, that before pages; with nothing typed what was opened lately. */
export function optionsOf(
  port: PalettePort,
  typed: string,
  found: SearchFindings,
  { recent, recentIcon, searchIcon, titles, all }: Surroundings,
): readonly PaletteOptions[] {
  const text = typed.trim();
  const things = found.groups.map(({ title, hits }) => ({
    title,
    options: hits.map((hit): PaletteOption => ({ ...hit, isThing: true })),
  }));
  const places = port.places.filter((place) => isMeant(place, text)).map(optionOf);
  const actions = port.actions.filter((action) => isMeant(action, text)).map(optionOf);
  const groups: readonly PaletteOptions[] =
    text === ''
      ? [
          {
            title: titles.recent,
            options: recent.map(({ title, note, href }) => ({
              ...{ id: `recent-${href.replaceAll(/\W/g, '-')}`, title: { text: title, marks: [] }, note, href },
              ...{ icon: recentIcon, isThing: true },
            })),
          },
          { title: titles.do, options: actions },
          { title: titles.goTo, options: places },
        ]
      : [
          // Who types the name of a page means the page.
          ...(text.length < 3 ? things : []),
          { title: titles.goTo, options: places },
          { title: titles.do, options: actions },
          ...(text.length < 3 ? [] : things),
          {
            title: titles.do,
            options: [
              ...(things.length > 0
                ? [{ id: 'all', title: { text: all, marks: [] }, icon: searchIcon, href: port.allHref(text) }]
                : []),
              ...(port.actionsOf?.(text).map(optionOf) ?? []),
            ],
          },
        ];
  return joined(groups.filter(({ options }) => options.length > 0));
}

/** Of groups that are called the same the second goes behind the last of all. */
function joined(groups: readonly PaletteOptions[]): readonly PaletteOptions[] {
  const byTitle = Map.groupBy(groups, ({ title }) => title);
  return [...byTitle].map(([title, own]) => ({ title, options: own.flatMap(({ options }) => options) }));
}

const optionOf = ({ id, title, icon, keys, href, run }: PaletteAction): PaletteOption => ({
  id,
  title: { text: title, marks: [] },
  icon,
  keys,
  ...(href !== undefined && { href }),
  ...(run && { run }),
});

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Every word that is typed begins one of its own. */
export function isMeant({ title, words = [] }: Pick<PaletteAction, 'title' | 'words'>, text: string): boolean {
  const own = wordsOf([title, ...words].join(' '));
  return wordsOf(text).every((typed) => own.some((word) => word.startsWith(typed)));
}
