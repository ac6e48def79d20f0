import { Button, Checkbox } from '@mantine/core';
import type { PlanPreview } from '@planerka/content-plan/domain';
import { errorText, Notice, Row, Spacer } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from './locales';
import { ColumnMapping } from './ColumnMapping';
import { ImportRows } from './ImportRows';
import classes from './ImportWizard.module.css';
import type { useImport } from './use-import';

const kinds = ['create', 'update', 'unchanged', 'skip', 'bad'] as const;

/** What the columns hold, and what each row would do. */
export function ImportOutcome({
  preview,
  importing: { choose, beginAnew, wish },
}: {
  preview: PlanPreview;
  importing: Pick<ReturnType<typeof useImport>, 'choose' | 'beginAnew' | 'wish'>;
}) {
  const t = useT();
  const [onlyBad, setOnlyBad] = useState(false);
  const { counts, rows, missingColumns } = preview;
  const updates = rows.filter(({ kind }) => kind === 'update').map(({ row }) => row);
  const doubled = rows.filter(({ turn }) => turn !== undefined).map(({ row }) => row);
  const skipped = rows.filter(({ kind }) => kind === 'skip').map(({ row }) => row);
  return (
    <>
      {missingColumns.length > 0 && (
        <Notice tone="warn">
          {t('missing', {
            columns: missingColumns.map((column) => `«${t(`columnName.${column}`)}»`).join(', '),
          })}
        </Notice>
      )}
      {preview.isAsLastTime && (
        <Notice>
          {t('asLastTime')}{' '}
          <Button size="xs" variant="subtle" onClick={beginAnew}>
            {t('anew')}
          </Button>
        </Notice>
      )}
      <ColumnMapping columns={preview.columns} isOpen={missingColumns.length > 0} onChoose={choose} />
      {preview.isTooLong && <Notice tone="danger">{errorText('file_too_many_rows', { max: 2_000 })}</Notice>}
      {rows.length === 0 && missingColumns.length === 0 && <Notice>{t('empty')}</Notice>}
      {rows.length > 0 && (
        <>
          <Row>
            <ul className={classes.counts} aria-label={t('willDo')} aria-live="polite">
              {kinds
                .filter((kind) => counts[kind] > 0)
                .map((kind) => (
                  <li key={kind} data-kind={kind}>
                    {t(kind === 'skip' ? 'left' : `${kind}`, { count: counts[kind] })}
                  </li>
                ))}
            </ul>
            <Spacer />
            {updates.length > 0 && (
              <Button size="xs" variant="subtle" onClick={() => wish(updates, 'skip')}>
                {t('skipKnown')}
              </Button>
            )}
            {skipped.length > 0 && (
              <Button size="xs" variant="subtle" onClick={() => wish(skipped, 'take')}>
                {t('takeSkipped')}
              </Button>
            )}
            {counts.bad > 0 && (
              <Checkbox
                label={t('onlyBad')}
                checked={onlyBad}
                onChange={(event) => setOnlyBad(event.currentTarget.checked)}
              />
            )}
          </Row>
          {counts.bad > 0 && <Notice tone="warn">{t('allOrNothing')}</Notice>}
          {doubled.length > 0 && (
            <Notice tone="warn" title={t('turns', { count: doubled.length })}>
              {t('turnsText')}{' '}
              <Button size="xs" variant="subtle" onClick={() => wish(doubled, 'skip')}>
                {t('skipTurns')}
              </Button>
            </Notice>
          )}
          {counts.bad === 0 && counts.create + counts.update === 0 && <Notice>{t('nothingToDo')}</Notice>}
          <ImportRows rows={onlyBad ? rows.filter(({ kind }) => kind === 'bad') : rows} onWish={wish} />
        </>
      )}
    </>
  );
}
