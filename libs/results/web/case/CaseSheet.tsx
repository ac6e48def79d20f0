import { cx, type FragmentOf, graphql, readFragment, type ResultOf, useFormat } from '@planerka/platform/web';
import { anonymise } from '@planerka/results/domain';
import type { ReactNode } from 'react';
import { useT } from '../locales';
import { useFigure, useMetricName } from '../metrics';
import classes from './CaseSheet.module.css';
import { isDiscipline, isItemFormat } from './case-words';

export const CaseSheet_casePage = graphql(`
  fragment CaseSheet_casePage on CasePage {
    id
    title
    before
    actions
    after
    quote
    quoteAuthor
    isAnonymised
    figures {
      metric
      unit
      before
      after
      change
      isBetter
    }
    publications {
      kind
      count
    }
    tasks {
      kind
      count
    }
    campaign {
      id
      name
      goal
      startsOn
      endsOn
      publicationResults {
        itemId
        title
        publishedOn
        seen
        er {
          value
        }
      }
      client {
        id
        name
        currency
      }
    }
  }
`);

/** The sheet that is shown and printed: before, what was done, after. */
export function CaseSheet({ page: ref }: { page: FragmentOf<typeof CaseSheet_casePage> }) {
  const page = readFragment(CaseSheet_casePage, ref);
  const t = useT();
  const format = useFormat();
  const nameOf = useMetricName();
  const { campaign } = page;
  const figure = useFigure(campaign.client.currency);
  const shown = (text: string) =>
    page.isAnonymised ? anonymise(text, [campaign.client.name], t('case.client')) : text;
  const published = page.publications.reduce((sum, { count }) => sum + count, 0);
  return (
    <article className={classes.sheet}>
      <header className={classes.header}>
        <p className={classes.client}>{shown(campaign.client.name)}</p>
        <h2 className={classes.title}>{shown(page.title)}</h2>
        <dl className={classes.facts}>
          <div>
            <dt>{t('case.goal')}</dt>
            <dd>{t(`case.campaignGoal.${campaign.goal}`)}</dd>
          </div>
          <div>
            <dt>{t('case.period')}</dt>
            <dd>{format.range(campaign.startsOn, campaign.endsOn)}</dd>
          </div>
        </dl>
      </header>
      <section className={classes.figures} aria-label={t('case.figures')}>
        {page.figures.length === 0 && <p className={classes.quiet}>{t('case.noFigures')}</p>}
        {page.figures.map(({ metric, unit, before, after, change, isBetter }) => (
          <div key={metric} className={classes.figure}>
            <p className={classes.figureName}>{nameOf(metric)}</p>
            <p className={classes.figureValue}>{figure(after, unit, metric)}</p>
            <p className={classes.figureNote}>
              {before !== null && t('case.was', { value: figure(before, unit, metric) })}
              {change !== null && (
                <b className={isBetter ? classes.better : isBetter === false ? classes.worse : undefined}>
                  {change > 0 ? '+' : ''}
                  {format.percent(change)}
                </b>
              )}
            </p>
          </div>
        ))}
      </section>
      <Part title={t('case.before')} text={shown(page.before)} empty={t('case.noText')} />
      <Part title={t('case.actions')} text={shown(page.actions)} empty={published > 0 ? '' : t('case.noText')}>
        {(published > 0 || page.tasks.length > 0) && (
          <ul className={classes.work}>
            {published > 0 && <li className={classes.total}>{t('case.publications', { count: published })}</li>}
            {page.publications.map(({ kind, count }) => (
              <li key={kind}>
                {isItemFormat(kind) ? t(`case.format.${kind}`) : kind} <b>{count}</b>
              </li>
            ))}
            {page.tasks.map(({ kind, count }) => (
              <li key={kind}>
                {isDiscipline(kind) ? t(`case.discipline.${kind}`) : kind} <b>{count}</b>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <BestPublications page={page} shown={shown} />
      <Part title={t('case.after')} text={shown(page.after)} empty={t('case.noText')} />
      {page.quote && (
        <figure className={classes.quote}>
          <blockquote>{shown(page.quote)}</blockquote>
          {page.quoteAuthor && <figcaption>{shown(page.quoteAuthor)}</figcaption>}
        </figure>
      )}
    </article>
  );
}

/** So many are worth showing. */
const bestOf = 3;

/** What the client's people read most, beside what is usual with them. */
function BestPublications({
  page: { campaign },
  shown,
}: {
  page: ResultOf<typeof CaseSheet_casePage>;
  shown: (text: string) => string;
}) {
  const t = useT();
  const format = useFormat();
  const best = campaign.publicationResults.filter(({ seen }) => seen !== null).slice(0, bestOf);
  if (best.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3 className={classes.partTitle}>{t('case.best')}</h3>
      <ol className={classes.best}>
        {best.map(({ itemId, title, publishedOn, seen, er }) => (
          <li key={itemId}>
            <b>{shown(title)}</b>{' '}
            <span>
              {format.day(publishedOn)},{' '}
              {t(er ? 'case.bestFigures' : 'case.bestSeen', {
                seen: format.number(seen ?? 0),
                er: er ? format.percent(Number(er.value), 1) : '',
              })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface PartProps {
  title: string;
  text: string;
  empty: string;
  children?: ReactNode;
}

function Part({ title, text, empty, children }: PartProps) {
  return (
    <section className={classes.part}>
      <h3 className={classes.partTitle}>{title}</h3>
      {text ? <Prose text={text} /> : empty && <p className={classes.hint}>{empty}</p>}
      {children}
    </section>
  );
}

/** One line is a sentence; several are a list of what was done. */
function Prose({ text }: { text: string }) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 3) return <p className={classes.prose}>{text}</p>;
  return (
    <ul className={cx(classes.prose, classes.points)}>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
