import { Modal, Select } from '@mantine/core';
import { QueryView, Segmented, useFormat } from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { BriefView } from '../brief/BriefView';
import { BriefChanges } from './BriefChanges';
import { useT } from './locales';
import { Terms } from './Terms';
import { BriefVersionsQuery, readBrief, reasonOf, type BriefVersion, type VersionedTask } from './versions';
import classes from './Versions.module.css';

/** All versions that were issued: one as it was, or any two side by side. */
export function VersionsDialog({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  const t = useT();
  const [result, refetch] = useQuery({ query: BriefVersionsQuery, variables: { id: taskId } });
  return (
    <Modal opened size="xl" onClose={onClose} title={t('history')}>
      <QueryView result={result} onRetry={() => refetch({ requestPolicy: 'network-only' })} select={({ task }) => task}>
        {(task) => <Versions task={task} />}
      </QueryView>
    </Modal>
  );
}

type Look = 'difference' | 'whole';

function Versions({ task }: { task: VersionedTask }) {
  const t = useT();
  const describe = useDescription();
  const { briefs, briefFiles } = task.details;
  const [look, setLook] = useState<Look>(briefs.length > 1 ? 'difference' : 'whole');
  const [before, setBefore] = useState<string | null>(briefs.at(-2)?.id ?? null);
  const [after, setAfter] = useState<string | null>(briefs.at(-1)?.id ?? null);
  const old = briefs.find(({ id }) => id === before);
  const next = briefs.find(({ id }) => id === after);
  const [one, other] = [readBrief(old?.data), readBrief(next?.data)];
  const data = briefs.toReversed().map((version) => ({ value: version.id, label: describe(version) }));
  const reason = next ? reasonOf(task, next.number) : '';
  return (
    <div className={classes.body}>
      {briefs.length > 1 ? (
        <Segmented<Look>
          label={t('history')}
          value={look}
          onChange={setLook}
          segments={[
            { value: 'difference', label: t('difference') },
            { value: 'whole', label: t('whole') },
          ]}
        />
      ) : (
        <p className={classes.quiet}>{t('only')}</p>
      )}
      <div className={classes.pair}>
        {look === 'difference' && (
          <Select label={t('before')} allowDeselect={false} data={data} value={before} onChange={setBefore} />
        )}
        <Select
          label={t(look === 'difference' ? 'after' : 'history')}
          allowDeselect={false}
          data={data}
          value={after}
          onChange={setAfter}
        />
      </div>
      {reason && <p className={classes.reason}>{t('reason', { reason })}</p>}
      {look === 'whole' ? (
        other && <BriefView brief={other} files={briefFiles} />
      ) : before === after ? (
        <p className={classes.quiet}>{t('same')}</p>
      ) : (
        old &&
        next && (
          <>
            <Terms before={old} after={next} />
            {one && other && <BriefChanges before={one} after={other} files={briefFiles} />}
          </>
        )
      )}
    </div>
  );
}

/** «Редакция 2 · принята 8 дек · Анна Белова, 7 дек»: what a narrow field cuts is who and when. */
function useDescription(): (version: BriefVersion) => string {
  const t = useT();
  const format = useFormat();
  return ({ number, issuedAt, issuedBy, acceptedAt }) =>
    [
      t('edition', { number }),
      acceptedAt ? t('accepted', { day: format.day(acceptedAt) }) : t('notAccepted'),
      ...(issuedAt
        ? [issuedBy ? t('issued', { name: issuedBy, day: format.day(issuedAt) }) : format.day(issuedAt)]
        : []),
    ].join(' · ');
}
