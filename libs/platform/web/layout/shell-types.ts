import type { ReactNode } from 'react';
import type { Icon } from '../ui/icons';

export interface NavItem {
  label: string;
  href: string;
  icon: Icon;
  count?: number | undefined;
  /** A dot on the rail: something waits here. */
  hasNews?: boolean;
  /** Among the five tabs at the bottom of a phone; the rest is under «Ещё». */
  isTab?: boolean;
  /** A shorter word for the tab. */
  tabLabel?: string;
}

export interface ShellAgency {
  id: string;
  name: string;
}

/** Clients of a manager, squads of an owner: the list under the sections. */
export interface ShellList {
  caption: string;
  /** The whole list: the caption becomes a link. */
  href?: string;
  /** «5 из 10». */
  note?: string;
  items: readonly {
    id: string;
    name: string;
    href: string;
    kind: 'client' | 'person';
    imageUrl?: string | null;
    count?: number;
  }[];
}

export interface ShellPerson {
  id: string;
  name: string;
  role: string;
}

export interface AppShellProps {
  agency: ShellAgency;
  /** All agencies of the person; with one there is nothing to switch. */
  agencies: readonly ShellAgency[];
  onChooseAgency: (id: string) => void;
  nav: readonly NavItem[];
  list?: ShellList | undefined;
  person: ShellPerson;
  /** The path of the page shown, to mark its section. */
  path: string;
  /** Plan and budget fold the navigation to a rail and take the room. */
  isRail?: boolean;
  /** The person's own account. */
  profileHref: string;
  settingsHref: string;
  onSignOut: () => void;
  /** Opens the command palette (see SearchPalette). */
  onSearch: () => void;
  children: ReactNode;
}
