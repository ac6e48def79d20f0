import { cx, DiffText, Segmented, useLanguage } from '@planerka/platform/web';
import { useMemo, useState } from 'react';
import { useT } from '../locales';
import classes from './CompareText.module.css';
import { sideOf, wordDiff } from './word-diff';

/** Two texts by their words: side by side, or what went and what came in one. */
export function CompareText({ before, after }: { before: string; after: string }) {
  const t = useT();
  const { language } = useLanguage();
  const [view, setView] = useState<'sides' | 'inline'>('sides');
  const pieces = useMemo(() => wordDiff(before, after, language), [before, after, language]);
  if (before === after) return <p className={classes.quiet}>{t('compare.same')}</p>;
  return (
    <div className={classes.root}>
      <Segmented
        label={t('compare.view')}
        value={view}
        onChange={setView}
        segments={[
          { value: 'sides', label: t('compare.sideBySide') },
          { value: 'inline', label: t('compare.inline') },
        ]}
      />
      {view === 'inline' ? (
        <DiffText before={before} after={after} />
      ) : (
        <div className={classes.sides}>
          {(['before', 'after'] as const).map((side) => (
            <section key={side} aria-label={t(`compare.${side}`)} className={classes.side}>
              <h3 className={classes.quiet}>{t(`compare.${side}`)}</h3>
              <p className={classes.text}>
                {sideOf(pieces, side).map(({ kind, [side]: text }, index) =>
                  kind === 'removed' ? (
                    <del key={index} className={cx(classes.removed)}>
                      {text}
                    </del>
                  ) : kind === 'added' ? (
                    <ins key={index} className={cx(classes.added)}>
                      {text}
                    </ins>
                  ) : (
                    <span key={index}>{text}</span>
                  ),
                )}
              </p>
            </section>
          ))}
        </div>
      )}
    </div>
  );
}
