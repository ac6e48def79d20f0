import { Modal } from '@mantine/core';
import { briefDiff, briefSchema, type Brief, type BriefChange } from '@planerka/tasks/domain';
import {
  Card,
  CardHeader,
  Chip,
  DiffText,
  EmptyState,
  type FragmentOf,
  graphql,
  readFragment,
  useFormat,
} from '@planerka/platform/web';
import { useState } from 'react';
import { BriefView } from '../brief/BriefView';
import { lower, useBriefWords } from '../brief/brief-words';
import { FieldValue, type BriefFile } from '../brief/FieldValue';
import { textOf } from '../brief/fields/field-props';
import { useT } from '../locales';
import classes from './BriefCard.module.css';

export const BriefCard_task = graphql(`
  fragment BriefCard_task on Task {
    id
    discipline
    details {
      briefs {
        id
        number
        data
        issuedAt
        acceptedAt
      }
      draft {
        id
        data
      }
      briefFiles {
        id
        name
        mime
        size
        url
      }
    }
  }
`);

/** The brief that the work is done by; before the first issue, the draft to whoever may see it. */
export function BriefCard({ task: shown }: { task: FragmentOf<typeof BriefCard_task> }) {
  const t = useT();
  const format = useFormat();
  const task = readFragment(BriefCard_task, shown);
  const [isComparing, setComparing] = useState(false);
  const { briefs, draft, briefFiles } = task.details;
  const current = briefs.at(-1);
  const previous = briefs.at(-2);
  const data = current?.data ?? draft?.data;
  const brief = read(data);
  const before = read(previous?.data);
  const dates = current?.acceptedAt
    ? t('page.acceptedOn', { day: format.dayLong(current.acceptedAt) })
    : current?.issuedAt && t('page.issuedOn', { day: format.dayLong(current.issuedAt) });
  return (
    <Card label={t(`briefOf.${lower(task.discipline)}`)} clip>
      <CardHeader
        ruled
        title={
          <span className={classes.title}>
            {t(`briefOf.${lower(task.discipline)}`)}
            <Chip>{current ? t('page.edition', { number: current.number }) : t('page.draftEdition')}</Chip>
            {dates && <span className={classes.dates}>{dates}</span>}
          </span>
        }
        aside={
          before &&
          brief && (
            <button type="button" className={classes.compare} onClick={() => setComparing(true)}>
              {t('page.changes')}
            </button>
          )
        }
      />
      {brief ? (
        <BriefView brief={brief} files={briefFiles} />
      ) : (
        <EmptyState title={t('page.noBrief')}>{t('page.noBriefText')}</EmptyState>
      )}
      {isComparing && brief && before && (
        <Modal
          opened
          size="xl"
          onClose={() => setComparing(false)}
          title={t('page.changesTitle', { after: current?.number, before: previous?.number })}
        >
          <BriefChanges before={before} after={brief} files={briefFiles} />
        </Modal>
      )}
    </Card>
  );
}

/** Field by field; words within a text are compared, lists are shown before and after. */
export function BriefChanges({
  before,
  after,
  files = [],
}: {
  before: Brief;
  after: Brief;
  files?: readonly BriefFile[];
}) {
  const t = useT();
  const words = useBriefWords();
  const changes = briefDiff(before, after);
  if (changes.length === 0) return <p>{t('page.noChanges')}</p>;
  return (
    <dl className={classes.changes}>
      {changes.map((change) => (
        <div key={change.field.path}>
          <dt>{words.label(change.field)}</dt>
          <dd>
            {isText(change) ? (
              <DiffText before={textOf(change.before)} after={textOf(change.after)} />
            ) : (
              <div className={classes.pair}>
                <del>
                  <FieldValue field={change.field} value={change.before} brief={before} files={files} />
                </del>
                <ins>
                  <FieldValue field={change.field} value={change.after} brief={after} files={files} />
                </ins>
              </div>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const isText = ({ field }: BriefChange): boolean =>
  field.kind === 'text' || field.kind === 'line' || field.kind === 'link';

function read(data: unknown): Brief | null {
  const parsed = briefSchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}
