import {
  AppLink,
  Avatar,
  CapacityBar,
  Card,
  CardBody,
  CardHeader,
  cx,
  IconSwap,
  Section,
  useFormat,
} from '@planerka/platform/web';
import { useT } from '../locales';
import type { ru } from '../locales/ru';
import classes from './LoadCard.module.css';
import type { Today } from './today-documents';

interface LoadCardProps {
  load: Today['load'];
  week: Today['week'];
  isOwn: boolean;
}

const shown = 8;

export function LoadCard({ load, week, isOwn }: LoadCardProps) {
  const t = useT();
  const format = useFormat();
  const [first, last] = [week[0], week.at(-1)];
  const fullest = Math.max(1, ...load.map(({ planned, capacity }) => Math.max(planned, capacity)));
  const over = load.find(({ planned, capacity }) => capacity > 0 && planned > capacity);
  return (
    <Card label={t('load.title')}>
      <CardHeader
        title={t(isOwn ? 'load.own' : 'load.title')}
        aside={first && last ? format.range(first.day, last.day) : null}
      />
      <CardBody>
        {load.every(({ planned }) => planned === 0) ? (
          <p>{t('load.free')}</p>
        ) : (
          <div className={classes.list}>
            {load.slice(0, shown).map(({ memberId, name, disciplines, planned, capacity }) => {
              const hours = t('load.hours', { planned: format.number(planned), capacity });
              return (
                <div key={memberId} className={classes.person}>
                  <Avatar id={memberId} name={name} />
                  <span className={classes.name}>
                    {name}{' '}
                    <small>
                      {disciplines.map((one) => t(`discipline.${one as keyof typeof ru.discipline}`)).join(', ')}
                    </small>
                  </span>
                  <span className={cx(planned > capacity && classes.over)}>{hours}</span>
                  <span className={classes.bar}>
                    <CapacityBar value={planned} limit={capacity} max={fullest} label={`${name}: ${hours}`} />
                  </span>
                </div>
              );
            })}
          </div>
        )}
      </CardBody>
      {over && !isOwn ? (
        <Section className={classes.advice}>
          <IconSwap />
          <span>
            {t('load.over', { name: over.name, hours: format.number(over.planned - over.capacity) })}{' '}
            <AppLink href={`/workload?cell=${over.memberId}:all`}>{t('load.open')}</AppLink>
          </span>
        </Section>
      ) : null}
    </Card>
  );
}
