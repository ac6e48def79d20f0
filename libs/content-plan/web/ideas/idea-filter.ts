import { listIn } from '../plan/address-words';
import type { PlanAddress } from '../plan/use-plan-address';

export const ideaStates = ['open', 'used', 'archived'] as const;
export type IdeaState = (typeof ideaStates)[number];

export interface IdeaFilter {
  readonly state: IdeaState;
  readonly search: string;
  readonly tags: readonly string[];
  readonly clients: readonly string[];
  readonly rubrics: readonly string[];
  readonly authors: readonly string[];
}

type IdeaAddress = Pick<PlanAddress, 'ideas' | 'ideaText' | 'ideaTag' | 'ideaClient' | 'ideaRubric' | 'ideaAuthor'>;

/** What stands in the page's address: a link shows the same ideas to whoever gets it. */
export const ideaFilterIn = (address: IdeaAddress): IdeaFilter => ({
  state: ideaStates.find((known) => known === address.ideas) ?? 'open',
  search: address.ideaText ?? '',
  tags: listIn(address.ideaTag),
  clients: listIn(address.ideaClient),
  rubrics: listIn(address.ideaRubric),
  authors: listIn(address.ideaAuthor),
});

export const noIdeaFilter = { ideaText: null, ideaTag: null, ideaClient: null, ideaRubric: null, ideaAuthor: null };

/** The panel put away, with what was chosen in it. */
export const noIdeas = { ideas: null, ...noIdeaFilter };

export const isIdeaFiltered = ({ search, tags, clients, rubrics, authors }: IdeaFilter): boolean =>
  search !== '' || [tags, clients, rubrics, authors].some((one) => one.length > 0);

/** As the list is asked for. */
export const variablesOf = ({ state, search, tags, clients, rubrics, authors }: IdeaFilter) => ({
  state: upper(state),
  search: search || null,
  tags: [...tags],
  clientIds: [...clients],
  rubricIds: [...rubrics],
  authorIds: [...authors],
});

const upper = <V extends string>(value: V) => value.toUpperCase() as Uppercase<V>;
