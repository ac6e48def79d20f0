// The guest's door: what the client's page needs and nothing that weighs. No Mantine, no cache, no shell.
import '../theme/base.css';
import '../theme/fonts.css';
import '../theme/tokens.css';

export { graphql } from './graphql-text';
export type { FragmentOf, ResultOf } from '../graphql/graphql';
export { defineLocales } from '../i18n/define-locales';
export type { SameKeys } from '../i18n/define-locales';
export { TimeZoneContext, useFormat } from '../i18n/format';
export { isLanguage, languageOf, speak, storedLanguage, useLanguage } from '../i18n/language';
export { AgencyMark } from '../layout/AgencyMark';
export { usePlatformText } from '../locales/platform-text';
export { readRichText } from '../rich-text/rich-text';
export { RichTextView } from '../rich-text/RichTextView';
export { Avatar } from '../ui/Avatar';
export { Chip } from '../ui/Chip';
export { cx } from '../ui/cx';
export { DateText, RelativeTime } from '../ui/DateText';
export { LazyDiffText } from './LazyDiffText';
export * from '../ui/icons';
export { NetworkIcon, networkOf } from '../ui/NetworkIcon';
export type { Network } from '../ui/NetworkIcon';
export { StateIcon } from '../ui/StateIcon';
export { workState } from '../ui/work-state';
export { createGuestClient, planTokenFromPath, tokenFromPath } from './guest-client';
export type { GuestAnswer, GuestClient } from './guest-client';
export { GuestBlock, GuestButton, GuestField, GuestHeading, GuestPage, GuestSteps } from './GuestPage';
