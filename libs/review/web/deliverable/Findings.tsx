import { CheckMark } from '@planerka/platform/web';
import { useBriefWords } from '@planerka/tasks/web';
import classes from './Findings.module.css';

export interface ShownFinding {
  readonly field: string;
  readonly code: string;
  readonly params: unknown;
  readonly blocks: boolean;
}

/** What of the work is not as the brief wants it; what weighs most comes first. */
export function Findings({ findings }: { findings: readonly ShownFinding[] }) {
  const words = useBriefWords();
  return (
    <ul className={classes.list}>
      {findings
        .toSorted((one, other) => Number(other.blocks) - Number(one.blocks))
        .map((finding) => (
          <li key={`${finding.field} ${finding.code}`} className={classes.item}>
            <CheckMark state={finding.blocks ? 'danger' : 'warn'} />
            {words.finding(finding)}
          </li>
        ))}
    </ul>
  );
}
