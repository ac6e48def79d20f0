import { MoneyBar } from '@planerka/platform/web';
import type { Figures } from '../documents';

export function FiguresBar({ figures, size = 'normal' }: { figures: Figures; size?: 'thin' | 'normal' | 'thick' }) {
  return (
    <MoneyBar
      spent={figures.spent.amount}
      payable={figures.payable.amount}
      committed={figures.committed.amount}
      available={figures.available.amount}
      currency={figures.planned.currency}
      size={size}
    />
  );
}
