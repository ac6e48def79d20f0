import { Drawer } from '@mantine/core';
import { usePlatformText } from '@planerka/platform/web';
import { Fragment, type ReactNode } from 'react';

export interface RowDrawerProps<Row> {
  /** Null: closed. */
  edited: Row | 'new' | null;
  rows: readonly Row[];
  title: { readonly add: string; readonly edit: string };
  onClose: () => void;
  /** The form of a row as it is now, null for a new one; begun anew for each. */
  children: (row: Row | null) => ReactNode;
}

/** Where one row of a list is written, beside the list. */
export function RowDrawer<Row extends { readonly id: string }>({
  edited,
  rows,
  title,
  onClose,
  children,
}: RowDrawerProps<Row>) {
  const words = usePlatformText();
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      title={edited === 'new' ? title.add : title.edit}
      position="right"
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      {edited && (
        <Fragment key={edited === 'new' ? edited : edited.id}>
          {children(edited === 'new' ? null : (rows.find(({ id }) => id === edited.id) ?? edited))}
        </Fragment>
      )}
    </Drawer>
  );
}
