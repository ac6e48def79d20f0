// The light door: what nearly every page needs. The editor and the charts have doors of their own
// (`@planerka/platform/web/editor`, `@planerka/platform/web/charts`), so that pages without them stay small.
export { defineErrors, defineLocales, errorText } from './i18n/define-locales';
export type { Locale, Locales, SameKeys, Text, TextKey, TextParams } from './i18n/define-locales';
export { createFormat, TimeZoneContext, useFormat } from './i18n/format';
export type { Format, MoneyFormat, MoneyValue } from './i18n/format';
export { chooseLanguage, currentLanguage, useLanguage } from './i18n/language';
export type { Language } from './i18n/language';
export { localeDifferences } from './i18n/locale-parity';

export { chooseAgency, chosenAgency, keepPickedAgency, useChosenAgency } from './graphql/agency-choice';
export { defineCacheUpdates, defineLiveUpdates, forget, useHappening, type Happening } from './graphql/cache-updates';
export { connection, useConnection } from './graphql/connection';
export { graphql, readFragment } from './graphql/graphql';
export { InvalidInputFragment } from './graphql/invalid-input';
export type { FragmentOf, ResultOf, VariablesOf } from './graphql/graphql';
export { outcomeOf, refusalText } from './graphql/outcome';
export type { CommandResult, InputIssue, Outcome, Refusal, Success } from './graphql/outcome';
export { useCommand } from './graphql/use-command';
export type { CommandOptions, RunCommand } from './graphql/use-command';

export { downloadFile } from './files/download-file';

export { FormErrors } from './forms/FormErrors';
export { useSeenVersion } from './forms/use-seen-version';
export { usePersistentDraft } from './forms/use-persistent-draft';
export type { PersistentDraft } from './forms/use-persistent-draft';

export { AgencyMark } from './layout/AgencyMark';
export { AppShell } from './layout/AppShell';
export type { AppShellProps } from './layout/shell-types';
export { PlatformProvider } from './layout/PlatformProvider';
export { QueryView } from './layout/QueryView';
export { useAppRouter } from './layout/use-app-router';
export { useGo } from './layout/use-go';
export { usePathParam } from './layout/use-path-param';
export { useSearchParam } from './layout/use-search-param';
export { KeyboardMap } from './layout/KeyboardMap';
export { showPalette, usePaletteFace } from './layout/palette-store';
export { SearchPalette } from './layout/SearchPalette';
export type { PaletteAction, PalettePort, SearchGroup, SearchHit } from './layout/search-port';
export { useShortcuts, type Shortcut } from './layout/shortcuts';
export type { NavItem, ShellAgency, ShellList, ShellPerson } from './layout/shell-types';

export { usePlatformText } from './locales/platform-text';

export { readRichText, safeHref } from './rich-text/rich-text';
export { RichTextView } from './rich-text/RichTextView';
export type { RenderText } from './rich-text/RichTextView';

export { AccessRow } from './ui/AccessRow';
export { AppLink } from './ui/AppLink';
export { Avatar, Person, tintOf } from './ui/Avatar';
export { Card, CardBody, CardHeader, Section } from './ui/Card';
export { CheckMark } from './ui/CheckMark';
export { Chip, RiskChip } from './ui/Chip';
export type { ChipTone } from './ui/Chip';
export { ConfirmProvider, useConfirm } from './ui/confirm';
export { cx } from './ui/cx';
export { DateText, RelativeTime } from './ui/DateText';
export { DiffText } from './ui/DiffText';
export { EmptyState } from './ui/EmptyState';
export { ErrorState, NotFoundState } from './ui/ErrorState';
export { Fact, Facts } from './ui/Facts';
export { FilterChip, FilterToggle } from './ui/FilterChip';
export type { FilterOption } from './ui/FilterChip';
export * from './ui/icons';
export { Kbd } from './ui/Kbd';
export { CapacityBar, MoneyBar, MoneyKey } from './ui/MoneyBar';
export type { MoneyPart } from './ui/MoneyBar';
export { MoneyText } from './ui/MoneyText';
export { NetworkIcon, NetworkName, networkOf } from './ui/NetworkIcon';
export type { Network } from './ui/NetworkIcon';
export { Notice } from './ui/Notice';
export { Columns, Page, Row, Spacer, Stack } from './ui/Page';
export { PageHeader } from './ui/PageHeader';
export type { Crumb } from './ui/PageHeader';
export { Segmented } from './ui/Segmented';
export { SidePanel } from './ui/SidePanel';
export { SkeletonBar, SkeletonCards, SkeletonPage, SkeletonRows, SkeletonTable } from './ui/Skeleton';
export { MarkedText } from './ui/MarkedText';
export { StateChip, StateIcon } from './ui/StateIcon';
export { TabBar } from './ui/TabBar';
export { Cell, Column, GroupRow, Table, TableRow, TotalRow } from './ui/Table';
export { VirtualRows } from './ui/VirtualRows';
export { DragArea, Draggable, draggedThing, ignoreNextClick } from './ui/DragArea';
export { useFewAtOnce } from './ui/use-few-at-once';
export type { RowPlace } from './ui/VirtualRows';
export { toast, toastProblem, useUndoable } from './ui/toasts';
export { useFolded } from './ui/use-folded';
export type { Folded } from './ui/use-folded';
export { RowIcon, RowPicture, WorkGroup, WorkRow } from './ui/WorkRow';
export { shapeOf, toneOf, workState } from './ui/work-state';
export type { WorkState } from './ui/work-state';
