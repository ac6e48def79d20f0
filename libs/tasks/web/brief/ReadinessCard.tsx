import { blocks, type Finding } from '@planerka/platform/domain';
import { Card, CardHeader, CheckMark, Chip, IconCheck } from '@planerka/platform/web';
import { memo } from 'react';
import { useT } from '../locales';
import classes from '../page/TaskSide.module.css';
import { useBriefWords } from './brief-words';

export type ShownFinding = Pick<Finding, 'field' | 'code' | 'blocks'> & { readonly params: unknown };

/** What the brief lacks, what of it blocks, each a way to its field. */
export const ReadinessCard = memo(function ReadinessCard({
  findings,
  onOpen,
}: {
  findings: readonly ShownFinding[];
  /** To the field that a finding is about. */
  onOpen: (field: string) => void;
}) {
  const t = useT();
  const blocking = findings.filter((finding) => finding.blocks);
  const isReady = !blocks(findings as readonly Finding[]);
  const advice = findings.filter((finding) => !finding.blocks);
  return (
    <Card label={t('page.readiness')}>
      <CardHeader
        title={t('page.readiness')}
        aside={
          isReady ? (
            <Chip tone="done" icon={<IconCheck size={12} />}>
              {t('page.ready')}
            </Chip>
          ) : (
            <Chip tone="danger">{t('page.notReady', { count: blocking.length })}</Chip>
          )
        }
      />
      <div aria-live="polite">
        {findings.length === 0 && (
          <p className={classes.allThere}>
            <CheckMark state="ok" />
            {t('page.allThere')}
          </p>
        )}
        <FindingList findings={blocking} onOpen={onOpen} />
        {advice.length > 0 && <p className={classes.soft}>{t('page.doesNotBlock')}</p>}
        <FindingList findings={advice} onOpen={onOpen} />
      </div>
    </Card>
  );
});

function FindingList({ findings, onOpen }: { findings: readonly ShownFinding[]; onOpen: (field: string) => void }) {
  const words = useBriefWords();
  if (findings.length === 0) return null;
  return (
    <ul className={classes.list}>
      {findings.map((finding) => (
        <li key={`${finding.field} ${finding.code}`}>
          <button type="button" className={classes.finding} onClick={() => onOpen(finding.field)}>
            <CheckMark state={finding.blocks ? 'danger' : 'warn'} />
            {words.finding(finding)}
          </button>
        </li>
      ))}
    </ul>
  );
}
