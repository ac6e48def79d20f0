import type { ReactNode } from 'react';
import type { TextMark } from '../ui/MarkedText';

interface Marked {
  readonly text: string;
  readonly marks: readonly TextMark[];
}

export interface SearchHit {
  readonly id: string;
  readonly title: Marked;
  /** Where it belongs: «Сосна · Новогодняя коллекция». */
  readonly note?: string;
  /** Where the text says it. */
  readonly passage?: Marked | null;
  readonly href: string;
  readonly icon?: ReactNode;
}

export interface SearchGroup {
  readonly title: string;
  readonly hits: readonly SearchHit[];
}

export interface SearchFindings {
  readonly groups: readonly SearchGroup[];
  /** Said above them: that this is a guess, or why nothing was looked for. */
  readonly remark?: string | undefined;
}

/** Somewhere to go or something to do, from anywhere: «Задачи», «Новая задача». */
export interface PaletteAction {
  readonly id: string;
  readonly title: string;
  /** What else it is looked for by: its name in the other language. */
  readonly words?: readonly string[];
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  readonly href?: string;
  readonly run?: () => void;
}

/** What the app tells the palette: how to search, where to go, what may be done. The platform knows no domain. */
export interface PalettePort {
  /** Throws where it could not be asked. */
  readonly search: (text: string) => Promise<SearchFindings>;
  /** All of what is found, on a page of its own. */
  readonly allHref: (text: string) => string;
  readonly places: readonly PaletteAction[];
  readonly actions: readonly PaletteAction[];
  /** What may be done with what is typed: «Записать идею «…»». */
  readonly actionsOf?: (text: string) => readonly PaletteAction[];
  /** What was opened from here lately is kept under this name until the tab is closed. */
  readonly memory: string;
}
