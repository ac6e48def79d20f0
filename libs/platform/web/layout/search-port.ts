import { createContext, type ReactNode, useContext } from 'react';

export interface SearchHit {
  id: string;
  title: string;
  /** Where it belongs: «Сосна · Новогодняя коллекция». */
  note?: string;
  href: string;
  icon?: ReactNode;
}

export interface SearchGroup {
  title: string;
  hits: readonly SearchHit[];
}

/** Something that can be done from anywhere: «Новая задача». */
export interface SearchAction {
  id: string;
  title: string;
  icon?: ReactNode;
  href?: string;
  run?: () => void;
}

/** The port of the command palette: the app says how to search, the platform knows no domain. */
export interface SearchPort {
  search: (text: string, signal: AbortSignal) => Promise<readonly SearchGroup[]>;
  actions: readonly SearchAction[];
}

const SearchContext = createContext<SearchPort>({ search: () => Promise.resolve([]), actions: [] });

export const SearchProvider = SearchContext.Provider;

export function useSearchPort(): SearchPort {
  return useContext(SearchContext);
}
