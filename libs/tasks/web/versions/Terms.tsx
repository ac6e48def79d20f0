import { Fact, Facts, useFormat } from '@planerka/platform/web';
import { useT } from './locales';
import classes from './Versions.module.css';

export interface TermsOf {
  readonly dueAt: string | null;
  /** Null where it is not for these eyes. */
  readonly fee: { readonly amount: string; readonly currency: string } | null;
}

/** What a version does to fee and day; what it leaves alone is not said. */
export function Terms({ before, after }: { before: TermsOf; after: TermsOf }) {
  const t = useT();
  const format = useFormat();
  const due = ({ dueAt }: TermsOf): string => (dueAt === null ? t('noDue') : format.dateTime(dueAt));
  const isOtherDue = !isSameDay(before.dueAt, after.dueAt);
  const isOtherFee = before.fee !== null && after.fee !== null && before.fee.amount !== after.fee.amount;
  if (!isOtherDue && !isOtherFee) return null;
  return (
    <Facts look="stacked">
      {isOtherFee && before.fee && after.fee && (
        <Fact label={t('fee')}>
          <Moved before={format.money(before.fee)} after={format.money(after.fee)} />
        </Fact>
      )}
      {isOtherDue && (
        <Fact label={t('due')}>
          <Moved before={due(before)} after={due(after)} />
        </Fact>
      )}
    </Facts>
  );
}

export const isSameDay = (one: string | null, other: string | null): boolean =>
  one === other || (one !== null && other !== null && Date.parse(one) === Date.parse(other));

function Moved({ before, after }: { before: string; after: string }) {
  const t = useT();
  return (
    <span className={classes.moved}>
      <del aria-label={t('from', { value: before })}>{before}</del>
      <span aria-hidden="true">→</span>
      <ins aria-label={t('to', { value: after })}>{after}</ins>
    </span>
  );
}
