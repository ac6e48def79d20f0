import { Button } from '@mantine/core';
import { Card, Cell, Chip, Column, Person, Table, TableRow, useFormat } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './MembersTable.module.css';
import type { TeamMember } from './team-documents';

export function MembersTable({
  members,
  onOpen,
  onHandOver,
}: {
  members: readonly TeamMember[];
  onOpen: (member: TeamMember) => void;
  /** Of one who has left work behind. */
  onHandOver: (member: TeamMember) => void;
}) {
  const t = useT();
  const format = useFormat();
  const mayOpen = members.some(({ viewerCanManage, rates }) => viewerCanManage || rates.length > 0);
  /** A specialist is known by what they do, a lead by being one. */
  const workOf = ({ role, disciplines, hasSecondFactor }: TeamMember) =>
    [
      ...(role === 'SPECIALIST' && disciplines.length > 0 ? [] : [t(`role.${role}`)]),
      ...disciplines.map((discipline) => t(`discipline.${discipline}`)),
      ...(hasSecondFactor ? [t('team.hasSecondFactor')] : []),
    ].join(', ');
  return (
    <Card label={t('team.members')} clip>
      <Table label={t('team.members')} rows="rich" stacks>
        <thead>
          <tr>
            <Column>{t('team.name')}</Column>
            <Column>{t('team.inSquad')}</Column>
            <Column numeric>{t('team.hoursShort')}</Column>
            {mayOpen ? <Column numeric>{t('team.rate')}</Column> : null}
            {mayOpen ? <Column hidden>{t('team.edit')}</Column> : null}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <TableRow key={member.id}>
              <Cell className={classes.person}>
                <Person id={member.id} name={member.name} note={workOf(member)} size={28} />
              </Cell>
              {member.isActive ? (
                <Cell label={t('team.inSquad')}>
                  {member.squads.map(({ name }) => name).join(', ') || t('team.noSquad')}
                  {member.clientsLed ? <ClientsLed led={member.clientsLed} /> : null}
                </Cell>
              ) : (
                <Cell>
                  <Chip>{t('team.off')}</Chip>{' '}
                  {member.leftBehind > 0 ? (
                    <Button
                      size="xs"
                      aria-label={`${t('team.handOver', { count: member.leftBehind })}: ${member.name}`}
                      onClick={() => onHandOver(member)}
                    >
                      {t('team.handOver', { count: member.leftBehind })}
                    </Button>
                  ) : null}
                </Cell>
              )}
              <Cell numeric label={t('team.hours')}>
                {member.weeklyHours}
              </Cell>
              {mayOpen ? (
                <Cell numeric label={t('team.rate')}>
                  {member.rates[0]
                    ? `${format.money(member.rates[0].amount)} ${t(`team.per${member.rates[0].unit}`)}`
                    : '—'}
                </Cell>
              ) : null}
              {mayOpen ? (
                <Cell numeric>
                  {member.viewerCanManage || member.rates.length > 0 ? (
                    <Button
                      size="xs"
                      aria-label={`${t(member.viewerCanManage ? 'team.edit' : 'team.ownRates')}: ${member.name}`}
                      onClick={() => onOpen(member)}
                    >
                      {t(member.viewerCanManage ? 'team.edit' : 'team.ownRates')}
                    </Button>
                  ) : null}
                </Cell>
              ) : null}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

/** «7 из 10 клиентов»; at the limit it says so in colour and in words. */
function ClientsLed({ led: { count, limit } }: { led: NonNullable<TeamMember['clientsLed']> }) {
  const t = useT();
  const text = t('team.clientsLed', { clients: count, limit });
  return (
    <small className={classes.led}>
      {count > limit ? <Chip tone="warn">{t('team.clientsOver', { clients: count, limit })}</Chip> : text}
    </small>
  );
}
