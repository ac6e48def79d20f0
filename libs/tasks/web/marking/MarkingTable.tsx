import { Select, TextInput } from '@mantine/core';
import {
  AppLink,
  Cell,
  Chip,
  Column,
  type ChipTone,
  type FragmentOf,
  DateText,
  readFragment,
  type ResultOf,
  Table,
  TableRow,
  toast,
  useCommand,
  useFormat,
} from '@planerka/platform/web';
import { markingStates, type MarkingState } from '@planerka/tasks/domain';
import { useState } from 'react';
import { useT } from './locales';
import classes from './Marking.module.css';
import { MarkAdMutation, MarkedCreative_creative } from './marking.documents';

type Creative = FragmentOf<typeof MarkedCreative_creative>;

const tones: Readonly<Record<MarkingState, ChipTone>> = {
  not_needed: 'neutral',
  needed: 'warn',
  received: 'progress',
  shown: 'done',
};

export function MarkingTable({ creatives, onReload }: { creatives: readonly Creative[]; onReload: () => void }) {
  const t = useT();
  return (
    <Table label={t('title')} rows="rich" stacks>
      <thead>
        <tr>
          <Column>{t('ad')}</Column>
          <Column>{t('contract')}</Column>
          <Column>{t('kktuAndErid')}</Column>
          <Column>{t('state')}</Column>
        </tr>
      </thead>
      <tbody>
        {readFragment(MarkedCreative_creative, creatives).map((creative) => (
          <CreativeRow key={creative.id} creative={creative} onReload={onReload} />
        ))}
      </tbody>
    </Table>
  );
}

function CreativeRow({
  creative,
  onReload,
}: {
  creative: ResultOf<typeof MarkedCreative_creative>;
  onReload: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const { taskId, itemId, key, version, name, title, clientName, viewerCanMark } = creative;
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [mark, isRunning] = useCommand(MarkAdMutation, { form: { setErrors }, onReload });
  const what = name || title;
  const state = creative.state.toLowerCase() as MarkingState;
  const save = async (change: object) => {
    setErrors({});
    const outcome = await mark({ input: { taskId, itemId, key, expectedVersion: version, ...change } });
    if (outcome.status === 'success') toast(t('saved'));
  };
  return (
    <TableRow>
      <Cell label={t('ad')}>
        <div className={classes.what}>
          <AppLink href={taskId ? `/tasks/${taskId}` : `/plan?item=${itemId}`} className={classes.title}>
            {title}
          </AppLink>
          <span className={classes.quiet}>{[name, clientName].filter(Boolean).join(' · ')}</span>
          {creative.startsOn && (
            <span className={classes.quiet}>
              {t('from')} <DateText value={creative.startsOn} />
            </span>
          )}
        </div>
      </Cell>
      <Cell label={t('contract')}>
        <div className={classes.what}>
          {viewerCanMark ? (
            (['advertiser', 'contract'] as const).map((field) => (
              <Entry
                key={field}
                label={t(`${field}Of`, { what })}
                placeholder={t(`${field}Placeholder`)}
                value={creative[field]}
                error={errors[field]}
                isRunning={isRunning}
                className={classes.party}
                onSave={(text) => void save({ [field]: text })}
              />
            ))
          ) : (
            <span>{[creative.advertiser, creative.contract].filter(Boolean).join(', ') || t('noContract')}</span>
          )}
          {creative.inn && <span className={classes.quiet}>{t('inn', { inn: creative.inn })}</span>}
        </div>
      </Cell>
      <Cell label={t('kktuAndErid')}>
        <div className={classes.what}>
          {viewerCanMark
            ? (['kktu', 'erid'] as const).map((field) => (
                <Entry
                  key={field}
                  label={t(`${field}Of`, { what })}
                  placeholder={t(`${field}Placeholder`)}
                  value={creative[field]}
                  error={errors[field]}
                  isRunning={isRunning}
                  className={classes[field]}
                  onSave={(text) => void save({ [field]: text })}
                />
              ))
            : (['kktu', 'erid'] as const).map((field) => (
                <span key={field}>
                  {t(field)}: {creative[field] || '—'}
                </span>
              ))}
        </div>
      </Cell>
      <Cell label={t('state')}>
        <div className={classes.what}>
          {viewerCanMark ? (
            <Select
              size="xs"
              className={classes.state}
              aria-label={t('stateOf', { what })}
              data={markingStates.map((value) => ({ value, label: t(`states.${value}`) }))}
              value={state}
              allowDeselect={false}
              disabled={isRunning}
              onChange={(next) => next && next !== state && void save({ state: next.toUpperCase() })}
            />
          ) : (
            <Chip tone={tones[state]}>{t(`states.${state}`)}</Chip>
          )}
          {creative.markedByName && creative.markedAt && (
            <span className={classes.quiet}>
              {t('by', { name: creative.markedByName, when: format.day(creative.markedAt) })}
            </span>
          )}
        </div>
      </Cell>
    </TableRow>
  );
}

/** Saved by Enter or on leaving; Escape takes back what was typed. What was refused stays as it was typed. */
function Entry({
  label,
  placeholder,
  value,
  error,
  isRunning,
  className,
  onSave,
}: {
  label: string;
  placeholder: string;
  value: string;
  error: string | undefined;
  isRunning: boolean;
  className: string | undefined;
  onSave: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  const save = () => {
    if (text.trim() !== value && !isRunning) onSave(text.trim());
  };
  return (
    <TextInput
      size="xs"
      className={className}
      aria-label={label}
      placeholder={placeholder}
      value={text}
      error={error}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setText(value);
      }}
    />
  );
}
