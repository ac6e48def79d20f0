import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconEye, IconPen, IconPlus, IconRefresh, IconTrash } from '@planerka/platform/web';
import { type ReactNode, Suspense, useState } from 'react';
import { useT } from './locales';
import classes from './ViewsMenu.module.css';

/** Of a view, what every page's views have. */
export interface KeptView {
  readonly id: string;
  readonly name: string;
  readonly isShared: boolean;
  readonly isOwn: boolean;
  readonly authorName: string;
  readonly viewerCanEdit: boolean;
}

export interface ViewsMenuProps<View extends KeptView> {
  /** Undefined while they are not there. */
  views: readonly View[] | undefined;
  isLoading: boolean;
  hasFailed: boolean;
  onRetry: () => void;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  /** Whose name the page bears. */
  current: View | undefined;
  /** The page shows something else by now. */
  isChanged: boolean;
  /** Without a view: something is chosen that is worth a name. */
  hasChoice: boolean;
  /** Whom a view is of, where it is of somebody. */
  whose: (view: View) => string | null;
  onOpen: (view: View) => void;
  onKeep: (view: View) => void;
  onDrop: (view: View) => void;
  /** Where a view gets its name, or another one. */
  dialog: (view: View | null, onClose: () => void) => ReactNode;
}

/** Named choices of a page: opened, kept, renamed, deleted; beside it the way to keep what is chosen now. */
export function ViewsMenu<View extends KeptView>({
  views: unordered,
  isLoading,
  hasFailed,
  onRetry,
  isOpen,
  onToggle,
  current,
  isChanged,
  hasChoice,
  whose,
  onOpen,
  onKeep,
  onDrop,
  dialog,
}: ViewsMenuProps<View>) {
  const t = useT();
  const [named, setNamed] = useState<{ readonly view: View | null } | null>(null);
  const views = (unordered ?? []).toSorted((one, other) => one.name.localeCompare(other.name));
  const groups = [
    { title: t('own'), views: views.filter(({ isOwn }) => isOwn) },
    { title: t('shared'), views: views.filter(({ isOwn }) => !isOwn) },
  ].filter((group) => group.views.length > 0);
  const noteOf = (view: View) =>
    [whose(view), view.isOwn ? view.isShared && t('isShared') : view.authorName].filter(Boolean).join(' · ');
  return (
    <>
      <Menu opened={isOpen} onChange={onToggle} position="bottom-start">
        <Menu.Target>
          <Button
            size="xs"
            className={classes.button}
            leftSection={<IconEye size={12} />}
            rightSection={<IconChevronDown size={12} />}
          >
            {current ? (isChanged ? t('changed', { name: current.name }) : current.name) : t('title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu}>
          {groups.map((group) => (
            <div key={group.title} role="group" aria-label={group.title}>
              <Menu.Label aria-hidden="true">{group.title}</Menu.Label>
              {group.views.map((view) => (
                <Menu.Item
                  key={view.id}
                  onClick={() => onOpen(view)}
                  aria-current={view === current}
                  rightSection={view === current && <IconCheck size={14} />}
                >
                  {view.name}
                  <span className={classes.note}>{noteOf(view)}</span>
                </Menu.Item>
              ))}
            </div>
          ))}
          {unordered && views.length === 0 && <p className={classes.empty}>{t('empty')}</p>}
          {!unordered && isLoading && <Menu.Label>{t('loading')}</Menu.Label>}
          {!unordered && hasFailed && (
            <Menu.Item closeMenuOnClick={false} leftSection={<IconRefresh size={14} />} onClick={onRetry}>
              {t('failed')}
            </Menu.Item>
          )}
          <Menu.Divider />
          {current?.viewerCanEdit && isChanged && (
            <Menu.Item leftSection={<IconCheck size={14} />} onClick={() => onKeep(current)}>
              {t('keep', { name: current.name })}
            </Menu.Item>
          )}
          {current && isChanged && (
            <Menu.Item leftSection={<IconRefresh size={14} />} onClick={() => onOpen(current)}>
              {t('asKept')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPlus size={14} />} onClick={() => setNamed({ view: null })}>
            {t('saveAs')}
          </Menu.Item>
          {current?.viewerCanEdit && (
            <>
              <Menu.Item leftSection={<IconPen size={14} />} onClick={() => setNamed({ view: current })}>
                {t('rename')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={14} />} color="danger" onClick={() => onDrop(current)}>
                {t('delete')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {current && isChanged && current.viewerCanEdit ? (
        <Button size="xs" variant="subtle" onClick={() => onKeep(current)}>
          {t('keepShort')}
        </Button>
      ) : (
        (isChanged || (!current && hasChoice)) && (
          <Button size="xs" variant="subtle" onClick={() => setNamed({ view: null })}>
            {t('save')}
          </Button>
        )
      )}
      <Suspense fallback={null}>{named && dialog(named.view, () => setNamed(null))}</Suspense>
    </>
  );
}
