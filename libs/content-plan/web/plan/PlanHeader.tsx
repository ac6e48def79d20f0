import { ActionIcon, Button, Menu } from '@mantine/core';
import { AppLink, IconBulb, IconCalendar, IconDots, IconDownload, IconPlus, IconUpload } from '@planerka/platform/web';
import { useSelection } from '../bulk/selection';
import { useT } from '../locales';
import type { ClientPlanProps, PlanPageSlots } from './ClientPlan';
import { ClientSwitcher, type PlanClient } from './ClientSwitcher';
import { monthOf } from './days';
import { rememberClient } from './last-client';
import type { Editing } from './PlanDialogs';
import classes from './PlanHeader.module.css';
import { isOut } from './plan-item';
import type { Plan } from './plan-page.documents';

export interface PlanHeaderProps {
  plan: Plan;
  clients: readonly PlanClient[];
  month: string;
  change: ClientPlanProps['change'];
  onEdit: (editing: Editing) => void;
  /** Absent where the viewer cannot plan. */
  onAdd?: (() => void) | undefined;
  headerActions: PlanPageSlots['headerActions'];
  /** Figures of what is out can be brought in. */
  hasFigures: boolean;
}

/** Whose plan it is, and what can be done with the whole of it. */
export function PlanHeader({
  plan,
  clients,
  month,
  change,
  onEdit,
  onAdd,
  headerActions,
  hasFigures,
}: PlanHeaderProps) {
  const t = useT();
  const { client } = plan;
  const add = (isPrimary: boolean) =>
    onAdd && (
      <Button variant={isPrimary ? 'filled' : 'default'} leftSection={<IconPlus />} onClick={onAdd}>
        {t('actions.add')}
      </Button>
    );
  const ahead = plan.items.filter((item) => monthOf(item.publishOn) === month && !isOut(item));
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <h1 className={classes.heading}>
          <ClientSwitcher
            clients={clients}
            current={client && { id: client.id, name: client.name }}
            onChoose={(id) => {
              rememberClient(id);
              change(
                { client: id, item: null, clients: null, channel: null, rubric: null, assignee: null },
                { push: true },
              );
            }}
          />
        </h1>
        <div className={classes.quiet}>
          <Button
            variant="subtle"
            leftSection={<IconBulb />}
            className={classes.wide}
            onClick={() => change({ ideas: 'open', item: null })}
          >
            {t('actions.ideas')}
          </Button>
          {onAdd && (
            <Button
              variant="subtle"
              leftSection={<IconUpload />}
              className={classes.wide}
              onClick={() => onEdit({ kind: 'import' })}
            >
              {t('actions.import')}
            </Button>
          )}
          <PlanMenu
            plan={plan}
            month={month}
            canEdit={onAdd !== undefined}
            hasFigures={hasFigures}
            onEdit={onEdit}
            onIdeas={() => change({ ideas: 'open', item: null })}
          />
        </div>
        {onAdd && (
          <div className={classes.actions}>
            {client && headerActions
              ? headerActions({ clientId: client.id, month, itemIds: ahead.map(({ id }) => id) }, add)
              : add(true)}
          </div>
        )}
      </div>
    </header>
  );
}

function PlanMenu({
  plan,
  month,
  canEdit,
  hasFigures,
  onEdit,
  onIdeas,
}: Pick<PlanHeaderProps, 'plan' | 'month' | 'onEdit' | 'hasFigures'> & { canEdit: boolean; onIdeas: () => void }) {
  const t = useT();
  const { client } = plan;
  const selection = useSelection();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="lg" aria-label={t('actions.more')}>
          <IconDots />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconBulb />} onClick={onIdeas}>
          {t('actions.ideas')}
        </Menu.Item>
        {selection && <Menu.Item onClick={() => selection.pick(true)}>{t('bulk.pick')}</Menu.Item>}
        {canEdit && <Menu.Item onClick={() => onEdit({ kind: 'rollOver' })}>{t('actions.rollOver')}</Menu.Item>}
        {canEdit && <Menu.Item onClick={() => onEdit({ kind: 'templates' })}>{t('actions.templates')}</Menu.Item>}
        {canEdit && (
          <Menu.Item onClick={() => onEdit({ kind: 'templates', opens: 'series' })}>{t('actions.series')}</Menu.Item>
        )}
        {canEdit && plan.itemCount > 0 && (
          <Menu.Item onClick={() => onEdit({ kind: 'templates', opens: 'save' })}>{t('templates.saveMonth')}</Menu.Item>
        )}
        {canEdit && <Menu.Item onClick={() => onEdit({ kind: 'rubrics' })}>{t('actions.rubrics')}</Menu.Item>}
        {canEdit && (
          <Menu.Item leftSection={<IconUpload />} onClick={() => onEdit({ kind: 'import' })}>
            {t('actions.importFile')}
          </Menu.Item>
        )}
        {canEdit && client && hasFigures && (
          <Menu.Item leftSection={<IconUpload />} onClick={() => onEdit({ kind: 'figures' })}>
            {t('actions.importFigures')}
          </Menu.Item>
        )}
        {canEdit && client && (
          <Menu.Item
            component={AppLink}
            href={`/account/calendars?client=${client.id}&month=${month}`}
            leftSection={<IconCalendar />}
          >
            {t('actions.calendars')}
          </Menu.Item>
        )}
        {plan.viewerCanExport && client && (
          <Menu.Item leftSection={<IconDownload />} onClick={() => onEdit({ kind: 'export' })}>
            {t('actions.export')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
