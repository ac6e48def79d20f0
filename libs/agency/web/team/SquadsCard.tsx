import { Button } from '@mantine/core';
import { Card, CardBody, CardHeader, Person } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './TeamCards.module.css';
import type { TeamMember, TeamSquad } from './team-documents';

export function SquadsCard({
  squads,
  members,
  onEdit,
}: {
  squads: readonly TeamSquad[];
  members: readonly TeamMember[];
  onEdit?: (squadId: string | null) => void;
}) {
  const t = useT();
  return (
    <Card label={t('team.squads')}>
      <CardHeader
        title={t('team.squads')}
        count={squads.length || undefined}
        aside={
          onEdit ? (
            <Button size="xs" onClick={() => onEdit(null)}>
              {t('team.newSquad')}
            </Button>
          ) : null
        }
        ruled
      />
      {squads.length === 0 ? <CardBody>{t('team.noSquads')}</CardBody> : null}
      <ul>
        {squads.map((squad) => {
          const lead = members.find(({ id }) => id === squad.leadId);
          const clients = squad.clients > 0 ? t('team.clients', { count: squad.clients }) : t('team.noClients');
          return (
            <li key={squad.id} className={classes.squad}>
              <CardHeader
                title={squad.name}
                sub={`${t('team.people', { count: squad.memberIds.length })} · ${clients}`}
                aside={
                  onEdit ? (
                    <Button
                      size="xs"
                      variant="subtle"
                      aria-label={`${t('team.edit')}: ${squad.name}`}
                      onClick={() => onEdit(squad.id)}
                    >
                      {t('team.edit')}
                    </Button>
                  ) : null
                }
              />
              {lead ? (
                <CardBody>
                  <Person id={lead.id} name={lead.name} note={t('team.lead')} size={28} />
                </CardBody>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
