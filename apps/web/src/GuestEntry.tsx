import { GuestHeading, GuestPage } from '@planerka/platform/web/guest';
import { useT } from './locales';

/** What stands at /g/:token. A wrong, expired or revoked link all read the same. */
export function GuestEntry({ token: _token }: { token: string | undefined }) {
  const t = useT();
  return (
    <GuestPage from={t('guest.from')}>
      <GuestHeading title={t('guest.closedTitle')} lead={t('guest.closedText')} />
    </GuestPage>
  );
}
