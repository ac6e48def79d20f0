import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@planerka/platform/web';
import { useT } from '../locales';
import type { MetricColumn, TableColumn } from '../plan/address-words';

export interface ColumnsMenuProps {
  /** Those that this plan has. */
  columns: readonly TableColumn[];
  hidden: readonly TableColumn[];
  onHide: (hidden: readonly TableColumn[]) => void;
  /** What came of the publications: none of it unless somebody asks. */
  metrics: readonly MetricColumn[];
  shownMetrics: readonly MetricColumn[];
  onMetrics: (shown: readonly MetricColumn[]) => void;
}

/** Which columns the table shows; day and topic always stand there. */
export function ColumnsMenu({ columns, hidden, onHide, metrics, shownMetrics, onMetrics }: ColumnsMenuProps) {
  const t = useT();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" rightSection={<IconChevronDown size={12} />}>
          {t('table.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map((column) => (
          <Menu.CheckboxItem
            key={column}
            checked={!hidden.includes(column)}
            onChange={(isShown) => onHide(isShown ? hidden.filter((other) => other !== column) : [...hidden, column])}
          >
            {t(`table.${column}`)}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('table.metrics')}</Menu.Label>
        {metrics.map((metric) => (
          <Menu.CheckboxItem
            key={metric}
            checked={shownMetrics.includes(metric)}
            onChange={(isShown) =>
              onMetrics(isShown ? [...shownMetrics, metric] : shownMetrics.filter((other) => other !== metric))
            }
          >
            {t(`table.${metric}`)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
