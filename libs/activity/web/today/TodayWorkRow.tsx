import { Button } from '@mantine/core';
import {
  AppLink,
  Avatar,
  Chip,
  IconHistory,
  IconLock,
  IconMessage,
  IconPeople,
  IconQuestion,
  IconRefuse,
  IconRuble,
  IconWallet,
  IconWave,
  RiskChip,
  RowIcon,
  useFormat,
  WorkRow,
  type Format,
  type Text,
} from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { useT } from '../locales';
import type { ru } from '../locales/ru';
import { quoted } from './quoted';
import type { TodayRow } from './today-documents';

type T = Text<typeof ru>;

interface TodayWorkRowProps {
  row: TodayRow;
  isFirst: boolean;
}

/** One thing that waits: what, who and since when, why it is urgent, and the verb that deals with it. */
export function TodayWorkRow({ row, isFirst }: TodayWorkRowProps) {
  const t = useT();
  const format = useFormat();
  const verb = row.kind === 'REVISION' && !row.isViewersTurn ? t('verb.REVISION_ASKED') : t(`verb.${row.kind}`);
  const title = titleOf(row, t, format);
  const href = hrefOf(row);
  return (
    <WorkRow
      isFirst={isFirst}
      icon={iconOf(row)}
      title={title}
      href={href}
      details={detailsOf(row, t, format)}
      chip={chipOf(row, t, format)}
      action={
        <Button
          component={AppLink}
          href={href}
          size="xs"
          variant={isFirst ? 'filled' : 'default'}
          aria-label={`${verb}: ${title}`}
        >
          {verb}
        </Button>
      }
    />
  );
}

function hrefOf({ id, kind, taskId, campaignId, clientId, month }: TodayRow): string {
  if (kind === 'PLAN_CHANGES' || kind === 'PLAN_SILENT') return `/plan?client=${clientId}&month=${month}&share=1`;
  if (kind === 'PAYOUT') return '/payouts';
  if (kind === 'LEFT_BEHIND') return `/team?handOver=${id}`;
  if (kind === 'PAID_ROUND') return `/approvals?paid=${id}`;
  if (campaignId) return `/budgets/${campaignId}`;
  return kind === 'DECLINED' ? `/tasks/${taskId}/brief` : `/tasks/${taskId}`;
}

function titleOf(row: TodayRow, t: T, format: Format): string {
  const amount = row.amount ? format.money(row.amount) : '';
  switch (row.kind) {
    case 'CLIENT_CHANGES':
    case 'QUESTION':
      return t('quote', { text: row.title });
    case 'PLAN_CHANGES':
      return t('planChangesTitle', {
        client: row.title,
        month: row.month ? format.monthName(row.month) : '',
        count: row.count ?? 1,
      });
    case 'PLAN_SILENT':
      return t('planSilentTitle', { client: row.title, month: row.month ? format.monthName(row.month) : '' });
    case 'PAID_ROUND':
      return t('paidTitle', { amount });
    case 'PAYOUT':
      return (row.count ?? 1) > 1
        ? t('payoutsTitle', { count: row.count ?? 1, amount })
        : t('payoutTitle', { name: row.title, amount });
    case 'LEFT_BEHIND':
      return t('leftBehindTitle', { name: row.title, count: row.count ?? 1 });
    case 'REVISION':
      return t('revisionTitle', { campaign: row.title });
    case 'DECLINED':
      return t('declinedTitle', { person: row.person ?? '', title: quoted(row.title, t) });
    case 'MONEY':
      return t('lineTitle', {
        category: row.category ? t(`category.${row.category as keyof typeof ru.category}`) : '',
        month: row.month ? format.monthName(row.month) : '',
        percent: format.percent(row.percent ?? 0),
      });
    default:
      return row.title;
  }
}

