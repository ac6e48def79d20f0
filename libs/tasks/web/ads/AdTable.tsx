import { ActionIcon, Button } from '@mantine/core';
import { Cell, Column, IconCopy, Table, TableRow, toast, toastProblem } from '@planerka/platform/web';
import type { AdRow } from '@planerka/tasks/domain';
import { useBriefWords } from '../brief/brief-words';
import classes from './Ads.module.css';
import { tableText } from './copy-table';
import { useT } from './locales';

/** The advertisements to set up, each with the name and the link that it gets. */
export function AdTable({ rows }: { rows: readonly AdRow[] }) {
  const t = useT();
  const words = useBriefWords();
  const platforms = new Set(rows.map(({ platform }) => platform)).size;
  const copy = (text: string, done: string): void =>
    void navigator.clipboard.writeText(text).then(
      () => toast(done),
      () => toastProblem(t('table.notCopied')),
    );
  const platformOf = ({ platform }: AdRow): string => (platform === null ? '' : words.option(platform));
  const asText = tableText([
    [t('table.platform'), t('table.creative'), t('table.segment'), t('table.name'), t('table.url')],
    ...rows.map((row) => [platformOf(row), row.creative, row.segment, row.name, row.url ?? '']),
  ]);
  return (
    <div className={classes.table}>
      <div className={classes.head}>
        <span className={classes.label}>{t('table.title')}</span>
        <Button size="xs" variant="subtle" leftSection={<IconCopy />} onClick={() => copy(asText, t('table.copied'))}>
          {t('table.copyAll')}
        </Button>
      </div>
      <Table label={t('table.title')} stacks rows="dense">
        <thead>
          <tr>
            {platforms > 1 && <Column>{t('table.platform')}</Column>}
            <Column>{t('table.creative')}</Column>
            <Column>{t('table.segment')}</Column>
            <Column>{t('table.name')}</Column>
            <Column>{t('table.url')}</Column>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <TableRow key={index}>
              {platforms > 1 && <Cell label={t('table.platform')}>{platformOf(row)}</Cell>}
              <Cell label={t('table.creative')}>{row.creative}</Cell>
              <Cell label={t('table.segment')}>{row.segment}</Cell>
              <Cell label={t('table.name')}>
                <code className={classes.code}>{row.name}</code>
              </Cell>
              <Cell label={t('table.url')}>
                {row.url === null ? (
                  <span className={classes.quiet}>{t('table.noUrl')}</span>
                ) : (
                  <span className={classes.link}>
                    <code className={classes.code}>{row.url}</code>
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('table.copyLink', { name: row.name })}
                      onClick={() => copy(row.url ?? '', t('table.linkCopied'))}
                    >
                      <IconCopy />
                    </ActionIcon>
                  </span>
                )}
              </Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
