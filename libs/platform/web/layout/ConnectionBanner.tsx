import { connection, useConnection } from '../graphql/connection';
import { usePlatformText } from '../locales/platform-text';
import { IconAlert } from '../ui/icons';
import classes from './ConnectionBanner.module.css';

/** Quiet: it says what happens to the text, and stands in nobody's way. */
export function ConnectionBanner() {
  const t = usePlatformText();
  const { isOnline, hasUnsentText } = useConnection();
  return (
    <div role="status" aria-live="polite">
      {!isOnline && (
        <div className={classes.banner}>
          <IconAlert size={14} />
          <span>{hasUnsentText ? t('network_state.offlineDirty') : t('network_state.offline')}</span>
          <button type="button" className={classes.retry} onClick={connection.retry}>
            {t('actions.retry')}
          </button>
        </div>
      )}
    </div>
  );
}
