import { graphql, type ResultOf } from '@planerka/platform/web';
import { type PersonColumn, personColumns } from '../plan/plan-item';

/** Whom cells of the table can name: by a paste as by the chooser in the cell. */
export const TablePeopleQuery = graphql(`
  query TablePeople($clientId: ID!) {
    client(id: $clientId) {
      id
      squad {
        id
      }
    }
    taskOptions {
      people {
        id
        name
        disciplines
        awayUntil
        awayKind
      }
    }
    team {
      members {
        id
        email
        squads {
          id
        }
      }
    }
  }
`);

type TablePeople = ResultOf<typeof TablePeopleQuery>;
export type TablePerson = TablePeople['taskOptions']['people'][number] & {
  readonly email: string | undefined;
  /** Of the squad that serves the client. */
  readonly isOfSquad: boolean;
};

export function peopleIn({ client, taskOptions, team }: TablePeople): readonly TablePerson[] {
  const members = new Map(team.members.map((member) => [member.id, member]));
  return taskOptions.people.map((person) => {
    const member = members.get(person.id);
    return {
      ...person,
      email: member?.email,
      isOfSquad: member?.squads.some(({ id }) => id === client?.squad.id) ?? false,
    };
  });
}

/** Who does such work and is called so, the client's squad before the others. */
export function choicesIn(people: readonly TablePerson[], column: PersonColumn, search: string) {
  const found = people.filter(
    ({ name, disciplines }) => disciplines.includes(personColumns[column]) && plain(name).includes(plain(search)),
  );
  return { squad: found.filter(({ isOfSquad }) => isOfSquad), others: found.filter(({ isOfSquad }) => !isOfSquad) };
}

const plain = (text: string): string => text.trim().toLowerCase().replaceAll('ё', 'е');
