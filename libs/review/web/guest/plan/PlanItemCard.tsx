import {
  cx,
  GuestButton,
  GuestField,
  NetworkIcon,
  networkOf,
  useFormat,
  type GuestClient,
} from '@planerka/platform/web/guest';
import { useState } from 'react';
import { PostPreview } from '../PostPreview';
import type { Plan, PlanItem } from './guest-plan-documents';
import { useT } from './locales';
import { Remarks } from './Remarks';
import classes from './PlanView.module.css';

export interface PlanItemCardProps {
  item: PlanItem;
  plan: Plan;
  client: GuestClient;
  onChange: (plan: Plan) => void;
  /** What is to change; null where it is good. */
  mark: string | null;
  needsWords: boolean;
  onMark: ((words: string | null) => void) | undefined;
}

/** One publication of the plan, what was said about it, and whether it is good. */
export function PlanItemCard({ item, plan, client, onChange, mark, needsWords, onMark }: PlanItemCardProps) {
  const t = useT();
  const format = useFormat();
  const [isShown, setShown] = useState(false);
  const [isTalking, setTalking] = useState(false);
  const { id, title, idea, publishAt, rubric, channels, links, texts, media, standing, isPublished } = item;
  const remarks = plan.remarks.filter(({ itemId }) => itemId === id).length;
  const asked = plan.decision?.verdicts.find(({ itemId }) => itemId === id)?.comment;
  return (
    <article className={cx(classes.card, mark !== null && classes.marked)}>
      <p className={classes.facts}>
        <b>{format.time(publishAt)}</b>
        {channels.map(({ network, title: channel }) => (
          <span key={`${network}${channel}`} title={channel}>
            <NetworkIcon network={networkOf(network)} />
          </span>
        ))}
        <span>{t(`format.${item.format}`)}</span>
        {rubric && (
          <span className={classes.rubric}>
            <i data-rubric={rubric.colour} />
            {rubric.name}
          </span>
        )}
      </p>
      <h3 className={classes.title}>{title}</h3>
      {idea !== '' && <p className={classes.idea}>{idea}</p>}
      {(isPublished || plan.decision) && (
        <p className={cx(classes.standing, (standing === 'CHANGED' || standing === 'UNDECIDED') && classes.fresh)}>
          {isPublished ? t('published') : t(`standing.${standing}`)}
          {!isPublished && standing === 'CHANGES_REQUESTED' && asked && `: ${asked}`}
        </p>
      )}
      {links.length > 0 && (
        <p className={classes.links}>
          {t('links')}
          {links.map(({ network, url }) => (
            <a key={url} href={url} target="_blank" rel="noreferrer">
              {network && <NetworkIcon network={networkOf(network)} />}
              {new URL(url).host.replace(/^www\./, '')}
            </a>
          ))}
        </p>
      )}
      {isShown && <PostPreview post={{ ...item, campaign: null }} clientName={plan.clientName} />}
      <div className={classes.buttons}>
        {(texts.length > 0 || media.length > 0) && (
          <button type="button" className={classes.link} aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {t(isShown ? 'post.hide' : 'post.show')}
          </button>
        )}
        <button type="button" className={classes.link} aria-expanded={isTalking} onClick={() => setTalking(!isTalking)}>
          {remarks > 0 ? t('remarks.count', { count: remarks }) : t('remarks.open')}
        </button>
        {onMark && (
          <GuestButton
            className={classes.markButton}
            aria-pressed={mark !== null}
            onClick={() => onMark(mark === null ? '' : null)}
          >
            {t(mark === null ? 'mark.on' : 'mark.off')}
          </GuestButton>
        )}
      </div>
      {onMark && mark !== null && (
        <GuestField label={t('mark.label')} error={needsWords && mark.trim() === '' ? t('mark.needed') : undefined}>
          <textarea
            id={`change-${id}`}
            value={mark}
            placeholder={t('mark.placeholder')}
            aria-invalid={needsWords && mark.trim() === ''}
            onChange={(event) => onMark(event.target.value)}
          />
        </GuestField>
      )}
      {isTalking && <Remarks plan={plan} itemId={id} client={client} onChange={onChange} />}
    </article>
  );
}
