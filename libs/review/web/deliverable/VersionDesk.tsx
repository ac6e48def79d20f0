import { useRef, useState } from 'react';
import type { AnchorInput, Discussion, Visibility } from '../comments/comment-commands';
import { CommentsPanel } from '../comments/CommentsPanel';
import { placeThreads } from '../comments/placed-threads';
import { CopyStage } from './CopyStage';
import { DesignStage } from './DesignStage';
import { TargetingStage } from './TargetingStage';
import type { Version } from './version';
import classes from './VersionDesk.module.css';
import { VersionRemarks } from './VersionRemarks';

export interface StageProps<Kind extends Version['content']['kind']> {
  version: Version;
  content: Extract<Version['content'], { kind: Kind }>;
  threads: ReturnType<typeof placeThreads>;
  activeId: string | null;
  onChoose: (threadId: string) => void;
  pending: AnchorInput | null;
  /** Left out where the viewer may not comment. */
  onPlace: ((anchor: AnchorInput) => void) | undefined;
}

/** One version beside what is said about it: a place chosen here is where the next comment stands. */
export function VersionDesk({
  taskId,
  version,
  discussion,
}: {
  taskId: string;
  version: Version;
  discussion: Discussion;
}) {
  const [tab, setTab] = useState<Visibility>('INTERNAL');
  const [activeId, setActiveId] = useState<string | null>(null);
  const [pending, setPending] = useState<AnchorInput | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const threads = placeThreads(tab === 'INTERNAL' ? discussion.internal : discussion.client, version);
  const mayWrite = discussion.viewerCanWrite.includes(tab);

  function place(anchor: AnchorInput): void {
    setPending(anchor);
    setActiveId(null);
    input.current?.focus();
  }

  const stage = {
    version,
    threads,
    activeId,
    onChoose: setActiveId,
    pending,
    onPlace: mayWrite ? place : undefined,
  };
  const { content } = version;
  return (
    <>
      <VersionRemarks version={version} />
      <div className={classes.desk}>
        {content.kind === 'copy' ? (
          <CopyStage {...stage} content={content} />
        ) : content.kind === 'design' ? (
          <DesignStage {...stage} content={content} />
        ) : (
          <TargetingStage {...stage} content={content} />
        )}
        <CommentsPanel
          taskId={taskId}
          discussion={discussion}
          version={version}
          threads={threads}
          tab={tab}
          onTab={(next) => {
            setTab(next);
            setActiveId(null);
            setPending(null);
          }}
          activeId={activeId}
          onChoose={setActiveId}
          pending={pending}
          onClearPlace={() => setPending(null)}
          inputRef={input}
          kind={content.kind}
        />
      </div>
    </>
  );
}
