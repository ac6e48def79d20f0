import { Popover } from '@mantine/core';
import { NetworkIcon, networkOf } from '@planerka/platform/web';
import { useRef, useState } from 'react';
import type { ItemPatch } from '../bulk/item-changes.documents';
import { formats, titleLimit, type Format } from '../form/item-values';
import { useT } from '../locales';
import { type PlanItem, personColumnOf } from '../plan/plan-item';
import type { Plan } from '../plan/plan-page.documents';
import classes from './CellEditor.module.css';
import { type CellEditorProps, leavingBy } from './cell-leaving';
import { PersonEditor } from './PersonEditor';

/** The field inside of a cell: Enter saves and goes down, Tab to the next one, Escape leaves it as it was. */
export default function CellEditor(props: CellEditorProps) {
  const { field } = props;
  const column = personColumnOf(field);
  if (column) return <PersonEditor {...props} field={column} />;
  if (field === 'title') return <TitleEditor {...props} />;
  if (field === 'channels') return <ChannelsEditor {...props} />;
  if (field === 'rubric' || field === 'format' || field === 'campaign')
    return <ChoiceEditor {...props} field={field} />;
  return null;
}

function TitleEditor({ item, typed, problem, onCommit, onCancel }: CellEditorProps) {
  const t = useT();
  const [title, setTitle] = useState(typed || item.title);
  const isLeft = useRef(false);
  const leave = (act: () => void) => {
    if (isLeft.current) return;
    isLeft.current = true;
    act();
  };
  return (
    <input
      autoFocus
      className={classes.input}
      value={title}
      maxLength={titleLimit}
      aria-label={t('table.edit', { column: t('table.title'), title: item.title })}
      aria-invalid={problem !== undefined}
      // What was begun goes on; what stood there is written over.
      onFocus={(event) => typed === '' && event.target.select()}
      onChange={(event) => setTitle(event.target.value)}
      onBlur={() => leave(() => onCommit({ title: title.trim() }, 'stay'))}
      onKeyDown={(event) => {
        event.stopPropagation();
        const leaving = leavingBy(event);
        if (leaving) {
          event.preventDefault();
          leave(() => onCommit({ title: title.trim() }, leaving));
        } else if (event.key === 'Escape') {
          event.preventDefault();
          leave(onCancel);
        }
      }}
    />
  );
}

function ChoiceEditor({
  item,
  field,
  plan,
  typed,
  problem,
  onCommit,
  onCancel,
}: CellEditorProps & { field: 'rubric' | 'format' | 'campaign' }) {
  const t = useT();
  const isLeft = useRef(false);
  const leave = (act: () => void) => {
    if (isLeft.current) return;
    isLeft.current = true;
    act();
  };
  const present = field === 'format' ? item.format : (item[field]?.id ?? '');
  const setOf = (chosen: string): ItemPatch => {
    if (field === 'format') return { format: chosen as Format };
    return field === 'rubric' ? { rubricId: chosen || null } : { campaignId: chosen || null };
  };
  const options =
    field === 'format'
      ? formats.map((format) => ({ id: format, name: t(`format.${lower(format)}`) }))
      : withPresent(field === 'rubric' ? plan.rubrics : plan.campaigns, item[field]);
  const [value, setValue] = useState<string>(() => (typed && options.find(beginsWith(typed))?.id) || present);
  return (
    <select
      autoFocus
      className={classes.input}
      value={value}
      aria-label={t('table.edit', { column: t(`table.${field}`), title: item.title })}
      aria-invalid={problem !== undefined}
      onChange={(event) => setValue(event.target.value)}
      onBlur={() => leave(() => onCommit(setOf(value), 'stay'))}
      onKeyDown={(event) => {
        event.stopPropagation();
        const leaving = leavingBy(event);
        if (leaving) {
          event.preventDefault();
          leave(() => onCommit(setOf(value), leaving));
        } else if (event.key === 'Escape') {
          event.preventDefault();
          leave(onCancel);
        }
      }}
    >
      {field !== 'format' && <option value="">{t(field === 'rubric' ? 'form.noRubric' : 'form.noCampaign')}</option>}
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

const beginsWith =
  (typed: string) =>
  ({ name }: { readonly name: string }) =>
    name.toLowerCase().startsWith(typed.toLowerCase());

/** What it has stays a choice, also where it is no longer offered. */
const withPresent = <T extends { readonly id: string; readonly name: string }>(
  offered: readonly { readonly id: string; readonly name: string }[],
  present: T | null,
) => (present && !offered.some(({ id }) => id === present.id) ? [present, ...offered] : offered);

function ChannelsEditor({ item, plan, onCommit, onCancel }: CellEditorProps) {
  const t = useT();
  const [ids, setIds] = useState(() => item.channels.map(({ id }) => id));
  const isLeft = useRef(false);
  const leave = (act: () => void) => {
    if (isLeft.current) return;
    isLeft.current = true;
    act();
  };
  const offered = withPresentChannels(plan.channels, item.channels);
  return (
    <Popover
      opened
      onChange={(isOpen) => !isOpen && leave(() => onCommit({ channelIds: ids }, 'stay'))}
      position="bottom-start"
      trapFocus
      withinPortal
      closeOnEscape={false}
    >
      <Popover.Target>
        <span>{t('table.chosen', { count: ids.length })}</span>
      </Popover.Target>
      <Popover.Dropdown
        aria-label={t('table.edit', { column: t('table.channels'), title: item.title })}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') {
            event.preventDefault();
            leave(() => onCommit({ channelIds: ids }, 'down'));
          } else if (event.key === 'Escape') {
            event.preventDefault();
            leave(onCancel);
          }
        }}
      >
        {offered.length === 0 && t('form.noChannels')}
        {offered.map(({ id, network, title }) => {
          const isOn = ids.includes(id);
          return (
            <label key={id} className={classes.option}>
              <input
                type="checkbox"
                checked={isOn}
                onChange={() => setIds(isOn ? ids.filter((one) => one !== id) : [...ids, id])}
              />
              <NetworkIcon network={networkOf(network)} decorative />
              {title}
            </label>
          );
        })}
      </Popover.Dropdown>
    </Popover>
  );
}

const withPresentChannels = (offered: Plan['channels'], present: PlanItem['channels']) => [
  ...offered,
  ...present.filter(({ id }) => !offered.some((one) => one.id === id)),
];

const lower = <F extends string>(value: F) => value.toLowerCase() as Lowercase<F>;
