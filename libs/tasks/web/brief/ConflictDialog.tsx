import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { briefDiff, type Brief } from '@planerka/tasks/domain';
import { useT } from '../locales';
import { useBriefWords } from './brief-words';
import classes from './ConflictDialog.module.css';
import { FieldValue } from './FieldValue';

/** Theirs and mine, field by field. Nothing is decided for anybody, and nothing is lost by closing it. */
export function ConflictDialog({
  theirs,
  mine,
  onKeepMine,
  onTakeTheirs,
  onLater,
}: {
  theirs: Brief;
  mine: Brief;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onLater: () => void;
}) {
  const t = useT();
  const words = useBriefWords();
  const changes = briefDiff(theirs, mine);
  return (
    <Modal opened onClose={onLater} size="xl" title={t('brief.conflict.title')}>
      <Stack gap="md">
        <Text>{changes.length === 0 ? t('brief.conflict.none') : t('brief.conflict.text')}</Text>
        {changes.length > 0 && (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('brief.conflict.field')}</th>
                <th scope="col">{t('brief.conflict.theirs')}</th>
                <th scope="col">{t('brief.conflict.mine')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ field, before, after }) => (
                <tr key={field.path}>
                  <th scope="row">{words.label(field)}</th>
                  <td>
                    <FieldValue field={field} value={before ?? ''} brief={theirs} />
                  </td>
                  <td>
                    <FieldValue field={field} value={after ?? ''} brief={mine} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={onLater}>
            {t('brief.conflict.later')}
          </Button>
          <Button onClick={onTakeTheirs}>{t('brief.conflict.takeTheirs')}</Button>
          <Button variant="filled" onClick={onKeepMine}>
            {t('brief.conflict.keepMine')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
