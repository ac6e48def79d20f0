import { Chip, useFormat } from '@planerka/platform/web';
import { isFloor, type Brief, type BriefField, type Segment, type StopRule } from '@planerka/tasks/domain';
import { useBriefWords } from '../brief/brief-words';
import classes from '../brief/FieldValue.module.css';
import { useT } from '../locales';
import { StopRules } from './StopRules';

interface Cross {
  readonly creative: string;
  readonly segment: string;
}

interface Threshold {
  readonly metric: string;
  readonly value: string;
}

/** Fields that only a targeting brief has, as their reader sees them. */
export function AdValue({ field, value, brief }: { field: BriefField; value: unknown; brief: Brief }) {
  const list = <T,>(): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : []);
  switch (field.kind) {
    case 'segments':
      return <Segments segments={list<Segment>()} />;
    case 'matrix':
      return <Matrix value={list<Cross>()} brief={brief} />;
    case 'thresholds':
      return <Thresholds thresholds={list<Threshold>()} />;
    case 'stop_rules':
      return <StopRules rules={list<StopRule>()} />;
    default:
      return null;
  }
}

function Thresholds({ thresholds }: { thresholds: readonly Threshold[] }) {
  const format = useFormat();
  const words = useBriefWords();
  return (
    <span className={classes.chips}>
      {thresholds.map(({ metric, value }) => (
        <Chip key={metric}>
          {words.option(metric)} {isFloor(metric) ? '≥' : '≤'}{' '}
          {format.number(Number(value), { maximumFractionDigits: 4 })}
        </Chip>
      ))}
    </span>
  );
}

function Segments({ segments }: { segments: readonly Segment[] }) {
  const t = useT();
  const words = useBriefWords();
  return (
    <ul className={classes.lines}>
      {segments.map(({ key, name, geo, ageFrom, ageTo, sex, interests, exclusions, lookalikeSource }) => (
        <li key={key}>
          <b>{name || t('brief.unnamed')}</b>{' '}
          <span className={classes.quiet}>
            {[
              geo,
              ageFrom !== null || ageTo !== null ? `${ageFrom ?? 0}–${ageTo ?? '…'}` : '',
              sex === 'any' ? '' : words.option(sex),
              interests,
              exclusions && `− ${exclusions}`,
              lookalikeSource,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Matrix({ value, brief }: { value: readonly Cross[]; brief: Brief }) {
  const t = useT();
  if (brief.discipline !== 'targeting') return null;
  const nameOf = (things: readonly { readonly key: string; readonly name: string }[], key: string) =>
    things.find((one) => one.key === key)?.name || t('brief.unnamed');
  return (
    <ul className={classes.lines}>
      {brief.creatives
        .filter(({ key }) => value.some(({ creative }) => creative === key))
        .map(({ key }) => (
          <li key={key}>
            <b>{nameOf(brief.creatives, key)}</b> →{' '}
            {value
              .filter(({ creative }) => creative === key)
              .map(({ segment }) => nameOf(brief.segments, segment))
              .join(', ')}
          </li>
        ))}
    </ul>
  );
}
