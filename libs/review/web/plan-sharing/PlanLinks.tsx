import { Button, Group, Stack, Text } from '@mantine/core';
import { toast, useCommand, useFormat } from '@planerka/platform/web';
import { useT } from './locales';
import { RevokePlanLinkMutation, type Sharing } from './plan-sharing-documents';

/** Who has a way in, whether they used it, and its end. */
export function PlanLinks({ sharing: { links } }: { sharing: Sharing }) {
  const t = useT();
  const format = useFormat();
  const [revoke, isRunning] = useCommand(RevokePlanLinkMutation);
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
        {links.map(
          ({ id, name, state, hasPin, asksApproval, dueAt, remindedAt, expiresAt, visits, lastVisitAt, ...link }) => (
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
                  onClick={() =>
                    void revoke({ input: { planLinkId: id } }).then(
                      (outcome) => outcome.status === 'success' && toast(t('links.revoked')),
                    )
                  }
                >
                  {t('links.revoke')}
                </Button>
              )}
            </Group>
          ),
        )}
      </Stack>
    </section>
  );
}
