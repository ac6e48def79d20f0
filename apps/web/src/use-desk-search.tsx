import {
  Avatar,
  graphql,
  IconCalendar,
  IconFlag,
  type ResultOf,
  type SearchGroup,
  type SearchHit,
  type SearchPort,
  StateIcon,
  workState,
} from '@planerka/platform/web';
import { useMemo } from 'react';
import { useClient } from 'urql';
import { useT } from './locales';

const DeskSearchQuery = graphql(`
  query DeskSearch($text: String!) {
    search(text: $text) {
      id
      kind
      title
      state
      clientId
      clientName
    }
  }
`);

type Found = ResultOf<typeof DeskSearchQuery>['search'][number];

const KINDS = ['CLIENT', 'CAMPAIGN', 'ITEM', 'TASK'] as const;

function toHit({ id, kind, title, state, clientId, clientName }: Found): SearchHit {
  const stateIcon = state ? <StateIcon state={workState(state)} /> : undefined;
  switch (kind) {
    case 'CLIENT':
      return { id, title, href: `/clients/${id}`, icon: <Avatar id={id} name={title} kind="client" size={20} /> };
    case 'CAMPAIGN':
      return { id, title, note: clientName, href: `/campaigns/${id}`, icon: <IconFlag /> };
    case 'ITEM':
      return {
        id,
        title,
        note: clientName,
        href: `/plan?client=${clientId}&item=${id}`,
        icon: stateIcon ?? <IconCalendar />,
      };
    case 'TASK':
      return { id, title, note: clientName, href: `/tasks/${id}`, icon: stateIcon };
  }
}

/** What the palette searches: clients, campaigns, items and tasks by name. */
export function useDeskSearch(): SearchPort {
  const client = useClient();
  const t = useT();
  return useMemo(
    () => ({
      actions: [],
      search: async (text) => {
        const { data } = await client.query(DeskSearchQuery, { text }).toPromise();
        const found = data?.search ?? [];
        return KINDS.map((kind): SearchGroup => ({
          title: t(`found.${kind}`),
          hits: found.filter((one) => one.kind === kind).map(toHit),
        })).filter((group) => group.hits.length > 0);
      },
    }),
    [client, t],
  );
}
