import { NativeSelect } from '@mantine/core';
import { Cell, Column, EmptyState, Segmented, Table, TableRow, useFormat } from '@planerka/platform/web';
import type { TargetingContent } from '@planerka/tasks/domain';
import { useState } from 'react';
import { useNetworkLabel } from '../deliverable/use-network-label';
import type { Version } from '../deliverable/version';
import { useT } from '../locales';
import { CompareImages } from './CompareImages';
import classes from './ComparePanel.module.css';
import { CompareText } from './CompareText';

/** The shown version against another one: words, pictures, or the fields of a set-up. */
export function ComparePanel({
  versions,
  after,
  before: first,
}: {
  versions: readonly Version[];
  after: Version;
  before: Version;
}) {
  const t = useT();
  const others = versions.filter(({ id }) => id !== after.id);
  const [chosen, setChosen] = useState(first.number);
  const other = others.find(({ number }) => number === chosen) ?? others.at(-1);
  if (!other) return null;
  // Whichever was chosen, the older one is «before».
  const [before, newer] = other.number < after.number ? [other, after] : [after, other];
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <span className={classes.quiet}>{t('compare.before')}</span>
        <span>{t('work.version', { number: before.number })}</span>
        <span className={classes.quiet}>→ {t('compare.after')}</span>
        <span>{t('work.version', { number: newer.number })}</span>
        {others.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label={t('work.versions')}
            value={String(other.number)}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
            data={others.map(({ number }) => ({ value: String(number), label: t('work.version', { number }) }))}
          />
        )}
      </div>
      <Difference key={`${before.id}${newer.id}`} before={before} after={newer} />
    </div>
  );
}

function Difference({ before, after }: { before: Version; after: Version }) {
  if (before.content.kind === 'copy' && after.content.kind === 'copy') return <Texts before={before} after={after} />;
  if (before.content.kind === 'targeting' && after.content.kind === 'targeting') {
    return <Setups before={before.content} after={after.content} />;
  }
  return <Pictures before={before} after={after} />;
}

function Texts({ before, after }: { before: Version; after: Version }) {
  const t = useT();
  const labelOf = useNetworkLabel();
  const networks = [...new Set([...before.texts.keys(), ...after.texts.keys()])];
  return networks.map((network) => (
    <div key={network} className={classes.part}>
      {networks.length > 1 && <h3>{network === null ? t('work.mainText') : labelOf(network)}</h3>}
      <CompareText before={before.texts.get(network) ?? ''} after={after.texts.get(network) ?? ''} />
    </div>
  ));
}

/** Pictures meet by their place: the third slide is compared with the third. */
function Pictures({ before, after }: { before: Version; after: Version }) {
  const t = useT();
  const [place, setPlace] = useState(0);
  const pictures = (version: Version) => version.shownFiles.filter(({ kind }) => kind === 'IMAGE');
  const [older, newer] = [pictures(before), pictures(after)];
  const count = Math.max(older.length, newer.length);
  if (count === 0) return <EmptyState title={t('compare.notPictures')} />;
  return (
    <div className={classes.part}>
      {count > 1 && (
        <Segmented
          label={t('compare.picture')}
          value={String(place)}
          onChange={(value) => setPlace(Number(value))}
          segments={Array.from({ length: count }, (_, index) => ({
            value: String(index),
            label: t('compare.slide', { number: index + 1 }),
          }))}
        />
      )}
      <CompareImages key={place} before={older[place]} after={newer[place]} />
    </div>
  );
}

function Setups({ before, after }: { before: TargetingContent; after: TargetingContent }) {
  const t = useT();
  const rows = useRows();
  const changed = rows(after).filter(([label, value]) => new Map(rows(before)).get(label) !== value);
  const gone = rows(before).filter(([label]) => !new Map(rows(after)).has(label));
  const earlier = new Map(rows(before));
  if (changed.length + gone.length === 0) return <EmptyState title={t('compare.unchanged')} />;
  return (
    <Table label={t('compare.changed')}>
      <thead>
        <tr>
          <Column>{t('compare.field')}</Column>
          <Column>{t('compare.before')}</Column>
          <Column>{t('compare.after')}</Column>
        </tr>
      </thead>
      <tbody>
        {[...changed, ...gone.map(([label]) => [label, ''] as const)].map(([label, value]) => (
          <TableRow key={label}>
            <Cell>{label}</Cell>
            <Cell>{earlier.get(label) || '—'}</Cell>
            <Cell strong>{value || '—'}</Cell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

/** A set-up as lines of «what: how much», so that two of them can be held against each other. */
function useRows(): (content: TargetingContent) => readonly (readonly [label: string, value: string])[] {
  const t = useT();
  const format = useFormat();
  const sum = (amount: string | null) => (amount === null ? '' : format.money({ amount, currency: 'RUB' }));
  const day = (value: string | null) => (value === null ? '' : format.day(value));
  return (content) => [
    [t('targeting.campaignName'), content.campaignName],
    [t('targeting.cabinetUrl'), content.cabinetUrl],
    [t('targeting.startsOn'), day(content.startsOn)],
    [t('targeting.endsOn'), day(content.endsOn)],
    [t('targeting.totalLimit'), sum(content.totalLimit)],
    ...content.ads.map(
      ({ name, segment, creative, dailyLimit, erid }, index) =>
        [
          t('targeting.ad', { number: index + 1 }),
          [name, segment, creative, sum(dailyLimit), erid].filter((part) => part !== '').join(' · '),
        ] as const,
    ),
    [t('targeting.utmSample'), content.utmSample],
    [t('targeting.stopRules'), content.stopRules.join('; ')],
    [t('targeting.notes'), content.notes],
  ];
}
