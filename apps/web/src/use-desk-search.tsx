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
  query DeskSearch($query: String!, $kinds: [FoundKind!], $first: Int) {
    search(query: $query, kinds: $kinds, first: $first) {
      problem
      isGuess
      groups {
        kind
        count
        found {
          nodes {
            id
            kind
            title {
              text
              marks {
                from
                to
              }
            }
            passage {
              text
              marks {
                from
                to
              }
            }
            state
            clientId
            clientName
            taskId
            author
          }
        }
      }
    }
  }
`);

type Found = ResultOf<typeof DeskSearchQuery>['search']['groups'][number]['found']['nodes'][number];

const AT_MOST = 6;

function toHit({ id, kind, title: { text: title }, state, clientId, clientName, taskId }: Found): SearchHit {
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
    case 'TEXT':
    case 'COMMENT':
      return { id, title, note: clientName, href: `/tasks/${taskId}`, icon: stateIcon };
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
        const { data } = await client.query(DeskSearchQuery, { query: text, first: AT_MOST }).toPromise();
        return (data?.search.groups ?? []).map(({ kind, found }): SearchGroup => ({
          title: t(`found.${kind}`),
          hits: found.nodes.map(toHit),
        }));
      },
    }),
    [client, t],
  );
}
