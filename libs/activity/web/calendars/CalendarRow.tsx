import { AccessRow, toast, useCommand, useFormat, type Format, type Text } from '@planerka/platform/web';
import { RevokeCalendarLinkMutation, type CalendarLink } from './calendar-documents';
import { useT } from './locales';
import type { ru } from './locales/ru';

export function CalendarRow({ link, onRevoked }: { link: CalendarLink; onRevoked: () => void }) {
  const t = useT();
  const format = useFormat();
  const [revoke, isRunning] = useCommand(RevokeCalendarLinkMutation);
  const { isAlive, isOwn, kind, memberName, createdAt, lastUsedAt } = link;
  const what = subjectOf(link, t, format);
  const name = [what, link.name].filter(Boolean).join(', ');
  const take = async () => {
    if ((await revoke({ calendarLinkId: link.id })).status !== 'success') return;
    toast(t('revoked'));
    onRevoked();
  };
  return (
    <AccessRow
      title={what}
      isAlive={isAlive}
      state={t(`state.${isAlive ? 'alive' : link.revokedAt ? 'revoked' : 'ended'}`)}
      notes={[
        [
          link.name,
          `…${link.hint}`,
          isOwn ? null : kind === 'MEMBER' ? memberName : t('madeBy', { name: memberName }),
          t('made', { when: format.day(createdAt) }),
          lastUsedAt ? t('used', { when: format.relative(lastUsedAt) }) : t('unused'),
        ],
      ]}
      revoke={{ name, label: t('revoke'), title: t('revokeTitle', { name }), text: t('revokeText') }}
      isRunning={isRunning}
      onRevoke={() => void take()}
    />
  );
}

function subjectOf({ kind, shows, clientName, month }: CalendarLink, t: Text<typeof ru>, format: Format): string {
  if (kind === 'MEMBER' && shows.length === 1) return t(shows[0] === 'TASKS' ? 'onlyTasks' : 'onlyPublications');
  return t(`of.${kind}`, { client: clientName ?? '', month: month === null ? '' : format.month(month) });
}
