import { Button } from '@mantine/core';
import { Columns, EmptyState, IconPlus, Page, PageHeader, QueryView, Stack } from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { InvitationsCard } from './InvitationsCard';
import { InviteDrawer } from './InviteDrawer';
import { MemberDrawer } from './MemberDrawer';
import { MembersTable } from './MembersTable';
import { RatesCard } from './RatesCard';
import { SquadDrawer } from './SquadDrawer';
import { SquadsCard } from './SquadsCard';
import { TeamPageQuery, type TeamMember, type TeamSquad } from './team-documents';

type Opened =
  { kind: 'invite' } | { kind: 'member'; member: TeamMember } | { kind: 'squad'; squad: TeamSquad | null } | null;

/** Who works here, in which squads, for how much. */
export function TeamPage() {
  const t = useT();
  const [opened, setOpened] = useState<Opened>(null);
  const [result, refetch] = useQuery({ query: TeamPageQuery });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  const close = () => {
    setOpened(null);
    reload();
  };

  return (
    <Page>
      <QueryView
        result={result}
        onRetry={reload}
        select={({ team, viewer }) => (viewer ? { team, viewer } : undefined)}
      >
        {({ team, viewer }) => {
          const isOwner = viewer.abilities.includes('squad.manage');
          const active = team.members.filter(({ isActive }) => isActive);
          const invite =
            viewer.role === 'SPECIALIST' ? null : (
              <Button variant="filled" leftSection={<IconPlus />} onClick={() => setOpened({ kind: 'invite' })}>
                {t('team.invite')}
              </Button>
            );
          return (
            <>
              <PageHeader
                title={t('team.title')}
                sub={[t('team.people', { count: active.length })]}
                actions={active.length > 1 ? invite : null}
              />
              <Columns
                side={
                  <Stack>
                    <SquadsCard
                      squads={team.squads}
                      members={team.members}
                      {...(isOwner && { onEdit: (squad: TeamSquad | null) => setOpened({ kind: 'squad', squad }) })}
                    />
                    {team.invitations.length > 0 ? (
                      <InvitationsCard invitations={team.invitations} onChange={reload} />
                    ) : null}
                    {isOwner ? (
                      <RatesCard
                        title={t('team.rates')}
                        hint={t('team.ratesHint')}
                        memberId={null}
                        rates={team.agencyRates}
                        canEdit
                        onChange={reload}
                      />
                    ) : null}
                  </Stack>
                }
              >
                {active.length === 1 && team.members.length === 1 ? (
                  <EmptyState title={t('team.onlyYou')} action={invite}>
                    {t('team.onlyYouText')}
                  </EmptyState>
                ) : (
                  <MembersTable members={team.members} onOpen={(member) => setOpened({ kind: 'member', member })} />
                )}
              </Columns>
              <InviteDrawer
                isOpen={opened?.kind === 'invite'}
                onClose={close}
                squads={team.squads}
                viewerMemberId={viewer.memberId}
                isOwner={isOwner}
              />
              <MemberDrawer
                key={opened?.kind === 'member' ? opened.member.id : 'none'}
                member={opened?.kind === 'member' ? opened.member : null}
                onClose={close}
                onReload={reload}
              />
              <SquadDrawer
                key={opened?.kind === 'squad' ? (opened.squad?.id ?? 'new') : 'closed'}
                squad={opened?.kind === 'squad' ? opened.squad : undefined}
                members={active}
                onClose={close}
              />
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
