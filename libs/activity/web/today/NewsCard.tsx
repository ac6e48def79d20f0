import { AppLink, Card, CardBody, CardHeader, useFormat } from '@planerka/platform/web';
import { useT } from '../locales';
import { ru } from '../locales/ru';
import { quoted } from './quoted';
import classes from './NewsCard.module.css';
import type { Today } from './today-documents';

type Told = Exclude<keyof typeof ru.news, 'title' | 'empty'>;

function wordsFor({ action, title }: Today['news'][number]): Told {
  const key = action.replace('.', '_');
  const words: string | undefined = (ru.news as Readonly<Record<string, string>>)[key];
  // words about a thing want its name; those about a payout want none
  if (!title) return words !== undefined && !words.includes('{{what}}') ? (key as Told) : 'plain';
  return words !== undefined ? (key as Told) : 'other';
}

export function NewsCard({ news }: { news: Today['news'] }) {
  const t = useT();
  const format = useFormat();
  return (
    <Card label={t('news.title')}>
      <CardHeader title={t('news.title')} />
      <CardBody>
        {news.length === 0 ? <p>{t('news.empty')}</p> : null}
        <ul className={classes.list}>
          {news.map((one) => {
            const text = t(`news.${wordsFor(one)}`, { who: one.actorName, what: quoted(one.title ?? '', t) });
            return (
              <li key={one.id} className={classes.item}>
                <span className={classes.text}>
                  {one.taskId ? <AppLink href={`/tasks/${one.taskId}`}>{text}</AppLink> : text}
                </span>
                <time className={classes.time} dateTime={one.at}>
                  {format.relative(one.at)}
                </time>
              </li>
            );
          })}
        </ul>
      </CardBody>
    </Card>
  );
}
