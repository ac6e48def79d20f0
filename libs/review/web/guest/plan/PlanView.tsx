import {
  cx,
  GuestBlock,
  GuestButton,
  GuestHeading,
  GuestPage,
  IconCheck,
  useFormat,
  useLanguage,
  type GuestClient,
} from '@planerka/platform/web/guest';
import { useState } from 'react';
import { useT as useGuestT } from '../locales';
import { GuestPlanDecideMutation, type Plan, type PlanItem } from './guest-plan-documents';
import { useT } from './locales';
import { MonthGrid } from './MonthGrid';
import { PlanItemCard } from './PlanItemCard';
import { Remarks } from './Remarks';
import classes from './PlanView.module.css';

export interface PlanViewProps {
  plan: Plan;
  client: GuestClient;
  onChange: (plan: Plan) => void;
  onReload: () => Promise<void>;
}

/** The month as a plan: day by day, or as a calendar; where it is asked for, one button that says yes to all of it. */
export function PlanView({ plan, client, onChange, onReload }: PlanViewProps) {
  const t = useT();
  const guest = useGuestT();
  const format = useFormat();
  const { language } = useLanguage();
  const [view, setView] = useState<'list' | 'calendar'>('list');
  // What is to change, by publication; an empty text is a mark that still wants its words.
  const [marks, setMarks] = useState<ReadonlyMap<string, string>>(new Map());
  const [needsWords, setNeedsWords] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const { items, viewerCanDecide, standing, decision } = plan;
  const [seenHash, setSeenHash] = useState(plan.contentHash);
  // The agency has edited while the page lay open: what is typed stays, what has changed is marked.
  if (seenHash !== plan.contentHash) {
    setSeenHash(plan.contentHash);
    setNotice(t('decide.stale'));
  }
  const days = [...Map.groupBy(items, ({ publishOn }) => publishOn)];
  const named = format.month(plan.month.slice(0, 7));
  const month = language === 'ru' ? named.toLowerCase() : named;
  const name = plan.visitorName.split(' ')[0] ?? '';

  const mark = (id: string, words: string | null) => {
    const next = new Map(marks);
    if (words === null) next.delete(id);
    else next.set(id, words);
    setMarks(next);
  };

  const decide = async () => {
    const changes = [...marks]
      .filter(([itemId]) => items.some(({ id }) => id === itemId))
      .map(([itemId, comment]) => ({ itemId, comment }));
    const wordless = changes.find(({ comment }) => comment.trim() === '');
    setNeedsWords(wordless !== undefined);
    if (wordless) {
      setView('list');
      document.getElementById(`change-${wordless.itemId}`)?.focus();
      return;
    }
    setBusy(true);
    const said = await client.ask(GuestPlanDecideMutation, { input: { contentHash: plan.contentHash, changes } });
    setBusy(false);
    if (said.status !== 'ok') return setNotice(guest(said.status));
    const result = said.data.guestPlanDecide;
    if (result.__typename === 'GuestPlanSuccess') {
      setMarks(new Map());
      const isWaiting = result.plan.waiting.length > 0;
      setNotice(t(changes.length > 0 ? 'decide.donePartly' : isWaiting ? 'decide.doneWaits' : 'decide.done'));
      onChange(result.plan);
    } else if (result.__typename === 'InvalidInput') {
      setNotice(t('remarks.tooLong'));
    } else {
      // Edited meanwhile, or decided by somebody else. Their marks stay where they still have a place.
      setNotice(t(result.__typename === 'StaleContent' ? 'decide.stale' : 'decide.answered'));
      await onReload();
    }
    window.scrollTo({ top: 0 });
  };

  const card = (item: PlanItem) => (
    <PlanItemCard
      key={item.id}
      item={item}
      plan={plan}
      client={client}
      onChange={onChange}
      mark={marks.get(item.id) ?? null}
      needsWords={needsWords}
      onMark={viewerCanDecide && !item.isPublished ? (words) => mark(item.id, words) : undefined}
    />
  );

  return (
    <GuestPage
      from={t('from', { agency: plan.agencyName, client: plan.clientName })}
      dock={
        viewerCanDecide && (
          <>
            <GuestButton isPrimary isBusy={isBusy} icon={<IconCheck size={20} />} onClick={() => void decide()}>
              {marks.size > 0 ? t('decide.partly', { count: marks.size }) : t('decide.approve')}
            </GuestButton>
            <p>{t('decide.note')}</p>
          </>
        )
      }
    >
      {notice && (
        <GuestBlock>
          <p role="alert">{notice}</p>
        </GuestBlock>
      )}
      <GuestHeading
        title={name ? t('title', { name, month }) : t('titlePlain', { month })}
        lead={plan.message || t(viewerCanDecide ? 'ask' : 'look')}
      />
      <Words plan={plan} />
      {decision && standing !== 'UNDECIDED' && (
        <GuestBlock>
          <p>
            {standing === 'CHANGED'
              ? t('state.CHANGED')
              : t(`state.${standing}`, { name: decision.name, at: format.dateTime(decision.decidedAt) })}
          </p>
          {decision.verdicts.some(({ isGone }) => isGone) && (
            <p className={classes.note}>
              {t('state.goneTitle')}:{' '}
              {format.list(decision.verdicts.filter(({ isGone }) => isGone).map(({ title }) => title))}
            </p>
          )}
        </GuestBlock>
      )}
      {items.length === 0 ? (
        <GuestBlock>
          <p>{t('empty')}</p>
        </GuestBlock>
      ) : (
        <>
          <div className={classes.views} role="group" aria-label={t('view.label')}>
            {(['list', 'calendar'] as const).map((value) => (
              <button
                key={value}
                type="button"
                aria-pressed={view === value}
                className={cx(classes.viewButton, view === value && classes.chosen)}
                onClick={() => setView(value)}
              >
                {t(`view.${value}`)}
              </button>
            ))}
            <span className={classes.count}>{t('count', { count: items.length })}</span>
          </div>
          {view === 'calendar' && (
            <MonthGrid
              month={plan.month}
              items={items}
              onDay={(day) => {
                document.getElementById(`day-${day}`)?.scrollIntoView({ block: 'start' });
                document.getElementById(`day-${day}`)?.focus({ preventScroll: true });
              }}
            />
          )}
          {days.map(([day, ofDay]) => (
            <section key={day} aria-labelledby={`day-${day}`} className={classes.day}>
              <h2 id={`day-${day}`} tabIndex={-1} className={classes.dayTitle}>
                {format.weekday(day)}
              </h2>
              {ofDay.map(card)}
            </section>
          ))}
        </>
      )}
      <GuestBlock title={t('remarks.title')}>
        <Remarks plan={plan} itemId={null} client={client} onChange={onChange} />
      </GuestBlock>
    </GuestPage>
  );
}

