import { Button } from '@mantine/core';
import { useT } from '../locales';
import { useIsPicking, useSelection } from './selection';

/** On a phone, where nothing is hovered and there is no Ctrl: a tap chooses until it is done. */
export function PickButton({ className }: { className: string | undefined }) {
  const t = useT();
  const selection = useSelection();
  const isPicking = useIsPicking(selection);
  if (!selection) return null;
  return (
    <Button
      size="xs"
      className={className}
      aria-pressed={isPicking}
      onClick={() => (isPicking ? selection.clear() : selection.pick(true))}
    >
      {t(isPicking ? 'bulk.picked' : 'bulk.pickShort')}
    </Button>
  );
}