function detailsOf(row: TodayRow, t: T, format: Format): (string | null)[] {
  const since = row.since ? format.relative(row.since) : null;
  const version = row.version ? t('version', { version: row.version }) : null;
  switch (row.kind) {
    case 'ACCEPT':
      return [row.clientName, row.person, row.amount ? format.money(row.amount) : null, since];
    case 'CLIENT_CHANGES':
    case 'QUESTION':
      return [row.clientName, row.person, row.text, since];
    case 'DECLINED':
      return [row.clientName, row.text ? t('quote', { text: row.text }) : null, since];
    case 'PLAN_CHANGES':
    case 'PLAN_SILENT':
      return [row.person, since];
    case 'PAID_ROUND':
      return [row.clientName, row.title, since];
    case 'MONEY':
      return [row.clientName, row.title];
    case 'REVISION':
      return [row.clientName, row.person, row.text ? t('quote', { text: row.text }) : null, since];
    default:
      return [row.clientName, row.person, version, since];
  }
}

function chipOf(row: TodayRow, t: T, format: Format): ReactNode {
  switch (row.kind) {
    case 'ACCEPT':
    case 'WORK':
    case 'RETURNED': {
      if (!row.dueAt) return null;
      const at = format.dateTime(row.dueAt);
      return row.isUrgent ? (
        <RiskChip level="danger">{t('overdue', { at })}</RiskChip>
      ) : (
        <Chip>{t('due', { at })}</Chip>
      );
    }
    case 'REVIEW':
    case 'TO_SEND':
    case 'QUESTION':
    case 'DECLINED': {
      if (!row.publishAt) return null;
      const at = format.day(row.publishAt);
      return row.isUrgent ? (
        <RiskChip level="danger">{t('atRisk', { at })}</RiskChip>
      ) : (
        <Chip>{t('publish', { at })}</Chip>
      );
    }
    case 'CLIENT_CHANGES':
      return <Chip>{t('round', { round: row.round ?? 1, included: row.includedRounds ?? 0 })}</Chip>;
    case 'PLAN_SILENT':
      return row.dueAt ? <RiskChip level="danger">{t('answerOverdue', { at: format.day(row.dueAt) })}</RiskChip> : null;
    case 'PAID_ROUND':
      return <Chip tone="warn">{t('paidRound', { round: row.round ?? 1 })}</Chip>;
    case 'MONEY': {
      if (!row.amount) return null;
      const isOver = row.amount.amount.startsWith('-');
      const amount = format.money({ ...row.amount, amount: row.amount.amount.replace('-', '') });
      return (
        <RiskChip level={isOver || row.isUrgent ? 'danger' : 'warn'}>
          {t(isOver ? 'over' : 'left', { amount })}
        </RiskChip>
      );
    }
    default:
      return null;
  }
}

function iconOf({ kind, clientId, clientName, isHard }: TodayRow): ReactNode {
  switch (kind) {
    case 'CLIENT_CHANGES':
    case 'PLAN_CHANGES':
    case 'PLAN_SILENT':
      return <RowIcon tone="client">{<IconMessage />}</RowIcon>;
    case 'PAID_ROUND':
      return <RowIcon tone="client">{<IconHistory />}</RowIcon>;
    case 'DECLINED':
      return <RowIcon tone="danger">{<IconRefuse />}</RowIcon>;
    case 'QUESTION':
      return <RowIcon>{<IconQuestion />}</RowIcon>;
    case 'PAYOUT':
      return <RowIcon>{<IconRuble />}</RowIcon>;
    case 'LEFT_BEHIND':
      return <RowIcon>{<IconPeople />}</RowIcon>;
    case 'REVISION':
      return <RowIcon tone="warn">{<IconWallet />}</RowIcon>;
    case 'MONEY':
      return isHard ? <RowIcon tone="danger">{<IconLock />}</RowIcon> : <RowIcon tone="warn">{<IconWave />}</RowIcon>;
    default:
      return <Avatar id={clientId ?? ''} name={clientName ?? ''} kind="client" size={36} />;
  }
}
