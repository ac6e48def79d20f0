import { usePlatformText } from '../locales/platform-text';
import { IconAlert } from '../ui/icons';
import classes from './ConnectionBanner.module.css';
import { useNewerBuild } from './newer-build';

/** Says that the page is of yesterday, and leaves the moment to whoever is writing on it. */
export function NewerBuildBanner() {
  const t = usePlatformText();
  const isNewer = useNewerBuild();
  return (
    <div role="status" aria-live="polite">
      {isNewer && (
        <div className={classes.banner}>
          <IconAlert size={14} />
          <span>{t('network_state.newer')}</span>
          <button type="button" className={classes.retry} onClick={() => window.location.reload()}>
            {t('network_state.reload')}
          </button>
        </div>
      )}
    </div>
  );
}
