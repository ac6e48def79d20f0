import { Button } from '@mantine/core';
import { EmptyState, IconExternal, safeHref } from '@planerka/platform/web';
import { useRef, useState } from 'react';
import { momentOf } from '../comments/moment';
import { PinnedImage } from '../comments/PinnedImage';
import { FileRow } from '../files/FileRow';
import { isVisual, type ReviewFile } from '../files/review-file';
import { ThumbnailStrip } from '../files/ThumbnailStrip';
import { useT } from '../locales';
import classes from './DesignStage.module.css';
import type { StageProps } from './VersionDesk';

type Props = StageProps<'design'>;

/** Creatives: a large picture with its pins or a video, the others in a strip, the rest as files. */
export function DesignStage(props: Props) {
  const { version, content, threads, activeId, onChoose } = props;
  const t = useT();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const visual = version.shownFiles.filter(isVisual);
  const others = [...version.shownFiles.filter((file) => !isVisual(file)), ...version.sourceFiles];
  const fileOf = (threadId: string | null): string | undefined => {
    const anchor = threads.find(({ thread }) => thread.id === threadId)?.thread.anchor;
    return anchor && 'fileId' in anchor ? anchor.fileId : undefined;
  };
  // A remark chosen in the list brings its picture along, until another picture is chosen.
  const [ledBy, setLedBy] = useState<string | null>(null);
  if (activeId !== ledBy) {
    setLedBy(activeId);
    const leads = fileOf(activeId);
    if (leads) setChosenId(leads);
  }
  const file = visual.find(({ id }) => id === chosenId) ?? visual[0];
  const openOn = (fileId: string): number =>
    threads.filter(({ thread: { anchor, resolvedAt } }) => {
      return resolvedAt === null && anchor && 'fileId' in anchor && anchor.fileId === fileId;
    }).length;
  return (
    <div className={classes.stage}>
      {file ? (
        <>
          {file.kind === 'VIDEO' ? (
            <VideoStage key={file.id} {...props} file={file} />
          ) : (
            <PictureStage key={file.id} {...props} file={file} onChoose={onChoose} />
          )}
          <ThumbnailStrip files={visual} chosenId={file.id} onChoose={setChosenId} openOn={openOn} />
        </>
      ) : (
        others.length === 0 && <EmptyState title={t('work.emptyTitle')} />
      )}
      {(others.length > 0 || content.sourceUrl !== '') && (
        <ul className={classes.files}>
          {others.map((one) => (
            <li key={one.id}>
              <FileRow file={one} {...(version.sourceFiles.includes(one) ? { note: t('work.source') } : {})} />
            </li>
          ))}
          {safeHref(content.sourceUrl) && (
            <li>
              <a className={classes.link} href={safeHref(content.sourceUrl)} target="_blank" rel="noopener noreferrer">
                <IconExternal size={14} />
                {t('work.openSource')}
              </a>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function PictureStage({ file, threads, activeId, onChoose, pending, onPlace }: Props & { file: ReviewFile }) {
  const { id, name, width, height, url, largeUrl } = file;
  const pins = threads.flatMap(({ thread, number }) =>
    thread.anchor?.__typename === 'PointAnchor' && thread.anchor.fileId === id
      ? [{ id: thread.id, number, isResolved: thread.resolvedAt !== null, x: thread.anchor.x, y: thread.anchor.y }]
      : [],
  );
  const point = pending && 'point' in pending && pending.point.fileId === id ? pending.point : null;
  return (
    <PinnedImage
      src={largeUrl ?? url}
      name={name}
      size={width !== null && height !== null ? { width, height } : null}
      pins={pins}
      activeId={activeId}
      onChoose={onChoose}
      pending={point}
      onPlace={onPlace && (({ x, y }) => onPlace({ point: { fileId: id, x, y } }))}
    />
  );
}

function VideoStage({ file, threads, activeId, onChoose, onPlace }: Props & { file: ReviewFile }) {
  const t = useT();
  const player = useRef<HTMLVideoElement>(null);
  const [at, setAt] = useState(0);
  const moments = threads.flatMap(({ thread, number }) =>
    thread.anchor?.__typename === 'TimeAnchor' && thread.anchor.fileId === file.id
      ? [{ id: thread.id, number, at: thread.anchor.at }]
      : [],
  );
  return (
    <div className={classes.video}>
      <video
        ref={player}
        src={file.url}
        controls
        preload="metadata"
        aria-label={t('files.play', { name: file.name })}
        onTimeUpdate={(event) => setAt(Math.round(event.currentTarget.currentTime * 1000))}
      />
      <div className={classes.moments}>
        {moments.map((moment) => (
          <Button
            key={moment.id}
            size="compact-xs"
            variant={moment.id === activeId ? 'default' : 'subtle'}
            onClick={() => {
              if (player.current) player.current.currentTime = moment.at / 1000;
              onChoose(moment.id);
            }}
          >
            {moment.number} · {momentOf(moment.at)}
          </Button>
        ))}
        {onPlace && (
          <Button
            size="xs"
            onClick={() => {
              player.current?.pause();
              onPlace({ time: { fileId: file.id, at } });
            }}
          >
            {t('files.momentNote', { time: momentOf(at) })}
          </Button>
        )}
      </div>
    </div>
  );
}
