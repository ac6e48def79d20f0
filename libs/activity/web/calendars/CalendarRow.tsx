import { Button } from '@mantine/core';
import { Chip, toast, useCommand, useConfirm, useFormat, type Format, type Text } from '@planerka/platform/web';
import { RevokeCalendarLinkMutation, type CalendarLink } from './calendar-documents';
import classes from './Calendars.module.css';
import { useT } from './locales';
import type { ru } from './locales/ru';

export function CalendarRow({ link, onRevoked }: { link: CalendarLink; onRevoked: () => void }) {
  const t = useT();
  const format = useFormat();
  const confirm = useConfirm();
  const [revoke, isRunning] = useCommand(RevokeCalendarLinkMutation);
  const state = link.isAlive ? 'alive' : link.revokedAt ? 'revoked' : 'ended';
  const what = subjectOf(link, t, format);
  const name = [what, link.name].filter(Boolean).join(', ');
  const take = async () => {
    const question = {
      title: t('revokeTitle', { name }),
      text: t('revokeText'),
      confirm: t('revoke'),
      isDangerous: true,
    };
    if (!(await confirm(question))) return;
    const outcome = await revoke({ calendarLinkId: link.id });
    if (outcome.status !== 'success') return;
    toast(t('revoked'));
    onRevoked();
  };
  return (
    <li className={classes.link}>
      <div className={classes.told}>
        <p className={classes.name}>
          {what} <Chip tone={link.isAlive ? 'done' : 'neutral'}>{t(`state.${state}`)}</Chip>
        </p>
        <p className={classes.beside}>
          {[
            link.name,
            `…${link.hint}`,
            link.isOwn ? null : link.kind === 'MEMBER' ? link.memberName : t('madeBy', { name: link.memberName }),
            t('made', { when: format.day(link.createdAt) }),
            link.lastUsedAt ? t('used', { when: format.relative(link.lastUsedAt) }) : t('unused'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {link.isAlive ? (
        <Button
          size="xs"
          variant="subtle"
          loading={isRunning}
          aria-label={`${t('revoke')}: ${name}`}
          onClick={() => void take()}
        >
          {t('revoke')}
        </Button>
      ) : null}
    </li>
  );
}

function subjectOf({ kind, shows, clientName, month }: CalendarLink, t: Text<typeof ru>, format: Format): string {
  if (kind === 'MEMBER' && shows.length === 1) return t(shows[0] === 'TASKS' ? 'onlyTasks' : 'onlyPublications');
  return t(`of.${kind}`, { client: clientName ?? '', month: month === null ? '' : format.month(month) });
}
