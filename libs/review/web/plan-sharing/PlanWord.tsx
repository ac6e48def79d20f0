import { Stack, Text } from '@mantine/core';
import { Notice, useFormat } from '@planerka/platform/web';
import { useT } from './locales';
import type { Sharing } from './plan-sharing-documents';

/** What the client's last word says of the month as it stands now. */
export function PlanWord({ sharing }: { sharing: Sharing }) {
  const { standing, decision, entries, voices, decider, agreed, waiting } = sharing;
  const t = useT();
  const format = useFormat();
  const others = voices.map((voice) => (
    <Text key={voice.id} size="sm">
      {t(`voice.${voice.kind}`, { name: voice.name, at: format.dateTime(voice.decidedAt) })}
      {voice.wanted.map(({ title, comment }) => ` «${title}»: ${comment}`).join(';')}
    </Text>
  ));
  const together = agreed.length + waiting.length > 1 && waiting.length > 0 && (
    <Notice>
      {[
        t('waitsForAll', { names: format.list(waiting) }),
        agreed.length > 0 && t('agreed', { names: format.list(agreed) }),
      ]
        .filter(Boolean)
        .join('. ')}
    </Notice>
  );
  if (!decision) {
    if (voices.length === 0 && !together) return null;
    return (
      <Stack gap="xs">
        {decider && <Notice>{t('waitsForDecider', { name: decider })}</Notice>}
        {together}
        {others}
      </Stack>
    );
  }
  const changed = entries.filter((entry) => entry.standing === 'CHANGED' || entry.standing === 'UNDECIDED');
  const wanted = decision.verdicts.filter(({ comment }) => comment !== null);
  return (
    <Stack gap="xs">
      <Notice tone={standing === 'APPROVED' ? 'info' : 'warn'}>
        {t(`standing.${standing}`)}. {t('decidedBy', { name: decision.name, at: format.dateTime(decision.decidedAt) })}
        {decision.comment && ` — ${decision.comment}`}
      </Notice>
      {together}
      {others}
      {changed.length > 0 && (
        <Text size="sm">{t('voided', { titles: format.list(changed.map(({ title }) => title)) })}</Text>
      )}
      {wanted.length > 0 && (
        <div>
          <Text fw={530}>{t('wanted')}</Text>
          <ul>
            {wanted.map(({ itemId, title, comment, isGone }) => (
              <li key={itemId}>
                <Text size="sm">
                  {title}: {comment}
                  {isGone && ` (${t('gonePost')})`}
                </Text>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  );
}
