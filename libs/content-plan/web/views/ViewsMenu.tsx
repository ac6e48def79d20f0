import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconEye, IconPen, IconPlus, IconRefresh, IconTrash } from '@planerka/platform/web';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { hasChoice } from '../plan/filters';
import { PlanViewsQuery, type SavedView } from './plan-views.documents';
import { useSavedViews, type ViewsPlace } from './use-saved-views';
import { addressOf, isOver, isShownBy } from './view-address';
import classes from './ViewsMenu.module.css';

const ViewDialog = lazy(() => import('./ViewDialog').then((file) => ({ default: file.ViewDialog })));

export interface ViewsMenuProps extends ViewsPlace {
  clientName: string | null;
  /** That is open. */
  month: string;
}

/** Named choices of this page: opened, kept, renamed, deleted; beside it the way to keep what is chosen now. */
export function ViewsMenu({ clientId, clientName, month, address, change }: ViewsMenuProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const [dialog, setDialog] = useState<{ readonly view: SavedView | null } | null>(null);
  const [{ data, error, fetching }, retry] = useQuery({
    query: PlanViewsQuery,
    pause: !isOpen && address.saved === null,
  });
  const { keep, drop } = useSavedViews({ clientId, address: { ...address, month }, change });
  const views = (data?.planViews ?? []).toSorted((one, other) => one.name.localeCompare(other.name));
  const current = views.find((view) => view.id === address.saved && isOver(clientId, view));
  const isChanged = current !== undefined && !isShownBy({ ...address, month }, clientId, current);
  const open = (view: SavedView) =>
    change({ ...addressOf(view), saved: view.id, day: null, item: null }, { push: true });
  const groups = [
    { title: t('views.own'), views: views.filter(({ isOwn }) => isOwn) },
    { title: t('views.shared'), views: views.filter(({ isOwn }) => !isOwn) },
  ].filter((group) => group.views.length > 0);
  return (
    <>
      <Menu opened={isOpen} onChange={setOpen} position="bottom-start">
        <Menu.Target>
          <Button
            size="xs"
            className={classes.button}
            leftSection={<IconEye size={12} />}
            rightSection={<IconChevronDown size={12} />}
          >
            {current ? (isChanged ? t('views.changed', { name: current.name }) : current.name) : t('views.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu}>
          {groups.map((group) => (
            <div key={group.title} role="group" aria-label={group.title}>
              <Menu.Label aria-hidden="true">{group.title}</Menu.Label>
              {group.views.map((view) => (
                <Menu.Item
                  key={view.id}
                  onClick={() => open(view)}
                  aria-current={view === current}
                  rightSection={view === current && <IconCheck size={14} />}
                >
                  {view.name}
                  <span className={classes.note}>{noteOf(view, t)}</span>
                </Menu.Item>
              ))}
            </div>
          ))}
          {data && views.length === 0 && <p className={classes.empty}>{t('views.empty')}</p>}
          {!data && fetching && <Menu.Label>{t('views.loading')}</Menu.Label>}
          {error && !data && (
            <Menu.Item
              closeMenuOnClick={false}
              leftSection={<IconRefresh size={14} />}
              onClick={() => retry({ requestPolicy: 'network-only' })}
            >
              {t('views.failed')}
            </Menu.Item>
          )}
          <Menu.Divider />
          {current?.viewerCanEdit && isChanged && (
            <Menu.Item leftSection={<IconCheck size={14} />} onClick={() => void keep(current)}>
              {t('views.keep', { name: current.name })}
            </Menu.Item>
          )}
          {current && isChanged && (
            <Menu.Item leftSection={<IconRefresh size={14} />} onClick={() => open(current)}>
              {t('views.asKept')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPlus size={14} />} onClick={() => setDialog({ view: null })}>
            {t('views.saveAs')}
          </Menu.Item>
          {current?.viewerCanEdit && (
            <>
              <Menu.Item leftSection={<IconPen size={14} />} onClick={() => setDialog({ view: current })}>
                {t('views.rename')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={14} />} color="danger" onClick={() => void drop(current)}>
                {t('views.delete')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isChanged && current.viewerCanEdit ? (
        <Button size="xs" variant="subtle" onClick={() => void keep(current)}>
          {t('views.keepShort')}
        </Button>
      ) : (
        (isChanged || (!current && hasChoice(address))) && (
          <Button size="xs" variant="subtle" onClick={() => setDialog({ view: null })}>
            {t('views.save')}
          </Button>
        )
      )}
      <Suspense fallback={null}>
        {dialog && (
          <ViewDialog
            view={dialog.view}
            clientId={clientId}
            clientName={clientName}
            month={month}
            address={address}
            onClose={() => setDialog(null)}
            onSaved={(id) => {
              setDialog(null);
              change({ saved: id });
            }}
          />
        )}
      </Suspense>
    </>
  );
}

function noteOf({ isOwn, isShared, authorName, clientName, shown }: SavedView, t: ReturnType<typeof useT>): string {
  const whose = shown.ofAllClients ? t('allClients') : clientName;
  return [whose, isOwn ? isShared && t('views.isShared') : authorName].filter(Boolean).join(' · ');
}
