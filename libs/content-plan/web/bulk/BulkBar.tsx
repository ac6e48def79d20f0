import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconClose,
  IconTrash,
  NetworkIcon,
  networkOf,
  Notice,
  useFormat,
} from '@planerka/platform/web';
import { type ReactNode, useState } from 'react';
import { useT } from '../locales';
import { addDays, type Day } from '../plan/days';
import type { PlanItem } from '../plan/plan-item';
import type { Plan } from '../plan/plan-page.documents';
import { RubricSwatch } from '../plan/RubricSwatch';
import classes from './BulkBar.module.css';
import { BulkMove } from './BulkMove';
import type { ItemPatch } from './item-changes.documents';
import type { Selection } from './selection';
import { type Refused, useItemChanges } from './use-item-changes';

export interface BulkBarProps {
  plan: Plan;
  selection: Selection;
  /** The chosen ones among those that are shown. */
  items: readonly PlanItem[];
}

/** What can be done with all chosen publications at once: each thing is one step, and one way back. */
export function BulkBar({ plan, selection, items }: BulkBarProps) {
  const t = useT();
  const format = useFormat();
  const [apply, isRunning] = useItemChanges();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const count = items.length;

  const change = async (setOf: (item: PlanItem) => ItemPatch, message: string, ends = false) => {
    setRefused([]);
    const said = await apply(
      items.map((item) => ({ item, set: setOf(item) })),
      message,
    );
    if (said === null) return;
    setRefused(said);
    if (ends && said.length === 0) selection.clear();
  };
  const set = (patch: ItemPatch) => void change(() => patch, t('bulk.changed', { count }));
  const toggleChannel = (id: string, isOn: boolean) =>
    void change(
      ({ channels }) => {
        const others = channels.map((channel) => channel.id).filter((other) => other !== id);
        return { channelIds: isOn ? [...others, id] : others };
      },
      t('bulk.changed', { count }),
    );
  const isNone = count === 0 || isRunning;
  const shared = refused.filter(({ itemId }) => items.some(({ id }) => id === itemId));

  return (
    <section className={classes.bar} aria-label={t('bulk.label')}>
      {shared.length > 0 && (
        <Notice tone="danger" title={t('bulk.refused', { count: shared.length })}>
          <ul className={classes.refused}>
            {shared.map(({ itemId, title, reason }) => (
              <li key={itemId}>
                <b>{title}</b>: {reason}
              </li>
            ))}
          </ul>
          {shared.length < count && (
            <Button size="xs" onClick={() => selection.leaveOut(shared.map(({ itemId }) => itemId))}>
              {t('bulk.leaveOut', { count: shared.length })}
            </Button>
          )}
        </Notice>
      )}
      <div className={classes.actions}>
        <p role="status" className={classes.count}>
          {t('bulk.count', { count })}
        </p>
        <div className={classes.tools}>
          <BulkMove
            isDisabled={isNone}
            start={items[0]?.publishOn ?? plan.today}
            onShift={(days) =>
              void change(({ publishOn }) => ({ publishOn: addDays(publishOn, days) }), t('bulk.moved', { count }))
            }
            onMove={(day: Day) =>
              void change(() => ({ publishOn: day }), t('bulk.movedTo', { count, day: format.dayLong(day) }))
            }
          />
          {plan.client && (
            <>
              <Choice label={t('bulk.rubric')} isDisabled={isNone}>
                {plan.rubrics.map(({ id, name, colour }) => (
                  <Menu.Item
                    key={id}
                    leftSection={<RubricSwatch colour={colour} />}
                    onClick={() => set({ rubricId: id })}
                  >
                    {name}
                  </Menu.Item>
                ))}
                <Menu.Item onClick={() => set({ rubricId: null })}>{t('form.noRubric')}</Menu.Item>
              </Choice>
              {plan.channels.length > 0 && (
                <Choice label={t('bulk.channels')} isDisabled={isNone} staysOpen>
                  {plan.channels.map(({ id, network, title }) => {
                    const isOnAll = count > 0 && items.every(({ channels }) => channels.some((one) => one.id === id));
                    return (
                      <Menu.CheckboxItem
                        key={id}
                        checked={isOnAll}
                        rightSection={<NetworkIcon network={networkOf(network)} decorative />}
                        onChange={() => toggleChannel(id, !isOnAll)}
                      >
                        {title}
                      </Menu.CheckboxItem>
                    );
                  })}
                </Choice>
              )}
              <Choice label={t('bulk.campaign')} isDisabled={isNone}>
                {plan.campaigns.map(({ id, name }) => (
                  <Menu.Item key={id} onClick={() => set({ campaignId: id })}>
                    {name}
                  </Menu.Item>
                ))}
                <Menu.Item onClick={() => set({ campaignId: null })}>{t('form.noCampaign')}</Menu.Item>
              </Choice>
            </>
          )}
          <Choice label={t('bulk.approval')} isDisabled={isNone}>
            <Menu.Item onClick={() => set({ wantsClientApproval: true })}>{t('bulk.approvalYes')}</Menu.Item>
            <Menu.Item onClick={() => set({ wantsClientApproval: false })}>{t('bulk.approvalNo')}</Menu.Item>
          </Choice>
          <Button
            size="xs"
            color="danger"
            leftSection={<IconTrash size={14} />}
            disabled={isNone}
            onClick={() => void change(() => ({ isDeleted: true }), t('bulk.deleted', { count }), true)}
          >
            {t('actions.delete')}
          </Button>
        </div>
        <ActionIcon aria-label={t('bulk.clear')} onClick={() => selection.clear()}>
          <IconClose />
        </ActionIcon>
      </div>
    </section>
  );
}

function Choice({
  label,
  isDisabled,
  staysOpen = false,
  children,
}: {
  label: string;
  isDisabled: boolean;
  staysOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <Menu position="top-start" closeOnItemClick={!staysOpen}>
      <Menu.Target>
        <Button size="xs" disabled={isDisabled && !staysOpen} rightSection={<IconChevronDown size={12} />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>{children}</Menu.Dropdown>
    </Menu>
  );
}
