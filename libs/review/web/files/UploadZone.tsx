import { ActionIcon, Button, Progress } from '@mantine/core';
import { largestUpload, fileTypes } from '@planerka/platform/domain';
import {
  cx,
  IconAlert,
  IconClose,
  IconMinus,
  IconPlay,
  IconRefresh,
  IconUpload,
  useFormat,
} from '@planerka/platform/web';
import type { UploadItem, Uploads } from '@planerka/platform/web/uploads';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useT } from '../locales';

import classes from './UploadZone.module.css';

const accept = fileTypes.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)).join(',');

/** Where files are dropped or chosen, and how far each has come. */
export function UploadZone({ uploads, label }: { uploads: Uploads; label: string }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [isOver, setOver] = useState(false);

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    uploads.add([...event.dataTransfer.files]);
  }

  return (
    <div className={classes.root}>
      <div
        className={cx(classes.zone, isOver && classes.over)}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <IconUpload />
        <span>{t('files.drop')}</span>
        <Button
          size="xs"
          aria-label={`${label}: ${t('files.choose')}`}
          aria-describedby={hintId}
          onClick={() => input.current?.click()}
        >
          {t('files.choose')}
        </Button>
        <span id={hintId} className={classes.hint}>
          {t('files.limits')}
        </span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={accept}
          data-max={largestUpload}
          aria-label={label}
          onChange={(event) => {
            uploads.add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {uploads.items.length > 0 && (
        <ul className={classes.list}>
          {uploads.items.map((item) => (
            <UploadRow key={item.key} item={item} uploads={uploads} />
          ))}
        </ul>
      )}
    </div>
  );
}

function UploadRow({ item, uploads }: { item: UploadItem; uploads: Uploads }) {
  const t = useT();
  const format = useFormat();
  const { key, name, size, sent, status, message, mayRetry } = item;
  const percent = size === 0 ? 0 : Math.round((sent / size) * 100);
  const state = {
    queued: format.fileSize(size),
    uploading: t('files.of', { done: format.fileSize(sent), all: format.fileSize(size) }),
    paused: t('files.paused', { percent: format.percent(percent) }),
    offline: t('files.waiting'),
    failed: message ?? t('files.failed'),
  }[status];
  return (
    <li className={cx(classes.row, status === 'failed' && classes.failed)}>
      <div className={classes.text}>
        <span className={classes.name}>{name}</span>
        <span className={classes.state} role={status === 'failed' ? 'alert' : undefined}>
          {status === 'failed' && <IconAlert size={12} />}
          {state}
        </span>
        {status !== 'failed' && <Progress size="xs" value={percent} aria-label={t('files.progress', { name })} />}
      </div>
      {status === 'uploading' && (
        <ActionIcon aria-label={t('files.pause', { name })} onClick={() => uploads.pause(key)}>
          <IconMinus />
        </ActionIcon>
      )}
      {status === 'paused' && (
        <ActionIcon aria-label={t('files.resume', { name })} onClick={() => uploads.resume(key)}>
          <IconPlay />
        </ActionIcon>
      )}
      {mayRetry && (status === 'offline' || status === 'failed') && (
        <ActionIcon aria-label={t('files.retry', { name })} onClick={() => uploads.resume(key)}>
          <IconRefresh />
        </ActionIcon>
      )}
      <ActionIcon aria-label={t('files.remove', { name })} onClick={() => uploads.remove(key)}>
        <IconClose />
      </ActionIcon>
    </li>
  );
}
