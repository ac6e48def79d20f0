import { diffWords } from 'diff';
import { useMemo } from 'react';
import { useLanguage } from '../i18n/language';
import { usePlatformText } from '../locales/platform-text';
import classes from './DiffText.module.css';

/** Word diff of two plain texts. */
export function DiffText({ before, after }: { before: string; after: string }) {
  const t = usePlatformText();
  const { language } = useLanguage();
  const parts = useMemo(() => {
    // without a segmenter the library takes Cyrillic words apart into letters
    const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' });
    return diffWords(before, after, { intlSegmenter });
  }, [before, after, language]);
  return (
    <p className={classes.text}>
      {parts.map((part, index) =>
        part.added ? (
          <ins key={index} className={classes.added} aria-label={`${t('diff.added')}: ${part.value}`}>
            {part.value}
          </ins>
        ) : part.removed ? (
          <del key={index} className={classes.removed} aria-label={`${t('diff.removed')}: ${part.value}`}>
            {part.value}
          </del>
        ) : (
          <span key={index}>{part.value}</span>
        ),
      )}
    </p>
  );
}
