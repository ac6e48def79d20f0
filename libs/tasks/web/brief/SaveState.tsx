import { useFormat } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './BriefForm.module.css';
import type { SaveStatus } from './use-autosave';

/** «Сохранено 12:04»: heard politely, never in the way. */
export function SaveState({ status, updatedAt }: { status: SaveStatus; updatedAt: string }) {
  const t = useT();
  const format = useFormat();
  const isTrouble = status.kind !== 'saved' && status.kind !== 'saving' && status.kind !== 'waiting';
  return (
    <span className={isTrouble ? classes.trouble : classes.status} role="status">
      {words()}
    </span>
  );

  function words(): string {
    switch (status.kind) {
      case 'saved':
        return t('brief.saved', { time: format.time(status.at ?? updatedAt) });
      case 'saving':
        return t('brief.saving');
      case 'waiting':
      case 'conflict':
        return t('brief.unsaved');
      case 'offline':
        return t('brief.offline');
      case 'invalid':
        return t('brief.invalid');
      case 'failed':
        return t('brief.failed');
      case 'closed':
        return t('brief.closed');
    }
  }
}
