import { Avatar, CapacityBar, Card, CardBody, CardHeader, useFormat } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './Overview.module.css';
import type { Overview } from './overview-documents';

export function SquadsLoad({ squads }: { squads: Overview['squads'] }) {
  const t = useT();
  const format = useFormat();
  if (squads.length === 0) return null;
  return (
    <Card label={t('overview.squads')}>
      <CardHeader title={t('overview.squads')} />
      <CardBody className={classes.squads}>
        {squads.map((squad) => {
          const name = squad.leadName ?? squad.squadName;
          const hours = t('overview.hours', {
            planned: format.number(Math.round(squad.plannedMinutes / 60)),
            capacity: format.number(Math.round(squad.capacityMinutes / 60)),
          });
          const percent = squad.capacityMinutes > 0 ? (squad.plannedMinutes / squad.capacityMinutes) * 100 : 0;
          return (
            <div key={squad.squadId} className={classes.squad}>
              <div className={classes.squadHead}>
                <Avatar id={squad.leadId ?? squad.squadId} name={name} />
                <span>{name}</span>
                <span>{format.percent(Math.round(percent))}</span>
              </div>
              <CapacityBar
                value={squad.plannedMinutes}
                limit={squad.capacityMinutes}
                max={Math.max(squad.capacityMinutes, squad.plannedMinutes)}
                label={hours}
                tone={percent > 90 ? 'warn' : 'normal'}
              />
              <small className={classes.quiet}>
                {hours} · {t('overview.clients', { count: squad.clientCount })}
              </small>
            </div>
          );
        })}
      </CardBody>
    </Card>
  );
}
