import { Card, CardBody, CardHeader } from '@planerka/platform/web';
import { briefDiff } from '@planerka/tasks/domain';
import { useDeferredValue } from 'react';
import { useQuery } from 'urql';
import { decimalOf, type BriefFormValues } from '../brief/brief-values';
import { useBriefWords } from '../brief/brief-words';
import { useT } from './locales';
import { isSameDay, Terms } from './Terms';
import { BriefVersionsQuery, readBrief } from './versions';
import classes from './Versions.module.css';

/** Beside the form of a brief that is out already: what the next version would change, before it is sent. */
export function RevisionPreview({
  taskId,
  values,
  onOpen,
}: {
  taskId: string;
  values: BriefFormValues;
  onOpen: (field: string) => void;
}) {
  const t = useT();
  const words = useBriefWords();
  const typed = useDeferredValue(values);
  const [{ data }] = useQuery({ query: BriefVersionsQuery, variables: { id: taskId } });
  const last = data?.task?.details.briefs.at(-1);
  const before = readBrief(last?.data);
  const after = readBrief(typed.brief);
  if (!last || !before || !after) return null;
  const changes = briefDiff(before, after);
  const next = { dueAt: typed.dueAt, fee: last.fee && { ...last.fee, amount: sumOf(typed.fee) } };
  const isSame =
    changes.length === 0 &&
    isSameDay(last.dueAt, next.dueAt) &&
    (last.fee?.amount ?? null) === (next.fee?.amount ?? null);
  return (
    <Card label={t('preview')}>
      <CardHeader title={t('preview')} />
      <CardBody className={classes.body}>
        <p className={classes.quiet}>
          {t(isSame ? 'previewNone' : data?.task?.acceptedAt ? 'previewText' : 'previewFirst')}
        </p>
        <Terms before={last} after={next} />
        {changes.length > 0 && (
          <ul className={classes.fields}>
            {changes.map(({ field }) => (
              <li key={field.path}>
                <button type="button" className={classes.open} onClick={() => onOpen(field.path)}>
                  {words.label(field)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}

/** As the wire writes it. */
function sumOf(typed: string): string {
  const [whole = '0', kopecks = ''] = decimalOf(typed).split('.');
  return `${whole === '' ? '0' : whole}.${kopecks.padEnd(2, '0').slice(0, 2)}`;
}
