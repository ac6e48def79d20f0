import { Button } from '@mantine/core';
import {
  Columns,
  EmptyState,
  IconPlus,
  Page,
  PageHeader,
  QueryView,
  Stack,
  useSearchParam,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { HandOver } from './HandOver';
import { InvitationsCard } from './InvitationsCard';
import { InviteDrawer } from './InviteDrawer';
import { MemberDrawer } from './MemberDrawer';
import { MembersTable } from './MembersTable';
import { RatesCard } from './RatesCard';
import { SquadDrawer } from './SquadDrawer';
import { SquadsCard } from './SquadsCard';
import { TeamPageQuery } from './team-documents';

/** By id: what is open shows the newest of it, also after somebody else's change was loaded. */
type Opened =
  { kind: 'invite' } | { kind: 'member' | 'handOver'; id: string } | { kind: 'squad'; id: string | null } | null;

/** Who works here, in which squads, for how much. */
export function TeamPage() {
  const t = useT();
  // the first steps of an agency lead right to what they are about
  const [wanted, setWanted] = useSearchParam('open');
  // Today leads to whoever has left work behind
  const [goneId, setGone] = useSearchParam('handOver');
  const [opened, setOpened] = useState<Opened>(
    goneId
      ? { kind: 'handOver', id: goneId }
      : wanted === 'invite'
        ? { kind: 'invite' }
        : wanted === 'squad'
          ? { kind: 'squad', id: null }
          : null,
  );
  const [result, refetch] = useQuery({ query: TeamPageQuery });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  const close = () => {
    setOpened(null);
    setWanted(null);
    setGone(null);
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
          // a manager invites into their own squads: without one there is nowhere to invite to
          const mayInvite =
            isOwner ||
            (viewer.role === 'MANAGER' &&
              team.squads.some(({ memberIds }) => memberIds.includes(viewer.memberId ?? '')));
          const openedMember = opened?.kind === 'member' && team.members.find(({ id }) => id === opened.id);
          const left =
            opened?.kind === 'handOver' && team.members.find(({ id, isActive }) => !isActive && id === opened.id);
          const openedSquad =
            opened?.kind === 'squad' ? (team.squads.find(({ id }) => id === opened.id) ?? null) : undefined;
          const invite = !mayInvite ? null : (
            <Button variant="filled" leftSection={<IconPlus />} onClick={() => setOpened({ kind: 'invite' })}>
              {t('team.invite')}
            </Button>
          );
          return (
            <>
              <PageHeader
                title={t('team.title')}
                sub={[t('team.people', { count: active.length })]}
                actions={team.members.length > 1 || team.invitations.length > 0 ? invite : null}
              />
              <Columns
                side={
                  <Stack>
                    <SquadsCard
                      squads={team.squads}
                      members={team.members}
                      {...(isOwner && { onEdit: (id: string | null) => setOpened({ kind: 'squad', id }) })}
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
                        currency={viewer.agency?.currency ?? 'RUB'}
                        canEdit
                        startsAdding={wanted === 'rate'}
                        onChange={reload}
                      />
                    ) : null}
                  </Stack>
                }
              >
                {team.members.length === 1 && team.invitations.length === 0 ? (
                  <EmptyState title={t('team.onlyYou')} action={invite}>
                    {t('team.onlyYouText')}
                  </EmptyState>
                ) : (
                  <MembersTable
                    members={team.members}
                    onOpen={({ id }) => setOpened({ kind: 'member', id })}
                    onHandOver={({ id }) => setOpened({ kind: 'handOver', id })}
                  />
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
                key={openedMember ? openedMember.id : 'none'}
                member={openedMember || null}
                currency={viewer.agency?.currency ?? 'RUB'}
                onClose={close}
                onReload={reload}
              />
              {left ? <HandOver member={left} onClose={close} onDone={close} /> : null}
              <SquadDrawer
                key={openedSquad === undefined ? 'closed' : (openedSquad?.id ?? 'new')}
                squad={openedSquad}
                members={active}
                onClose={close}
                onReload={reload}
              />
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
