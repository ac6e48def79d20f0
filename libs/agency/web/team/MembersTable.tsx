import { Button } from '@mantine/core';
import { Card, Cell, Chip, Column, Person, Table, TableRow, useFormat } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './MembersTable.module.css';
import type { TeamMember } from './team-documents';

export function MembersTable({
  members,
  onOpen,
}: {
  members: readonly TeamMember[];
  onOpen: (member: TeamMember) => void;
}) {
  const t = useT();
  const format = useFormat();
  const mayOpen = members.some(({ viewerCanManage, rates }) => viewerCanManage || rates.length > 0);
  return (
    <Card label={t('team.members')} clip>
      <Table label={t('team.members')} rows="rich" stacks>
        <thead>
          <tr>
            <Column>{t('team.name')}</Column>
            <Column>{t('team.disciplines')}</Column>
            <Column>{t('team.inSquad')}</Column>
            <Column numeric>{t('team.hours')}</Column>
            {mayOpen ? <Column numeric>{t('team.rate')}</Column> : null}
            {mayOpen ? <Column hidden>{t('team.edit')}</Column> : null}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <TableRow key={member.id}>
              <Cell className={classes.person}>
                <Person id={member.id} name={member.name} note={t(`role.${member.role}`)} size={28} />
              </Cell>
              <Cell {...(member.isActive && member.disciplines.length > 0 && { label: t('team.disciplines') })}>
                {member.isActive ? (
                  member.disciplines.map((discipline) => t(`discipline.${discipline}`)).join(', ')
                ) : (
                  <Chip>{t('team.off')}</Chip>
                )}
              </Cell>
              <Cell label={t('team.inSquad')}>
                {member.squads.map(({ name }) => name).join(', ') || t('team.noSquad')}
              </Cell>
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
                    <Button size="xs" aria-label={`${t('team.edit')}: ${member.name}`} onClick={() => onOpen(member)}>
                      {t('team.edit')}
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
