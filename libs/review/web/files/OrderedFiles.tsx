import { ActionIcon } from '@mantine/core';
import { cx, IconChevronDown, IconChevronUp, IconClose, IconGrip } from '@planerka/platform/web';
import { type DragEvent, useRef, useState } from 'react';
import { useT } from '../locales';
import { FileRow } from './FileRow';
import classes from './OrderedFiles.module.css';
import type { ReviewFile } from './review-file';

/** What was taken from one place of a list stands at another. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** Files in the order of the slides: dragged by the handle, or moved by its buttons. */
export function OrderedFiles({
  label,
  ids,
  files,
  onChange,
}: {
  label: string;
  ids: readonly string[];
  files: ReadonlyMap<string, ReviewFile>;
  onChange: (ids: readonly string[]) => void;
}) {
  const t = useT();
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [told, setTold] = useState('');
  const nameOf = (id: string) => files.get(id)?.name ?? '';

  function move(from: number, to: number): void {
    const next = moved(ids, from, to);
    if (next === ids) return;
    onChange(next);
    setTold(t('files.moved', { name: nameOf(ids[from] ?? ''), place: to + 1, count: ids.length }));
  }

  function onDragOver(event: DragEvent, index: number): void {
    if (dragged === null) return;
    event.preventDefault();
    if (dragged === index) return;
    move(dragged, index);
    setDragged(index);
  }

  return (
    <>
      <ol ref={list} className={classes.list} aria-label={label}>
        {ids.map((id, index) => {
          const file = files.get(id);
          const name = nameOf(id);
          return (
            <li
              key={id}
              className={cx(classes.item, dragged === index && classes.dragged)}
              draggable={ids.length > 1}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                setDragged(index);
              }}
              onDragOver={(event) => onDragOver(event, index)}
              onDragEnd={() => setDragged(null)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
                event.preventDefault();
                move(index, event.key === 'ArrowUp' ? index - 1 : index + 1);
              }}
            >
              {ids.length > 1 && (
                <span className={classes.grip} aria-hidden="true">
                  <IconGrip />
                </span>
              )}
              <span className={classes.place}>{index + 1}</span>
              {file && (
                <FileRow file={file}>
                  {ids.length > 1 && (
                    <>
                      <ActionIcon
                        aria-label={t('files.earlier', { name })}
                        disabled={index === 0}
                        onClick={() => move(index, index - 1)}
                      >
                        <IconChevronUp />
                      </ActionIcon>
                      <ActionIcon
                        aria-label={t('files.later', { name })}
                        disabled={index === ids.length - 1}
                        onClick={() => move(index, index + 1)}
                      >
                        <IconChevronDown />
                      </ActionIcon>
                    </>
                  )}
                  <ActionIcon
                    aria-label={t('files.remove', { name })}
                    onClick={() => onChange(ids.filter((one) => one !== id))}
                  >
                    <IconClose />
                  </ActionIcon>
                </FileRow>
              )}
            </li>
          );
        })}
      </ol>
      <p className={classes.told} aria-live="polite">
        {told}
      </p>
    </>
  );
}
