import { Button, Group, Stack, Text } from '@mantine/core';
import { toast, useCommand, useConfirm, useFormat } from '@planerka/platform/web';
import { useT } from './locales';
import { RevokePlanLinkMutation, type Sharing } from './plan-sharing-documents';

/** Who has a way in, whether they used it, and its end. */
export function PlanLinks({ sharing: { links, standing } }: { sharing: Sharing }) {
  const t = useT();
  const format = useFormat();
  const confirm = useConfirm();
  const [revoke, isRunning] = useCommand(RevokePlanLinkMutation);
  const close = async ({ id, name, standingIfRevoked }: Link) => {
    // A way in can be given anew; a word of the client's that this makes cannot be taken back.
    const outcome = standingIfRevoked === standing ? null : closing[standingIfRevoked];
    if (outcome) {
      const isSure = await confirm({
        title: t('links.closeTitle', { name }),
        text: t(`links.closes.${outcome}`, { name }),
        confirm: t('links.revoke'),
      });
      if (!isSure) return;
    }
    if ((await revoke({ input: { planLinkId: id } })).status === 'success') toast(t('links.revoked'));
  };
  return (
    <section>
      <Text component="h3" fw={530} mb="xs">
        {t('links.title')}
      </Text>
      {links.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('links.none')}
        </Text>
      )}
      <Stack gap="sm">
        {links.map((link) => {
          const { id, name, state, hasPin, asksApproval, dueAt, remindedAt, expiresAt, visits, lastVisitAt } = link;
          return (
            <Group key={id} justify="space-between" align="flex-start" wrap="nowrap">
              <div>
                <Text size="sm" fw={530}>
                  {name}
                </Text>
                <Text size="sm" c="dimmed">
                  {[
                    state === 'OPEN' ? t('links.OPEN', { at: format.day(expiresAt) }) : t(`links.${state}`),
                    asksApproval &&
                      t(link.isFinal ? 'links.asksFinal' : link.mustAgree ? 'links.asksAll' : 'links.asks'),
                    dueAt && t('links.due', { at: format.day(dueAt) }),
                    remindedAt && t('links.reminded', { at: format.relative(remindedAt) }),
                    hasPin && t('links.pin'),
                    lastVisitAt
                      ? t('links.visits', { count: visits, at: format.relative(lastVisitAt) })
                      : t('links.never'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </div>
              {state === 'OPEN' && (
                <Button
                  size="xs"
                  disabled={isRunning}
                  aria-label={t('links.revokeOf', { name })}
                  onClick={() => void close(link)}
                >
                  {t('links.revoke')}
                </Button>
              )}
            </Group>
          );
        })}
      </Stack>
    </section>
  );
}

type Link = Sharing['links'][number];

/** What closing a link may come to by itself, and is asked about. */
const closing = {
  APPROVED: 'APPROVED',
  CHANGES_REQUESTED: 'CHANGES_REQUESTED',
  CHANGED: null,
  UNDECIDED: null,
} as const;
