import { Button } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../locales';
import type { MovableItem, Place } from '../plan/item-moves';
import { MovePopover } from './MovePopover';

/** «Перенести», as the panel's button. */
export function MoveButton({ item, onMove }: { item: MovableItem; onMove: (to: Place) => void }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <MovePopover item={item} isOpen={isOpen} onToggle={setOpen} onMove={onMove}>
      <Button onClick={() => setOpen(!isOpen)}>{t('actions.move')}</Button>
    </MovePopover>
  );
}
