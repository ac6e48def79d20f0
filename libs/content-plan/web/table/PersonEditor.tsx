import { Combobox, useCombobox } from '@mantine/core';
import { useFormat } from '@planerka/platform/web';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { executorOf, type PersonColumn } from '../plan/plan-item';
import editorClasses from './CellEditor.module.css';
import { type CellEditorProps, leavingBy } from './cell-leaving';
import { isForNobody } from './cell-work';
import classes from './PersonEditor.module.css';
import { choicesIn, peopleIn, TablePeopleQuery, type TablePerson } from './table-people';

/** Of the option that leaves the work to nobody. */
const nobody = '';

/** Who does the work, chosen in the cell: typing finds a name, Enter takes it, Escape leaves it as it was. */
export function PersonEditor({
  item,
  field,
  typed,
  problem,
  onCommit,
  onCancel,
}: CellEditorProps & { field: PersonColumn }) {
  const t = useT();
  const [search, setSearch] = useState(typed);
  const [{ data, error }] = useQuery({ query: TablePeopleQuery, variables: { clientId: item.client.id } });
  const combobox = useCombobox({ defaultOpened: true });
  const present = executorOf(item, field);
  const { squad, others } = choicesIn(data ? peopleIn(data) : [], field, search);
  const isLeft = useRef(false);
  const leaving = useRef<'down' | 'next' | 'previous'>('down');
  const leave = (act: () => void) => {
    if (isLeft.current) return;
    isLeft.current = true;
    act();
  };
  const { selectFirstOption, resetSelectedOption } = combobox;
  const isFinding = search.trim() !== '';
  useEffect(() => {
    if (isFinding) selectFirstOption();
    else resetSelectedOption();
  }, [isFinding, search, data, selectFirstOption, resetSelectedOption]);
  const choose = (id: string) => {
    const person = [...squad, ...others].find((one) => one.id === id);
    leave(() => onCommit({ [field]: person?.id ?? null }, leaving.current, person?.name ?? null));
  };
  const asItWas = (where: 'stay' | 'next' | 'previous') =>
    leave(() => onCommit({ [field]: present }, where, nameOf(item, present)));
  const canEmpty = present !== null && !isFinding && isForNobody(item, field);
  const isEmpty = squad.length + others.length === 0;
  return (
    <Combobox store={combobox} position="bottom-start" width="max-content" withinPortal onOptionSubmit={choose}>
      <Combobox.Target withExpandedAttribute>
        <input
          autoFocus
          className={editorClasses.input}
          value={search}
          placeholder={nameOf(item, present) ?? t('table.nobody')}
          aria-label={t('table.edit', { column: t(`table.${field}`), title: item.title })}
          aria-invalid={problem !== undefined}
          onChange={({ target: { value } }) => {
            setSearch(value);
            combobox.openDropdown();
          }}
          onBlur={() => asItWas('stay')}
          onKeyDown={(event) => {
            event.stopPropagation();
            const by = leavingBy(event);
            if (by === 'next' || by === 'previous') {
              event.preventDefault();
              leaving.current = by;
              if (isFinding && !isEmpty) combobox.clickSelectedOption();
              else asItWas(by);
            } else if (event.key === 'Escape') {
              event.preventDefault();
              leave(onCancel);
            } else if (event.key === 'Delete' && search === '' && present !== null) {
              event.preventDefault();
              choose(nobody);
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown className={classes.dropdown}>
        <Combobox.Options aria-label={t(`table.${field}`)}>
          <Group label={t('table.squad')} people={squad} present={present} />
          <Group label={t('table.others')} people={others} present={present} />
          {canEmpty && (
            <Combobox.Option value={nobody} className={classes.nobody}>
              {t('table.leaveToNobody')}
            </Combobox.Option>
          )}
          {isEmpty && (
            <Combobox.Empty>
              {error && !data
                ? t('paste.peopleFailed')
                : data
                  ? t(isFinding ? 'table.nobodyFound' : 'table.nobodyAble')
                  : t('table.peopleComing')}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

const nameOf = ({ tasks }: CellEditorProps['item'], id: string | null): string | null =>
  tasks.find(({ assigneeId }) => assigneeId === id)?.assigneeName ?? null;

function Group({ label, people, present }: { label: string; people: readonly TablePerson[]; present: string | null }) {
  const t = useT();
  const format = useFormat();
  if (people.length === 0) return null;
  return (
    <Combobox.Group label={label}>
      {people.map(({ id, name, awayUntil, awayKind }) => (
        <Combobox.Option key={id} value={id} active={id === present}>
          <span className={classes.option}>
            {name}
            {awayUntil && awayKind && (
              <span className={classes.away}>{t(`table.away.${awayKind}`, { day: format.day(awayUntil) })}</span>
            )}
          </span>
        </Combobox.Option>
      ))}
    </Combobox.Group>
  );
}
