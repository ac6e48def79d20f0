import { Modal, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { usePlatformText } from '../locales/platform-text';
import { cx } from '../ui/cx';
import { IconClock, IconSearch } from '../ui/icons';
import { MarkedText } from '../ui/MarkedText';
import { Keys } from './KeyboardMap';
import { optionsOf, type PaletteOption } from './palette-options';
import { recentOf, remember } from './recent';
import type { PalettePort } from './search-port';
import classes from './SearchPalette.module.css';
import { useFindings } from './use-findings';
import { useGo } from './use-go';

/** Finds things, goes to pages and does what may be done, by keyboard alone: a combobox over a list of groups. */
export function SearchPalette({ port, onClose }: { port: PalettePort; onClose: () => void }) {
  const t = usePlatformText();
  const go = useGo();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useFindings(port, text);
  const groups = optionsOf(port, text, found, {
    recent: recentOf(port.memory),
    recentIcon: <IconClock />,
    searchIcon: <IconSearch />,
    titles: { recent: t('shell.recent'), do: t('shell.do'), goTo: t('shell.goTo') },
    all: t('shell.searchAll', { text: text.trim() }),
  });
  const options = groups.flatMap((group) => group.options);
  const active = options[Math.min(at, options.length - 1)];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active?.id]);

  const choose = (option: PaletteOption) => {
    onClose();
    if (option.href === undefined) return option.run?.();
    if (option.isThing) remember(port.memory, { title: option.title.text, note: option.note, href: option.href });
    go(option.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const place = options.findIndex((option) => option.id === active?.id);
    const next = { ArrowDown: place + 1, ArrowUp: place - 1 }[event.key];
    if (next !== undefined && options.length > 0) {
      event.preventDefault();
      setAt((next + options.length) % options.length);
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      choose(active);
    }
  };

  const isEmpty = options.length === 0;
  const things = found.groups.reduce((sum, { hits }) => sum + hits.length, 0);
  const status = found.hasFailed
    ? t('shell.searchFailed')
    : found.isAsking
      ? t('shell.searching')
      : (found.remark ?? (found.text !== '' && things === 0 ? t('shell.searchNothing') : ''));
  return (
    <Modal.Root opened onClose={onClose} size="lg" yOffset="8vh">
      <Modal.Overlay blur={0} backgroundOpacity={0.32} color="var(--scrim)" />
      <Modal.Content aria-label={t('shell.search')}>
        <div className={classes.palette}>
          <div className={classes.field}>
            <IconSearch />
            <input
              data-autofocus
              role="combobox"
              aria-expanded={!isEmpty}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={active && `${id}-${active.id}`}
              aria-label={t('shell.searchAction')}
              placeholder={t('shell.searchPlaceholder')}
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              className={classes.input}
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value);
                setAt(0);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          {status !== '' && <p className={classes.status}>{status}</p>}
          <VisuallyHidden role="status">
            {status === '' && things > 0 ? t('shell.found', { count: things }) : status}
          </VisuallyHidden>
          <div
            ref={list}
            id={`${id}-list`}
            role="listbox"
            aria-label={t('shell.searchAction')}
            className={classes.list}
          >
            {groups.map((group) => (
              <div key={group.title} role="group" aria-label={group.title}>
                <p className={classes.caption} aria-hidden="true">
                  {group.title}
                </p>
                {group.options.map((option) => (
                  <div
                    key={option.id}
                    id={`${id}-${option.id}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={option === active}
                    className={cx(classes.option, option === active && classes.active)}
                    onMouseMove={() => option !== active && setAt(options.indexOf(option))}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => choose(option)}
                  >
                    <Option option={option} />
                  </div>
                ))}
              </div>
            ))}
          </div>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

function Option({ option: { icon, title, note, passage, keys } }: { option: PaletteOption }) {
  return (
    <>
      <span className={classes.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={classes.words}>
        <span className={classes.line}>
          <span className={classes.title}>
            <MarkedText {...title} />
          </span>
          {note !== undefined && <span className={classes.note}>{note}</span>}
        </span>
        {passage && (
          <span className={classes.passage}>
            <MarkedText {...passage} />
          </span>
        )}
      </span>
      {keys !== undefined && (
        <span className={classes.shortcut}>
          <Keys keys={keys} />
        </span>
      )}
    </>
  );
}
