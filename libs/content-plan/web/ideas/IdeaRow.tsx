import { ActionIcon, Button } from '@mantine/core';
import {
  AppLink,
  IconArrowRight,
  IconExternal,
  IconPen,
  IconTrash,
  RelativeTime,
  useCommand,
  useFormat,
  useUndoable,
} from '@planerka/platform/web';
import { useState } from 'react';
import { monthOf } from '../plan/days';
import { RubricSwatch } from '../plan/RubricSwatch';
import { ArchiveIdeaMutation, type Idea, RestoreIdeaMutation } from './idea.documents';
import { lift } from './idea-drag';
import { IdeaForm } from './IdeaForm';
import { IdeaOnDay } from './IdeaOnDay';
import classes from './Ideas.module.css';
import type { IdeasPanelProps } from './IdeasPanel';
import { useT } from './locales';

export interface IdeaRowProps extends Pick<IdeasPanelProps, 'clientId' | 'day' | 'onPlan' | 'onPlace'> {
  idea: Idea;
  tags: readonly string[];
  onTag: (tag: string) => void;
}

/** One idea: dragged onto a day, or put there by a date; or where it went. */
export function IdeaRow({ idea, clientId, day, tags, onTag, onPlan, onPlace }: IdeaRowProps) {
  const t = useT();
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const [archive] = useCommand(ArchiveIdeaMutation);
  const [restore] = useCommand(RestoreIdeaMutation);
  const undoable = useUndoable();
  const text = beginningOf(idea.text);
  const bringBack = async () => {
    await restore({ ideaId: idea.id });
  };
  const putAway = async () => {
    const outcome = await archive({ ideaId: idea.id });
    if (outcome.status === 'success') undoable({ of: idea.id, message: t('archived'), undo: bringBack });
  };
  if (isEditing) {
    const close = () => setEditing(false);
    return (
      <li className={classes.idea}>
        <IdeaForm key={idea.version} idea={idea} clientId={idea.clientId} onCancel={close} onDone={close} />
      </li>
    );
  }
  const { publication, picture, url } = idea;
  // In the month of all it needs a client, whose plan the viewer leads.
  const place = publication === null && (clientId !== null || idea.viewerCanPlan) ? onPlace : undefined;
  const whose = clientId !== null && idea.clientId !== null ? null : (idea.clientName ?? t('forAny'));
  return (
    <li className={classes.idea} draggable={place !== undefined} onDragStart={(event) => lift(event, idea)}>
      <div className={classes.said}>
        <p className={classes.text}>{idea.text}</p>
        {picture?.thumbnailUrl && (
          <a href={picture.largeUrl ?? picture.thumbnailUrl} target="_blank" rel="noreferrer" draggable={false}>
            <img className={classes.thumb} src={picture.thumbnailUrl} alt={t('openPicture', { text })} />
          </a>
        )}
      </div>
      {(idea.tags.length > 0 || url) && (
        <div className={classes.tags}>
          {url && (
            <a
              className={classes.link}
              href={url}
              title={url}
              target="_blank"
              rel="noreferrer noopener"
              draggable={false}
            >
              <IconExternal size={12} /> {hostOf(url)}
            </a>
          )}
          {idea.tags.map((tag) => (
            <button
              key={tag}
              type="button"
              className={classes.tag}
              aria-pressed={tags.includes(tag)}
              onClick={() => onTag(tag)}
            >
              #{tag}
            </button>
          ))}
        </div>
      )}
      <p className={classes.note}>
        {idea.rubric && (
          <span className={classes.rubric}>
            <RubricSwatch colour={idea.rubric.colour} /> {idea.rubric.name} ·{' '}
          </span>
        )}
        {[idea.authorName, whose].filter(Boolean).join(' · ')} · <RelativeTime value={idea.createdAt} />
      </p>
      {publication && (
        <AppLink
          className={classes.went}
          href={`/plan?client=${publication.clientId}&month=${monthOf(publication.publishOn)}&item=${publication.id}`}
        >
          <IconArrowRight size={14} />
          {t('went', { title: publication.title, day: format.dayLong(publication.publishOn) })}
        </AppLink>
      )}
      <div className={classes.actions}>
        {place && (
          <IdeaOnDay
            text={text}
            day={day}
            onPlace={(on, time) => place(idea, on, time)}
            onFillIn={onPlan && ((on) => onPlan(idea, on))}
          />
        )}
        {idea.viewerCanArchive && publication === null && (
          <>
            <ActionIcon aria-label={t('edit', { text })} onClick={() => setEditing(true)}>
              <IconPen />
            </ActionIcon>
            <ActionIcon aria-label={t('archive', { text })} onClick={() => void putAway()}>
              <IconTrash />
            </ActionIcon>
          </>
        )}
      </div>
    </li>
  );
}

/** One that was put away. */
export function ArchivedIdeaRow({ idea }: Pick<IdeaRowProps, 'idea'>) {
  const t = useT();
  const [restore, isRunning] = useCommand(RestoreIdeaMutation);
  return (
    <li className={classes.idea}>
      <p className={classes.text}>{idea.text}</p>
      <p className={classes.note}>
        {idea.authorName} · <RelativeTime value={idea.createdAt} />
      </p>
      {idea.viewerCanArchive && (
        <div className={classes.actions}>
          <Button
            size="xs"
            loading={isRunning}
            aria-label={t('restoreLabel', { text: beginningOf(idea.text) })}
            onClick={() => void restore({ ideaId: idea.id })}
          >
            {t('restore')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** As much as a screen reader needs to tell one from another. */
const beginningOf = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const hostOf = (url: string): string => new URL(url).host.replace(/^www\./, '');
