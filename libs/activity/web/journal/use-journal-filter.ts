import { useSearchParam } from '@planerka/platform/web';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** What is shown stands in the address: a filtered log can be sent to somebody. */
export function useJournalFilter() {
  const [person, setPerson] = useSearchParam('person');
  const [area, setArea] = useSearchParam('area');
  const [client, setClient] = useSearchParam('client');
  const [from, setFrom] = useSearchParam('from');
  const [to, setTo] = useSearchParam('to');
  const [entity, setEntity] = useSearchParam('entity');
  const dayIn = (text: string | null) => (text !== null && day.test(text) ? text : null);
  return {
    person,
    setPerson,
    area,
    setArea,
    client,
    setClient,
    from: dayIn(from),
    to: dayIn(to),
    setPeriod: (first: string | null, last: string | null) => {
      setFrom(first);
      setTo(last);
    },
    entity,
    setEntity,
    isSet: [person, area, client, from, to, entity].some((value) => value !== null),
    clear: () => [setPerson, setArea, setClient, setFrom, setTo, setEntity].forEach((set) => set(null)),
    variables: {
      memberId: person,
      actions: area === null ? null : [area],
      clientId: client,
      entityId: entity,
      from: dayIn(from),
      to: dayIn(to),
    },
  };
}

export type JournalFilter = ReturnType<typeof useJournalFilter>;
