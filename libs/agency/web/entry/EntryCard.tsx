import { AgencyMark } from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { useT } from '../locales';
import { LanguageSwitch } from '../settings/LanguageSwitch';
import classes from './EntryCard.module.css';

/** The page before the desk: one card in the middle of the quiet. */
export function EntryCard({ title, children, foot }: { title: string; children: ReactNode; foot?: ReactNode }) {
  const t = useT();
  return (
    <div className={classes.page}>
      <main className={classes.column}>
        <div>
          <div className={classes.brand}>
            <AgencyMark /> Планёрка
          </div>
          <p className={classes.slogan}>{t('entry.slogan')}</p>
        </div>
        <section className={classes.card}>
          <h1>{title}</h1>
          {children}
        </section>
        {foot ? <p className={classes.foot}>{foot}</p> : null}
      </main>
      <div className={classes.controls}>
        <LanguageSwitch />
      </div>
    </div>
  );
}
