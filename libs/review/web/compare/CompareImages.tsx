import { Segmented } from '@planerka/platform/web';
import { type CSSProperties, useState } from 'react';
import type { ReviewFile } from '../files/review-file';
import { useT } from '../locales';
import classes from './CompareImages.module.css';

/** Two states of a picture: side by side, or one over the other with a border that is drawn across. */
export function CompareImages({ before, after }: { before: ReviewFile | undefined; after: ReviewFile | undefined }) {
  const t = useT();
  const [view, setView] = useState<'sides' | 'slider'>('sides');
  const [share, setShare] = useState(50);
  const maySlide = before && after;
  return (
    <div className={classes.root}>
      {maySlide && (
        <Segmented
          label={t('compare.view')}
          value={view}
          onChange={setView}
          segments={[
            { value: 'sides', label: t('compare.sideBySide') },
            { value: 'slider', label: t('compare.slider') },
          ]}
        />
      )}
      {maySlide && view === 'slider' ? (
        <div className={classes.slider} style={{ '--share': `${share}%` } as CSSProperties}>
          <Picture file={after} label={t('compare.after')} />
          <div className={classes.over} aria-hidden="true">
            <Picture file={before} label="" />
          </div>
          <span className={classes.border} aria-hidden="true" />
          <input
            type="range"
            min={0}
            max={100}
            value={share}
            aria-label={t('compare.sliderHandle')}
            className={classes.handle}
            onChange={(event) => setShare(Number(event.currentTarget.value))}
          />
        </div>
      ) : (
        <div className={classes.sides}>
          {[
            { label: t('compare.before'), file: before },
            { label: t('compare.after'), file: after },
          ].map(({ label, file }) => (
            <figure key={label} className={classes.side}>
              <figcaption className={classes.quiet}>{label}</figcaption>
              {file ? <Picture file={file} label={label} /> : <p className={classes.quiet}>{t('compare.none')}</p>}
            </figure>
          ))}
        </div>
      )}
    </div>
  );
}

function Picture({ file, label }: { file: ReviewFile; label: string }) {
  return <img className={classes.picture} src={file.largeUrl ?? file.url} alt={label && `${label}: ${file.name}`} />;
}