/** By when, who has the last word, and what the others have said. */
function Words({ plan }: { plan: Plan }) {
  const { dueAt, viewerCanDecide, viewerDecidesLast, decider, voices, agreed, waiting } = plan;
  const t = useT();
  const format = useFormat();
  const isOfAll = agreed.length + waiting.length > 1 && waiting.length > 0;
  const asked = [
    viewerCanDecide && dueAt ? t('words.due', { at: format.dateTime(dueAt) }) : null,
    viewerDecidesLast ? t('words.yours') : decider ? t('words.theirs', { name: decider }) : null,
    isOfAll ? t('words.all') : null,
    isOfAll && agreed.length > 0 ? t('words.agreed', { names: format.list(agreed) }) : null,
    isOfAll ? t('words.waiting', { names: format.list(waiting) }) : null,
  ].filter(Boolean);
  if (asked.length === 0 && voices.length === 0) return null;
  return (
    <GuestBlock>
      {asked.length > 0 && <p>{asked.join(' ')}</p>}
      {voices.map(({ id, name, kind, decidedAt, wanted }) => (
        <p key={id} className={classes.note}>
          {t(`words.${kind}`, { name, at: format.dateTime(decidedAt) })}
          {wanted.map(({ title, comment }) => ` «${title}»: ${comment}`).join(';')}
        </p>
      ))}
    </GuestBlock>
  );
}
