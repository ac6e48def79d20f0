import { Segmented, SidePanel, Stack } from '@planerka/platform/web';
import { useQuery } from 'urql';
import type { SourceIdea } from '../form/item-values';
import type { Day } from '../plan/days';
import type { PlanAddress } from '../plan/use-plan-address';
import { IdeaBankQuery } from './idea.documents';
import type { PlaceIdea } from './idea-drag';
import { ideaFilterIn, ideaStates, noIdeaFilter, noIdeas } from './idea-filter';
import { IdeaFilters } from './IdeaFilters';
import { IdeaForm } from './IdeaForm';
import classes from './Ideas.module.css';
import { IdeasPage } from './IdeasPage';
import { useT } from './locales';

export interface IdeasPanelProps {
  /** Null for the ideas of all clients. */
  clientId: string | null;
  /** The day that is offered first. */
  day: Day;
  address: PlanAddress;
  change: (changes: Partial<PlanAddress>) => void;
  /** Absent where the viewer cannot plan. Opens the form with it. */
  onPlan?: ((idea: SourceIdea, day: Day) => void) | undefined;
  /** Makes a publication of it at once. */
  onPlace?: PlaceIdea | undefined;
}

/** The bank of ideas beside the plan: caught, told apart, carried onto a day. */
export function IdeasPanel({ clientId, day, address, change, onPlan, onPlace }: IdeasPanelProps) {
  const t = useT();
  const [{ data }] = useQuery({ query: IdeaBankQuery, variables: { clientId } });
  const filter = ideaFilterIn(address);
  const bank = data?.ideaBank;
  const counts = { open: bank?.openCount, used: bank?.usedCount, archived: bank?.archivedCount };
  const onTag = (tag: string) => {
    const { tags } = filter;
    const next = tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag];
    change({ ideaTag: next.join(',') || null });
  };
  return (
    <SidePanel
      label={t('title')}
      header={<h2 className={classes.heading}>{t('title')}</h2>}
      onClose={() => change(noIdeas)}
    >
      <Stack>
        <IdeaForm key={clientId} idea={null} clientId={clientId} />
        <Segmented
          label={t('states')}
          value={filter.state}
          onChange={(state) => change({ ideas: state })}
          segments={ideaStates.map((value) => ({ value, label: t(`state.${value}`, { count: counts[value] ?? 0 }) }))}
        />
        <IdeaFilters filter={filter} bank={bank} ofAllClients={clientId === null} change={change} />
        {onPlace && filter.state === 'open' && (bank?.openCount ?? 0) > 0 && (
          <p className={classes.hint}>{t(clientId === null ? 'dragHintAll' : 'dragHint')}</p>
        )}
        <IdeasPage
          key={JSON.stringify(filter)}
          filter={filter}
          clientId={clientId}
          after={null}
          day={day}
          onTag={onTag}
          onClear={() => change(noIdeaFilter)}
          onPlan={onPlan}
          onPlace={onPlace}
        />
      </Stack>
    </SidePanel>
  );
}
