import { Button, Drawer, Group, Select, Stack } from '@mantine/core';
import {
  graphql,
  InvalidInputFragment,
  Notice,
  QueryView,
  toast,
  useCommand,
  type ResultOf,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { HandOverRow } from './HandOverRow';
import type { TeamMember } from './team-documents';

const HandOverQuery = graphql(`
  query HandOver($memberId: ID!) {
    handOver(memberId: $memberId) {
      ledTasks
      leadIds
      candidates {
        id
        name
        openTasks
        awayUntil
        awayKind
      }
      tasks {
        id
        title
        clientName
        state
        discipline
        moves
        candidateIds
      }
    }
  }
`);

const HandOverTasksMutation = graphql(
  `
    mutation HandOverTasks($input: HandOverTasksInput!) {
      handOverTasks(input: $input) {
        __typename
        ... on HandedOver {
          moved
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
        ... on IllegalTransition {
          state
          reason
        }
      }
    }
  `,
  [InvalidInputFragment],
);

export type HandOverData = NonNullable<ResultOf<typeof HandOverQuery>['handOver']>;

interface HandOverProps {
  member: TeamMember;
  onClose: () => void;
  /** Their access has ended, or had before. */
  onDone: () => void;
}

/** Before somebody's access ends: what they have in hand, and to whom it goes. */
export function HandOver({ member, onClose, onDone }: HandOverProps) {
  const t = useT();
  const [result, refetch] = useQuery({
    query: HandOverQuery,
    variables: { memberId: member.id },
    requestPolicy: 'network-only',
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      title={t(member.isActive ? 'team.switchOffTitle' : 'handOver.leftTitle', { name: member.name })}
    >
      <QueryView result={result} onRetry={() => refetch()} select={({ handOver }) => handOver}>
        {(data) => <HandOverForm member={member} data={data} onClose={onClose} onDone={onDone} />}
      </QueryView>
    </Drawer>
  );
}

function HandOverForm({ member, data, onClose, onDone }: HandOverProps & { data: HandOverData }) {
  const t = useT();
  const moving = data.tasks.filter(({ moves }) => moves);
  const staying = data.tasks.filter(({ moves }) => !moves);
  // whoever has least to do comes first: one click is enough where that is right
  const [choice, setChoice] = useState<Readonly<Record<string, string | null>>>(() =>
    Object.fromEntries(moving.map(({ id, candidateIds }) => [id, candidateIds[0] ?? null])),
  );
  const [leadId, setLeadId] = useState<string | null>(data.leadIds[0] ?? null);
  const [handOver, isRunning] = useCommand(HandOverTasksMutation, { onReload: onClose });
  const nameOf = new Map(data.candidates.map(({ id, name }) => [id, name]));
  const submit = async () => {
    const moves = moving.flatMap(({ id }) => {
      const toMemberId = choice[id];
      return toMemberId ? [{ taskId: id, toMemberId }] : [];
    });
    const outcome = await handOver({
      input: {
        memberId: member.id,
        expectedVersion: member.version,
        moves,
        leadId: data.ledTasks > 0 ? leadId : null,
        deactivate: member.isActive,
      },
    });
    if (outcome.status !== 'success') return;
    toast(t(member.isActive ? 'handOver.done' : 'handOver.moved', { name: member.name }));
    onDone();
  };
  return (
    <Stack>
      <p>{t(member.isActive ? 'team.switchOffText' : 'handOver.leftText')}</p>
      {moving.length > 0 ? (
        <>
          <h3>{t('handOver.tasks')}</h3>
          <ul>
            {moving.map((task) => (
              <HandOverRow
                key={task.id}
                task={task}
                candidates={data.candidates}
                value={choice[task.id] ?? null}
                onChange={(to) => setChoice({ ...choice, [task.id]: to })}
              />
            ))}
          </ul>
        </>
      ) : null}
      {staying.length > 0 ? (
        <Notice title={t('handOver.staying', { count: staying.length })}>
          {staying.map(({ title }) => title).join(', ')}
        </Notice>
      ) : null}
      {data.ledTasks > 0 ? (
        <Select
          label={t('handOver.lead', { count: data.ledTasks })}
          allowDeselect={false}
          data={data.leadIds.map((id) => ({ value: id, label: nameOf.get(id) ?? '' }))}
          value={leadId}
          onChange={setLeadId}
        />
      ) : null}
      <Group justify="flex-end">
        <Button variant="subtle" onClick={onClose}>
          {t('team.cancel')}
        </Button>
        <Button
          variant="filled"
          {...(member.isActive && { color: 'red' })}
          loading={isRunning}
          onClick={() => void submit()}
        >
          {t(!member.isActive ? 'handOver.move' : moving.length > 0 ? 'handOver.submit' : 'team.switchOff')}
        </Button>
      </Group>
    </Stack>
  );
}
